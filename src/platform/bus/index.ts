import type { Logger } from 'pino';

/**
 * Tells every node that something changed (say, drop a cache). Best effort: what must not be lost
 * is an event of `platform/events`.
 */
export interface Bus {
  publish(topic: string, message?: string): void;
  subscribe(topic: string, listener: (message: string) => void): void;
  /** Whether the other nodes can be reached now. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}

export function memoryBus(): Bus {
  const listeners = new Map<string, ((message: string) => void)[]>();
  return {
    publish: (topic, message = '') =>
      listeners.get(topic)?.forEach((listener) => listener(message)),
    subscribe: (topic, listener) => {
      listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
    },
    healthy: async () => true,
    close: async () => {},
  };
}

const channel = 'etude:bus';

export async function redisBus(url: string, log: Logger): Promise<Bus> {
  const { Redis } = await import('ioredis');
  const local = memoryBus();
  const sender = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1 });
  const receiver = new Redis(url, { lazyConnect: true });
  for (const client of [sender, receiver])
    client.on('error', (error) => log.warn({ err: error }, 'redis is unreachable'));
  await Promise.all([sender.connect(), receiver.connect()]).catch((error: unknown) => {
    throw new Error('Redis does not answer at REDIS_URL', { cause: error });
  });
  receiver.on('message', (_channel, text) => {
    const [topic, message] = JSON.parse(text) as [string, string];
    local.publish(topic, message);
  });
  await receiver.subscribe(channel);
  return {
    publish: (topic, message = '') => {
      sender
        .publish(channel, JSON.stringify([topic, message]))
        .catch((error: unknown) => log.warn({ err: error, topic }, 'bus message lost'));
    },
    subscribe: local.subscribe,
    healthy: async () => (await sender.ping().catch(() => '')) === 'PONG',
    close: async () => {
      receiver.disconnect();
      sender.disconnect();
    },
  };
}
