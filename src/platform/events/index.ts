import type { Ctx } from '../context.ts';
import type { Jobs } from '../jobs/index.ts';

/** A fact that a domain tells the others, named `domain.what_happened`. */
export interface EventType<T> {
  readonly name: string;
  /** Carries the payload's type only. */
  readonly payload?: T;
}

export function defineEvent<T>(name: `${string}.${string}`): EventType<T> {
  return { name };
}

export interface Reaction {
  event: string;
  react(ctx: Ctx, data: object): Promise<void>;
}

export const reaction = <T extends object>(
  { name }: EventType<T>,
  react: (ctx: Ctx, data: T) => Promise<void>,
): Reaction => ({ event: name, react: (ctx, data) => react(ctx, data as T) });

export interface Events {
  /**
   * Registers a durable listener. Its queue is called `listener`; delivery is at least once, so
   * the listener must be idempotent.
   */
  on<T>(event: EventType<T>, listener: string, react: (ctx: Ctx, data: T) => Promise<void>): void;
  /** The same for a listener that hears many kinds of fact: they share one queue, called `listener`. */
  onEach(listener: string, reactions: readonly Reaction[]): void;
  /** Hands the fact to every listener, within the caller's transaction. */
  publish<T>(ctx: Ctx, event: EventType<T>, data: T): Promise<void>;
}

interface Queue {
  name: string;
  jobOf(data: object): object;
}

export function durableEvents(jobs: Jobs): Events {
  const queuesByEvent = new Map<string, Queue[]>();
  const hear = (event: string, queue: Queue) =>
    queuesByEvent.set(event, [...(queuesByEvent.get(event) ?? []), queue]);
  return {
    on(event, listener, react) {
      const name = `${listener}--${event.name}`;
      jobs.define(name, { handler: react as (ctx: Ctx, data: unknown) => Promise<void> });
      hear(event.name, { name, jobOf: (data) => data });
    },
    onEach(listener, reactions) {
      jobs.define<{ event: string; data: object }>(listener, {
        handler: async (ctx, { event, data }) =>
          reactions.find((one) => one.event === event)?.react(ctx, data),
      });
      for (const { event } of reactions)
        hear(event, { name: listener, jobOf: (data) => ({ event, data }) });
    },
    async publish(ctx, event, data) {
      for (const { name, jobOf } of queuesByEvent.get(event.name) ?? [])
        await jobs.enqueue(ctx, name, jobOf(data as object));
    },
  };
}
