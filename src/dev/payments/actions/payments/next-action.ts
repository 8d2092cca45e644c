import type Stripe from 'stripe';
import type { Operation } from '../../core.ts';

/**
 * Where the payer confirms. With a return address the provider redirects there afterwards; without one only
 * its script could go on, so the address of the page is all there is.
 */
export function askForAuthentication(
  op: Operation,
  intent: Stripe.PaymentIntent | Stripe.SetupIntent,
  returnUrl: string | null,
): void {
  const secret = intent.client_secret?.split('_secret_')[1] ?? '';
  const url = `${op.baseUrl}/c/authenticate/${intent.id}/${secret}`;
  Object.assign(intent, {
    next_action: {
      type: 'redirect_to_url',
      redirect_to_url: { return_url: returnUrl, url },
    },
  });
}
