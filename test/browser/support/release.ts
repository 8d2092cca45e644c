import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The product behind a front that, once asked, serves the player's worker as another build would. */
export async function startRelease(
  productUrl: string,
): Promise<{ url: string; change(): void; stop(): Promise<void> }> {
  const { hostname, port } = new URL(productUrl);
  let build = '';
  const server = createServer((asked, answer) => {
    const { host: _, 'accept-encoding': _packed, ...headers } = asked.headers;
    const passed = request(
      { hostname, port, path: asked.url, method: asked.method, headers },
      (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        if (asked.url !== '/practice-worker.js') return given.pipe(answer);
        delete given.headers['content-length'];
        const parts: Buffer[] = [];
        given.on('data', (part: Buffer) => parts.push(part));
        given.on('end', () =>
          answer.end(Buffer.concat(parts).toString().replace('"version":"', `"version":"${build}`)),
        );
        return undefined;
      },
    );
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    change: () => (build = 'next-'),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
