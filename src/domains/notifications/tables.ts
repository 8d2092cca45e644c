import type { Generated, JSONColumnType } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { TemplateParams } from './template.ts';
import type { TemplateName } from './templates.ts';

export type DeliveryStatus = 'queued' | 'sending' | 'sent' | 'failed' | 'skipped';

export type Channel = 'email' | 'sms';

export interface DeliveriesTable {
  id: string;
  /** Names the fact and the receiver: of two attempts to tell the same, one row is kept. */
  dedupe_key: string;
  person_id: string;
  channel: Channel;
  template: TemplateName;
  params: JSONColumnType<TemplateParams>;
  address: string | null;
  status: DeliveryStatus;
  attempts: Generated<number>;
  created_at: Temporal.Instant;
  claimed_at: Temporal.Instant | null;
  sent_at: Temporal.Instant | null;
  provider_id: string | null;
  error: string | null;
}

export type NotificationsTables = {
  'notifications.deliveries': DeliveriesTable;
};

export const tables = (ctx: Ctx) => ctx.db.withTables<NotificationsTables>();
