import type { WebRequest } from '../../server/request-context.ts';

/** The other provider that one can sign in with, by its name; undefined where none is configured. */
export function providerOf(web: WebRequest): Promise<string | undefined> {
  return web.remember('provider', [], async () => {
    const { data } = await web.client.GET('/api/v1/auth/oidc');
    return data?.provider?.name;
  });
}
