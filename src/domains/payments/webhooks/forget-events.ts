import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { readAll } from '../../../platform/person-data/index.ts';
import type { SubjectKind } from '../provider/subject.ts';
import { findEventsOf, replacePayloads } from './webhooks.queries.ts';

interface About {
  kind: SubjectKind;
  ids: readonly string[];
}

/**
 * Takes the person out of what was said to and by the provider about these: an event keeps what it
 * was about and when, which is all that running it again would need.
 */
export async function forgetConversation(ctx: Ctx, about: About): Promise<void> {
  await sql`
    update payments.provider_calls
    set error_message = null, params = params - array['customer_email', 'email', 'name', 'line_items',
      'payment_intent_data', 'subscription_data', 'setup_intent_data', 'success_url', 'cancel_url', 'evidence']
    where subject_kind = ${about.kind} and subject_id = any(${[...about.ids]}::uuid[])`.execute(
    ctx.db,
  );
  const events = await readAll<{ id: string; payload: unknown }>(({ after, limit }) =>
    findEventsOf(ctx, about, { afterId: after?.id, limit }),
  );
  await replacePayloads(
    ctx,
    events.map(({ id, payload }) => ({ id, payload: withoutPerson(payload as Stripe.Event) })),
  );
}

function withoutPerson({ id, type, created, data }: Stripe.Event) {
  const about = data.object as { id?: unknown; object?: unknown; payment_intent?: unknown };
  const object = { id: about.id, object: about.object, payment_intent: about.payment_intent };
  return { id, object: 'event', type, created, data: { object } };
}
