import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  /** From the first byte sent to the last one read. */
  ms: number;
  cookies: string[];
  body: string;
}

/** One kept-alive connection to a server, used by one request at a time. */
export interface Connection {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: object, headers?: Record<string, string>): Promise<Answer>;
  /** The same with a body of JSON as it is to be sent, to the byte. */
  postText(path: string, text: string, headers?: Record<string, string>): Promise<Answer>;
  close(): void;
}

export function connect(url: string): Connection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const sent = request(new URL(path, url), { method, agent, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('error', reject).on('end', () =>
          resolve({
            status: answer.statusCode!,
            ms: performance.now() - began,
            cookies: (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]!),
            body: text,
          }),
        );
      });
      sent.on('error', reject).end(body);
    });
  const postText: Connection['postText'] = (path, text, headers = {}) => {
    const own = {
      'content-type': 'application/json',
      'content-length': `${Buffer.byteLength(text)}`,
    };
    return ask('POST', path, { ...own, ...headers }, text);
  };
  return {
    get: (path, headers = {}) => ask('GET', path, headers),
    post: (path, body, headers) => postText(path, JSON.stringify(body), headers),
    postText,
    close: () => agent.destroy(),
  };
}
