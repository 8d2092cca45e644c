import type { Logger } from 'pino';
import type { Bus } from './bus/index.ts';
import type { Clock } from './clock/index.ts';
import type { Config } from './config/index.ts';
import type { Db } from './db/index.ts';
import type { Events } from './events/index.ts';
import type { Jobs } from './jobs/index.ts';
import type { MailTransport } from './mail/index.ts';

export type { Logger };

export type Role = 'learner' | 'instructor' | 'operator';

export interface Person {
  kind: 'person';
  id: string;
  sessionId: string;
  email: string;
  displayName: string;
  roles: Role[];
  /** IANA zone. */
  timeZone: string;
  guestKey?: string;
}

/** Who asks. A guest is anonymous with the value of the guest cookie. */
export type Actor =
  | { kind: 'anonymous'; guestKey?: string }
  | Person
  | { kind: 'system'; name: string };

/** What every verb gets as its first argument. Inside `inTransaction`, `db` is the transaction. */
export interface Ctx {
  readonly db: Db;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly log: Logger;
  readonly config: Config;
  readonly requestId: string;
  readonly jobs: Jobs;
  readonly events: Events;
  readonly bus: Bus;
  readonly mail: MailTransport;
}

/** The same services, acting for the system: for jobs, listeners and commands. */
export function systemCtx(ctx: Ctx, name: string): Ctx {
  return { ...ctx, actor: { kind: 'system', name }, requestId: `system:${name}` };
}
