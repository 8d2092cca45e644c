import type Stripe from 'stripe';
import { buildEvent, type EventType } from './objects/event.ts';
import { connectAccount, findScope, scopesOf, type Platform, type Scope } from './platform.ts';
import type { Store, Task, TaskKind } from './store.ts';
import { insertByTime } from './tasks.ts';

/** Which API call an event comes from; nothing for the hosted page and for what happens by itself. */
export interface Cause {
  requestId: string;
  idempotencyKey: string | null;
}

/** One step of the provider: what actions get to read, change and announce. All times are Unix seconds. */
export interface Operation {
  /** What the account that is acted for remembers. */
  readonly store: Store;
  readonly scope: Scope;
  readonly platform: Platform;
  readonly now: number;
  readonly baseUrl: string;
  publish(type: EventType, object: object, previous?: Record<string, unknown>): void;
  schedule(kind: TaskKind, id: string, afterSeconds: number): void;
  /** The same step, for another account of the platform. */
  inAccount(account: string): Operation | undefined;
  /** The same step by the time of a test clock; without one by the emulator's. */
  onClock(clock: string | null): Operation;
  openAccount(account: string): void;
  /** Moves a test clock, doing on the way what becomes due, each at its own time. */
  moveClock(clock: Stripe.TestHelpers.TestClock, to: number): void;
}

export type TaskHandler = (op: Operation, id: string) => void;

export interface Core {
  readonly platforms: readonly Platform[];
  begin(scope: Scope, cause?: Cause): Operation;
  /** Does everything whose time has come; called before every request and now and then in between. */
  runDue(): void;
  /** The account in which something is remembered. */
  scopeWith(has: (store: Store) => boolean): Scope | undefined;
}

interface CoreOptions {
  platforms: readonly Platform[];
  /** Milliseconds since 1970. */
  now: () => number;
  baseUrl: () => string;
  runTask: (op: Operation, task: Task) => void;
  onEvent: (scope: Scope, event: Stripe.EventBase) => void;
  onChange: () => void;
  /** A task that failed is over: the next ones must not wait for it. */
  onFailure: (task: Task, error: unknown) => void;
}

export function createCore(options: CoreOptions): Core {
  const { platforms, now, onChange } = options;
  const seconds = () => Math.floor(now() / 1000);

  const operation = (
    scope: Scope,
    at: number,
    cause?: Cause,
    clock: string | null = null,
  ): Operation => {
    const { platform, store } = scope;
    const about = scope === platform.own ? undefined : scope.account;
    return {
      store,
      scope,
      platform,
      now: at,
      baseUrl: options.baseUrl(),
      publish(type, object, previous) {
        const event = buildEvent({ type, object, previous, created: at, cause, account: about });
        store.events.set(event.id, event);
        options.onEvent(scope, event);
        onChange();
      },
      schedule(kind, id, afterSeconds) {
        const task: Task = { kind, id, dueAt: at + afterSeconds, ...(about && { account: about }) };
        const { tasks, clockTasks } = platform.own.store;
        const list = clock === null ? tasks : (clockTasks.get(clock) ?? []);
        if (clock !== null) clockTasks.set(clock, list);
        insertByTime(list, task);
        onChange();
      },
      inAccount(account) {
        const found = findScope(platform, account);
        return found && operation(found, at, cause, clock);
      },
      onClock(wanted) {
        if (wanted === clock) return this;
        const frozen =
          wanted === null ? undefined : platform.own.store.clocks.get(wanted)?.frozen_time;
        if (frozen === undefined) return operation(scope, seconds(), cause);
        return operation(scope, frozen, cause, wanted);
      },
      openAccount: (account) => void connectAccount(platform, account),
      moveClock: (moved, to) => moveClock(platform, moved, to),
    };
  };

  const run = (platform: Platform, task: Task, clock: string | null = null) => {
    const scope = task.account === undefined ? platform.own : platform.connected.get(task.account);
    try {
      if (scope) options.runTask(operation(scope, task.dueAt, undefined, clock), task);
    } catch (error) {
      options.onFailure(task, error);
    }
    onChange();
  };

  const moveClock = (platform: Platform, clock: Stripe.TestHelpers.TestClock, to: number) => {
    const { clockTasks } = platform.own.store;
    const tasks = clockTasks.get(clock.id) ?? [];
    clockTasks.set(clock.id, tasks);
    while (tasks.length > 0 && tasks[0]!.dueAt <= to) {
      const task = tasks.shift()!;
      clock.frozen_time = Math.max(clock.frozen_time, task.dueAt);
      run(platform, task, clock.id);
    }
    clock.frozen_time = to;
    onChange();
  };

  return {
    platforms,
    begin: (scope, cause) => operation(scope, seconds(), cause),
    runDue() {
      const until = seconds();
      for (const platform of platforms) {
        const { tasks } = platform.own.store;
        while (tasks.length > 0 && tasks[0]!.dueAt <= until) run(platform, tasks.shift()!);
      }
    },
    scopeWith(has) {
      for (const scope of scopesOf(platforms)) if (has(scope.store)) return scope;
      return undefined;
    },
  };
}
