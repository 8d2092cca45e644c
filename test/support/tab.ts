import type { LightMyRequestResponse } from 'fastify';
import type { World } from './world.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A browser that keeps its cookies. */
export interface Tab {
  cookies: Map<string, string>;
  /** Paths begin after /api/v1. */
  call(method: Method, path: string, payload?: object): Promise<LightMyRequestResponse>;
  post(path: string, payload?: object): Promise<LightMyRequestResponse>;
  get(path: string): Promise<LightMyRequestResponse>;
}

export function openTab(world: World, headers: Record<string, string> = {}): Tab {
  const cookies = new Map<string, string>();
  const call: Tab['call'] = async (method, path, payload) => {
    const answer = await world.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        ...headers,
        ...(cookies.size > 0 && {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        }),
      },
      ...(payload && { payload }),
    });
    for (const { name, value, maxAge } of answer.cookies)
      if (maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    return answer;
  };
  return {
    cookies,
    call,
    post: (path, payload = {}) => call('POST', path, payload),
    get: (path) => call('GET', path),
  };
}
