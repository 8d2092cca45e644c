import type Stripe from 'stripe';
import { runTask } from './actions/run-task.ts';
import { buildEvent, type EventObject, type EventType } from './objects/event.ts';
import type { Store, Task } from './store.ts';

/** Which API call an event comes from; nothing for the hosted page and for what happens by itself. */
export interface Cause {
  requestId: string;
  idempotencyKey: string | null;
}

/** One step of the provider: what actions get to read, change and announce. All times are Unix seconds. */
export interface Operation {
  readonly store: Store;
  readonly now: number;
  readonly baseUrl: string;
  publish(type: EventType, object: EventObject, previous?: Record<string, unknown>): void;
  schedule(kind: Task['kind'], id: string, afterSeconds: number): void;
}

export interface Core {
  readonly store: Store;
  begin(cause?: Cause): Operation;
  /** Does everything whose time has come; called before every request and now and then in between. */
  runDue(): void;
}

interface CoreOptions {
  store: Store;
  /** Milliseconds since 1970. */
  now: () => number;
  baseUrl: () => string;
  onEvent: (event: Stripe.EventBase) => void;
  onChange: () => void;
}

export function createCore({ store, now, baseUrl, onEvent, onChange }: CoreOptions): Core {
  const begin = (cause?: Cause): Operation => {
    const seconds = Math.floor(now() / 1000);
    return {
      store,
      now: seconds,
      baseUrl: baseUrl(),
      publish(type, object, previous) {
        const event = buildEvent({ type, object, previous, created: seconds, cause });
        store.events.set(event.id, event);
        onEvent(event);
        onChange();
      },
      schedule(kind, id, afterSeconds) {
        store.tasks.push({ kind, id, dueAt: seconds + afterSeconds });
        onChange();
      },
    };
  };

  const takeDue = (): Task[] => {
    const seconds = Math.floor(now() / 1000);
    const due = store.tasks.filter((task) => task.dueAt <= seconds);
    if (due.length > 0) store.tasks = store.tasks.filter((task) => task.dueAt > seconds);
    return due.toSorted((a, b) => a.dueAt - b.dueAt);
  };

  return {
    store,
    begin,
    runDue() {
      for (const task of takeDue()) {
        runTask(begin(), task);
        onChange();
      }
    },
  };
}
