import type { Logger } from 'pino';
import type { Bus } from './bus/index.ts';
import type { Clock } from './clock/index.ts';
import type { Config } from './config/index.ts';
import type { Db } from './db/index.ts';
import { unauthenticated } from './errors/index.ts';
import type { Events } from './events/index.ts';
import type { Jobs } from './jobs/index.ts';
import type { MailTransport } from './mail/index.ts';
import type { Storage } from './storage/index.ts';
import type { PersonData } from './person-data/index.ts';
import type { SmsTransport } from './sms/index.ts';

export type { Logger };

export type Role = 'learner' | 'instructor' | 'operator';

/** What an operator may look after. */
export type OperatorScope = 'people' | 'catalog' | 'payments' | 'content' | 'markets';

/** A page in a browser carries a cookie, a program (a phone's app) a bearer token. */
export type Client = 'browser' | 'api';

export interface Person {
  kind: 'person';
  id: string;
  sessionId: string;
  email: string;
  displayName: string;
  roles: Role[];
  operatorScopes: OperatorScope[];
  /** IANA zone. */
  timeZone: string;
  /** When this session last saw a full proof of who it is. */
  authenticatedAt: Temporal.Instant;
  client: Client;
  guestKey?: string;
}

/** Who asks. A guest is anonymous with the value of the guest cookie. */
export type Actor =
  | { kind: 'anonymous'; guestKey?: string }
  | Person
  | { kind: 'system'; name: string };

/** Where a request came from. */
export interface Sender {
  readonly ip: string;
  readonly headers: { readonly 'user-agent'?: string | undefined };
}

/** What every verb gets as its first argument. Inside `inTransaction`, `db` is the transaction. */
export interface Ctx {
  readonly db: Db;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly log: Logger;
  readonly config: Config;
  readonly requestId: string;
  /** Nobody sends what the system does by itself. */
  readonly sender?: Sender;
  readonly jobs: Jobs;
  readonly events: Events;
  readonly bus: Bus;
  readonly mail: MailTransport;
  readonly storage: Storage;
  readonly sms: SmsTransport;
  /** Everything that all domains together keep about one person. */
  readonly personData: PersonData;
}

/** Who is signed in. Throws unauthenticated `sign_in_required` for anybody else. */
export function personOf({ actor }: Ctx): Person {
  if (actor.kind !== 'person') throw unauthenticated('sign_in_required', 'Sign in to go on.');
  return actor;
}

/** The same services, acting for the system: for jobs, listeners and commands. */
export function systemCtx(ctx: Ctx, name: string): Ctx {
  return { ...ctx, actor: { kind: 'system', name }, requestId: `system:${name}` };
}
