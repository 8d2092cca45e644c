import Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { signatureInvalid } from '../errors.ts';

/** How far a signature's time may be from ours, either way. */
const toleranceSeconds = 300;

/**
 * Reads an event from the exact bytes that were signed. Throws signature_invalid for a wrong
 * signature, and for one whose time is too old or, which the SDK does not mind, too far ahead.
 */
export function verifyEvent(ctx: Ctx, rawBody: Buffer, signature: string): Stripe.Event {
  const nowMs = ctx.clock.now().epochMilliseconds;
  const aheadSeconds = signedAtSeconds(signature) - nowMs / 1000;
  // Not a number is not in time either.
  if (!(aheadSeconds <= toleranceSeconds)) throw signatureInvalid();
  try {
    const { webhookSecret } = ctx.config.stripe;
    return Stripe.webhooks.constructEvent(
      rawBody,
      signature,
      webhookSecret,
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
      throw signatureInvalid();
    throw error;
  }
}

/** The last `t=` counts, as it does in the SDK. */
function signedAtSeconds(signature: string): number {
  const times = signature.split(',').filter((part) => part.startsWith('t='));
  return Number.parseInt(times.at(-1)?.slice(2) ?? '', 10);
}
