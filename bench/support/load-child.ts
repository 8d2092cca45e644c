// Runs in a process of its own, so that its work is not counted as the server's: a file in, JSON out.
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

const { url, headers, paths, connections, seconds } = JSON.parse(
  readFileSync(process.argv[2] ?? '', 'utf8'),
) as {
  url: string;
  headers: Record<string, string>;
  paths?: string[];
  connections: number;
  seconds: number;
};
let clients = 0;
const result = await autocannon({
  url,
  headers,
  connections,
  duration: seconds,
  timeout: 10,
  ...(paths && {
    setupClient: (client) => {
      const from = Math.floor((clients++ * paths.length) / connections);
      const turned = [...paths.slice(from), ...paths.slice(0, from)];
      client.setRequests(turned.map((path) => ({ path })));
    },
  }),
});
process.stdout.write(
  JSON.stringify({
    answered: result['2xx'],
    refused: result.non2xx + result.errors,
    averageMs: result.latency.average,
    p99Ms: result.latency.p99,
  }),
);
