declare module 'autocannon' {
  interface Client {
    setRequests(requests: { path: string }[]): void;
  }
  interface Options {
    url: string;
    headers?: Record<string, string>;
    connections: number;
    /** Seconds. */
    duration: number;
    /** Seconds. */
    timeout?: number;
    /** Called for each connection. */
    setupClient?: (client: Client) => void;
  }
  interface Result {
    '2xx': number;
    non2xx: number;
    errors: number;
    /** Milliseconds. */
    latency: { average: number; p50: number; p99: number };
  }
  export default function autocannon(options: Options): Promise<Result>;
}
