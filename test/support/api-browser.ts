import type { LightMyRequestResponse } from 'fastify';
import type { World } from './world.ts';

export interface ApiBrowser {
  /** What the browser keeps and sends, by name. */
  cookies: Record<string, string>;
  get(path: string): Promise<LightMyRequestResponse>;
  send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    payload?: object,
  ): Promise<LightMyRequestResponse>;
  post(path: string, payload?: object): Promise<LightMyRequestResponse>;
}

export const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** Calls the API below /api/v1 as one browser does: it keeps the cookies that it is given. */
export function apiBrowser(
  world: Pick<World, 'inject'>,
  { userAgent = firefox, address = '127.0.0.1' }: { userAgent?: string; address?: string } = {},
): ApiBrowser {
  const cookies: Record<string, string> = {};
  async function call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    payload?: object,
  ): Promise<LightMyRequestResponse> {
    const answer = await world.inject({
      method,
      url: `/api/v1${path}`,
      remoteAddress: address,
      headers: { 'user-agent': userAgent },
      cookies: { ...cookies },
      ...(payload && { payload }),
    });
    for (const { name, value, maxAge } of answer.cookies)
      if (maxAge === 0) delete cookies[name];
      else cookies[name] = value;
    return answer;
  }
  return {
    cookies,
    get: (path) => call('GET', path),
    send: call,
    post: (path, payload) => call('POST', path, payload),
  };
}
