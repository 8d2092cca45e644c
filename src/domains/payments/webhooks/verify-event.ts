import Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { signatureInvalid } from '../errors.ts';
import type { PlatformSettings } from '../provider/platforms.ts';

/** How far a signature's time may be from ours, either way. */
const toleranceSeconds = 300;

/**
 * Reads an event from the exact bytes that were signed, with the secret of the platform's own
 * endpoint or of the one for its connected accounts. Throws signature_invalid for a wrong
 * signature, and for one whose time is too old or, which the SDK does not mind, too far ahead.
 */
export function verifyEvent(
  ctx: Ctx,
  { webhookSecret, connectWebhookSecret }: PlatformSettings,
  rawBody: Buffer,
  signature: string,
): Stripe.Event {
  const nowMs = ctx.clock.now().epochMilliseconds;
  const aheadSeconds = signedAtSeconds(signature) - nowMs / 1000;
  // Not a number is not in time either.
  if (!(aheadSeconds <= toleranceSeconds)) throw signatureInvalid();
  const secrets = connectWebhookSecret ? [webhookSecret, connectWebhookSecret] : [webhookSecret];
  for (const secret of secrets) {
    const event = signedWith(secret, { rawBody, signature, nowMs });
    if (event) return event;
  }
  throw signatureInvalid();
}

function signedWith(
  secret: string,
  { rawBody, signature, nowMs }: { rawBody: Buffer; signature: string; nowMs: number },
): Stripe.Event | undefined {
  try {
    return Stripe.webhooks.constructEvent(
      rawBody,
      signature,
      secret,
      toleranceSeconds,
      undefined,
      nowMs,
    );
  } catch (error) {
    // The signature is checked before the body is parsed, so bad JSON was signed by the provider.
    if (
      error instanceof Stripe.errors.StripeSignatureVerificationError ||
      error instanceof SyntaxError
    )
      return undefined;
    throw error;
  }
}

/** The last `t=` counts, as it does in the SDK. */
function signedAtSeconds(signature: string): number {
  const times = signature.split(',').filter((part) => part.startsWith('t='));
  return Number.parseInt(times.at(-1)?.slice(2) ?? '', 10);
}
