import { Type } from 'typebox';
import { Instant, Text } from '../../../platform/http/index.ts';

export const StartBody = Type.Object({
  phone: Text({ min: 1, max: 40 }),
  region: Type.Optional(
    Type.String({
      pattern: '^[A-Z]{2}$',
      description: 'ISO 3166 country of a number without a prefix',
    }),
  ),
});

export const VerifyBody = Type.Object({ code: Text({ min: 1, max: 40 }) });

export const Pending = Type.Object(
  {
    phone: Type.String({ description: 'E.164' }),
    expiresAt: Instant,
    resendAt: Type.String({
      format: 'date-time',
      description: 'from when on another code may be asked for',
    }),
    triesLeft: Type.Integer({ description: '0: only a new code helps' }),
  },
  { title: 'PendingPhone' },
);

export const State = Type.Object({
  available: Type.Boolean({ description: 'whether this installation can send SMS' }),
  phone: Type.Union([Type.String(), Type.Null()], { description: 'E.164; confirmed' }),
  pending: Type.Union([Pending, Type.Null()]),
});

export const Verified = Type.Object({ phone: Type.String({ description: 'E.164' }) });
