import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { SmsError } from '../../../platform/sms/index.ts';
import { lockPerson } from '../people/people.queries.ts';
import {
  noPhonePending,
  phoneCoolDown,
  phoneUnchanged,
  phoneUnreachable,
  smsUnavailable,
  tooManyCodes,
} from './errors.ts';
import { codeMinutes, codeText, coolDownSeconds, hashCode, makeCode } from './phone-code.ts';
import * as queries from './phone-codes.queries.ts';
import { normalisePhone } from './phone-number.ts';
import { pendingOf, type PendingPhone } from './phone-state.ts';

/** ID-10. The first counts for a number, whoever asks; the second bounds what guessing can gain. */
const codesPerNumber = { max: 3, minutes: 10 };
const codesPerPerson = { max: 10, minutes: 24 * 60 };

export interface StartPhone {
  personId: string;
  phone: string;
  /** ISO 3166: where a number without a prefix is taken to be. */
  region?: string | undefined;
}

/**
 * Sends a code to a number; it becomes the person's when they give the code back. The same number may
 * belong to several accounts: it is no way in. Throws invalid phone_malformed, phone_not_mobile or
 * phone_unreachable, conflict phone_unchanged, too_many phone_cool_down or rate_limited, and
 * unavailable sms_unavailable.
 */
export async function startPhone(
  ctx: Ctx,
  { personId, phone: input, region }: StartPhone,
): Promise<PendingPhone> {
  requireSms(ctx);
  const phone = await normalisePhone(input, region);
  if ((await queries.findPhone(ctx, personId)) === phone) throw phoneUnchanged();
  return sendCode(ctx, { personId, phone });
}

/** Sends a new code to the number that waits for one; the old one no longer works. Throws as `startPhone`. */
export async function resendCode(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<PendingPhone> {
  requireSms(ctx);
  const open = await queries.findOpenCode(ctx, personId);
  if (!open) throw noPhonePending();
  return sendCode(ctx, { personId, phone: open.phone });
}

function requireSms({ sms }: Ctx): void {
  if (sms.via === 'none') throw smsUnavailable();
}

interface Receiver {
  personId: string;
  phone: string;
}

/** The row is there before the SMS goes out, and void again when it did not. */
async function sendCode(ctx: Ctx, to: Receiver): Promise<PendingPhone> {
  const code = makeCode();
  const id = await inTransaction(ctx, (ctx) => openCode(ctx, to, code));
  try {
    await ctx.sms.send({ to: to.phone, text: codeText(ctx.config, code) });
  } catch (error) {
    await queries.endCode(ctx, id, 'unsent');
    throw error instanceof SmsError && error.permanent
      ? phoneUnreachable(error)
      : smsUnavailable(error);
  }
  const open = await queries.findOpenCode(ctx, to.personId);
  if (!open) throw noPhonePending();
  return pendingOf(open);
}

async function openCode(ctx: Ctx, to: Receiver, code: string): Promise<string> {
  const { personId, phone } = to;
  await lockPerson(ctx, personId);
  await queries.lockPhone(ctx, phone);
  await refuseTooSoon(ctx, to);
  await refuseTooMany(ctx, { phone }, codesPerNumber);
  await refuseTooMany(ctx, { personId }, codesPerPerson);
  await queries.endOpenCodes(ctx, personId, 'replaced');
  const id = newId(ctx.clock);
  const expiresAt = ctx.clock.now().add({ minutes: codeMinutes });
  const codeHash = hashCode(ctx.config, id, code);
  await queries.insertCode(ctx, { id, personId, phone, codeHash, expiresAt });
  return id;
}

async function refuseTooSoon(ctx: Ctx, to: Receiver): Promise<void> {
  const last = await queries.findLastSent(ctx, to);
  const resendAt = last?.add({ seconds: coolDownSeconds });
  const waitMs = (resendAt?.epochMilliseconds ?? 0) - ctx.clock.now().epochMilliseconds;
  if (resendAt && waitMs > 0) throw phoneCoolDown(resendAt, Math.ceil(waitMs / 1000));
}

async function refuseTooMany(
  ctx: Ctx,
  whose: { phone: string } | { personId: string },
  { max, minutes }: { max: number; minutes: number },
): Promise<void> {
  const now = ctx.clock.now();
  const sent = await queries.findSentSince(ctx, whose, now.subtract({ minutes }));
  // When the oldest of the last `max` has grown old enough, there is room for one more.
  const blocking = sent.at(-max * ctx.config.rateLimitFactor);
  if (!blocking) return;
  const freeMs = blocking.add({ minutes }).epochMilliseconds - now.epochMilliseconds;
  throw tooManyCodes(Math.max(1, Math.ceil(freeMs / 1000)));
}
