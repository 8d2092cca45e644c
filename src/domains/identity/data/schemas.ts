import { Type } from 'typebox';
import { Instant, Text, TimeZone, Uuid } from '../../../platform/http/index.ts';
import { Password } from '../schemas.ts';

export const Export = Type.Object(
  {
    format: Type.Literal('etude-account'),
    version: Type.Integer({ description: 'of the shape of data' }),
    exportedAt: Instant,
    personId: Uuid,
    data: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown()), {
      description: 'by part of the product',
    }),
  },
  { title: 'AccountExport' },
);

export const DeletionBody = Type.Object({ password: Type.Optional(Password) });
export const Scheduled = Type.Object({ erasesAt: Instant });
export const Deletion = Type.Object({ erasesAt: Type.Union([Instant, Type.Null()]) });

export const MeBody = Type.Object({
  displayName: Type.Optional(Text({ min: 1, max: 400 })),
  timeZone: Type.Optional(TimeZone),
  locale: Type.Optional(Text({ min: 1, max: 35 })),
});
