import { Type } from 'typebox';
import { Instant, Text } from '../../../platform/http/index.ts';

// Longer than any address that is accepted: the verb says what is wrong in its own words.
export const RequestBody = Type.Object({ newEmail: Text({ min: 1, max: 320 }) });
export const LinkBody = Type.Object({ token: Text({ min: 1, max: 200 }) });

export const Pending = Type.Object(
  { newEmail: Type.String(), expiresAt: Instant },
  { title: 'PendingEmailChange' },
);
export const State = Type.Object({ pending: Type.Union([Pending, Type.Null()]) });
export const Changed = Type.Object({
  email: Type.String({ description: 'the account’s address now' }),
});
