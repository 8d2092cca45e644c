// Runs in a process of its own, at a low priority since a real flood comes from elsewhere: sends
// sign-ins at a steady rate, whether they are answered or not. JSON in, JSON out.
import { Agent, request } from 'node:http';
import { setPriority } from 'node:os';

export interface FloodWork {
  url: string;
  perSecond: number;
  seconds: number;
}

export interface FloodResult {
  sent: number;
  /** Answers by status; 0 counts broken connections. */
  statuses: Record<number, number>;
}

const openMax = 2_000;
setPriority(5);
const { url, perSecond, seconds } = JSON.parse(process.argv[2] ?? '{}') as FloodWork;
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const statuses: FloodResult['statuses'] = {};
let [sent, open] = [0, 0];

function count(status: number): void {
  statuses[status] = (statuses[status] ?? 0) + 1;
  open -= 1;
}

function send(): void {
  sent += 1;
  open += 1;
  const body = `{"email":"flood${sent}@bench.example","password":"Wrong-Garden-${sent}"}`;
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  request(url, { method: 'POST', agent, headers }, (answer) =>
    answer.resume().on('end', () => count(answer.statusCode!)),
  )
    .on('error', () => count(0))
    .end(body);
}

const began = performance.now();
await new Promise<void>((resolve) => {
  const timer = setInterval(() => {
    const elapsed = (performance.now() - began) / 1000;
    const due = Math.min(elapsed, seconds) * perSecond;
    while (sent < due && open < openMax) send();
    if (elapsed < seconds) return;
    clearInterval(timer);
    resolve();
  }, 5);
});
while (open > 0 && performance.now() - began < (seconds + 20) * 1000)
  await new Promise((resolve) => void setTimeout(resolve, 20));
agent.destroy();
process.stdout.write(JSON.stringify({ sent, statuses } satisfies FloodResult));
