import { Type } from 'typebox';

/** Longer than any real signature header, which may carry several while a secret is rolled. */
export const WebhookHeaders = Type.Object({
  'stripe-signature': Type.String({ minLength: 1, maxLength: 2000 }),
});

export const WebhookAnswer = Type.Object({ received: Type.Boolean() });

/** "main", or the market whose own account it is. */
export const PlatformParams = Type.Object({
  platform: Type.String({ pattern: '^[a-z][a-z_-]{1,30}$' }),
});
