// Runs in a process of its own, so that its work is not counted as the server's: JSON in, JSON out.
import autocannon from 'autocannon';

const { url, headers, connections, seconds } = JSON.parse(process.argv[2] ?? '{}') as {
  url: string;
  headers: Record<string, string>;
  connections: number;
  seconds: number;
};
const result = await autocannon({ url, headers, connections, duration: seconds, timeout: 10 });
process.stdout.write(
  JSON.stringify({
    answered: result['2xx'],
    refused: result.non2xx + result.errors,
    p99Ms: result.latency.p99,
  }),
);
