import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { signatureInvalid } from '../errors.ts';
import { jobNames } from '../job-names.ts';
import { findPlatform } from '../provider/platforms.ts';
import { verifyEvent } from './verify-event.ts';
import { insertEvent } from './webhooks.queries.ts';

/**
 * Stores a signed event before anything else is done with it; a job does the rest. An event that
 * is known already changes nothing. Throws signature_invalid, also for a platform that is none.
 */
export async function receiveEvent(
  ctx: Ctx,
  { platform, rawBody, signature }: { platform: string; rawBody: Buffer; signature: string },
): Promise<void> {
  const settings = findPlatform(ctx, platform);
  if (!settings) throw signatureInvalid();
  const event = verifyEvent(ctx, settings, rawBody, signature);
  if (!isEvent(event)) throw signatureInvalid();
  await inTransaction(ctx, async (ctx) => {
    const isNew = await insertEvent(ctx, { event, payload: rawBody.toString('utf8'), platform });
    if (isNew) await ctx.jobs.enqueue(ctx, jobNames.processEvent, { eventId: event.id });
  });
}

function isEvent(value: unknown): boolean {
  const event = value as { id?: unknown; type?: unknown } | null;
  return typeof event?.id === 'string' && typeof event.type === 'string';
}
