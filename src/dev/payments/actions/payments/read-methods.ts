import { invalidRequest } from '../../api/errors.ts';
import type { Params } from '../../api/params.ts';
import type { AskBank } from '../../objects/payment-intent.ts';

/** `payment_method_options[card][request_three_d_secure]`: the one option of cards that there is. */
export function readAskBank(params: Params): AskBank | undefined {
  const card = params.object('payment_method_options')?.object('card');
  return card?.oneOf('request_three_d_secure', ['any', 'automatic', 'challenge']);
}

interface AutomaticMethods {
  allow_redirects: 'always' | 'never';
  enabled: boolean;
}

/** Whether the call allows cards only; anything else is refused, as cards are all there is here. */
export function readCardOnly(params: Params): boolean {
  const types = [
    ...params.texts('allowed_payment_method_types'),
    ...params.texts('payment_method_types'),
  ];
  if (types.some((type) => type !== 'card')) {
    throw invalidRequest('The local emulator takes cards only.', { param: 'payment_method_types' });
  }
  return types.length > 0;
}

export function readAutomaticMethods(params: Params): AutomaticMethods | null {
  const automatic = params.object('automatic_payment_methods');
  if (automatic?.flag('enabled') === false) return null;
  const redirects = automatic?.oneOf('allow_redirects', ['always', 'never']) ?? 'always';
  return { allow_redirects: redirects, enabled: true };
}
