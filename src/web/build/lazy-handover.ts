import type { Plugin } from 'vite';

const eager =
  'serverHandoffStream: encodeViaTurboStream(state, request.signal, build.entry.module.streamTimeout, serverMode)';
const lazy =
  'get serverHandoffStream() { return encodeViaTurboStream(state, request.signal, build.entry.module.streamTimeout, serverMode); }';

/**
 * React Router encodes every page's data for the browser, also for pages that are not hydrated: a
 * tenth of what a page costs. Here it is encoded when asked for. Fails the build should the router
 * no longer contain the line.
 */
export function lazyHandover(): Plugin {
  return {
    name: 'etude:lazy-handover',
    applyToEnvironment: (environment) => environment.name === 'ssr',
    transform(code, id) {
      if (!/react-router\/dist\/\w+\/lib\/server-runtime\/server\.js/.test(id)) return undefined;
      if (!code.includes(eager))
        throw new Error(`the router hands pages over in another way now (${id})`);
      return { code: code.replace(eager, lazy), map: null };
    },
  };
}
