import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { signatureInvalid } from '../errors.ts';
import { jobNames } from '../job-names.ts';
import { verifyEvent } from './verify-event.ts';
import { insertEvent } from './webhooks.queries.ts';

/**
 * Stores a signed event before anything else is done with it; a job does the rest. An event that
 * is known already changes nothing. Throws signature_invalid.
 */
export async function receiveEvent(ctx: Ctx, rawBody: Buffer, signature: string): Promise<void> {
  const event = verifyEvent(ctx, rawBody, signature);
  if (!isEvent(event)) throw signatureInvalid();
  await inTransaction(ctx, async (ctx) => {
    const isNew = await insertEvent(ctx, event, rawBody.toString('utf8'));
    if (isNew) await ctx.jobs.enqueue(ctx, jobNames.processEvent, { eventId: event.id });
  });
}

function isEvent(value: unknown): boolean {
  const event = value as { id?: unknown; type?: unknown } | null;
  return typeof event?.id === 'string' && typeof event.type === 'string';
}
