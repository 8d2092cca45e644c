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

export interface Events {
  /**
   * Registers a durable listener. Its queue is called `listener`; delivery is at least once, so
   * the listener must be idempotent.
   */
  on<T>(event: EventType<T>, listener: string, react: (ctx: Ctx, data: T) => Promise<void>): void;
  /** Hands the fact to every listener, within the caller's transaction. */
  publish<T>(ctx: Ctx, event: EventType<T>, data: T): Promise<void>;
}

export function durableEvents(jobs: Jobs): Events {
  const queuesByEvent = new Map<string, string[]>();
  return {
    on(event, listener, react) {
      const queue = `${listener}--${event.name}`;
      jobs.define(queue, { handler: react as (ctx: Ctx, data: unknown) => Promise<void> });
      queuesByEvent.set(event.name, [...(queuesByEvent.get(event.name) ?? []), queue]);
    },
    async publish(ctx, event, data) {
      for (const queue of queuesByEvent.get(event.name) ?? [])
        await jobs.enqueue(ctx, queue, data as object);
    },
  };
}
