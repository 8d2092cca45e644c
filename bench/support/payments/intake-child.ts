// Runs in a process of its own: signs events as the provider does and posts each once over kept-alive
// connections, one after the other on each. JSON in, JSON out.
import { createHmac } from 'node:crypto';
import { connect } from '../exchange.ts';

export interface IntakeWork {
  url: string;
  secret: string;
  /** An event as JSON; `EVENT` stands for its id. */
  event: string;
  clients: number;
  seconds: number;
}

export interface IntakeResult {
  taken: number;
  refused: number;
  seconds: number;
  p99Ms: number;
}

const { url, secret, event, clients, seconds } = JSON.parse(process.argv[2] ?? '{}') as IntakeWork;
const began = performance.now();
const times: number[] = [];
let [sent, refused] = [0, 0];

async function keepPosting(): Promise<void> {
  const connection = connect(url);
  while (performance.now() - began < seconds * 1000) {
    sent += 1;
    const body = event.replaceAll('EVENT', `evt_${process.pid}_${sent}`);
    const at = Math.floor(Date.now() / 1000);
    const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
    const headers = { 'stripe-signature': `t=${at},v1=${signature}` };
    const { status, ms } = await connection.postText('/api/v1/webhooks/payments', body, headers);
    if (status === 200) times.push(ms);
    else refused += 1;
  }
  connection.close();
}

await Promise.all(Array.from({ length: clients }, keepPosting));
const sorted = times.toSorted((a, b) => a - b);
const result: IntakeResult = {
  taken: times.length,
  refused,
  seconds: (performance.now() - began) / 1000,
  p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? NaN,
};
process.stdout.write(JSON.stringify(result));
