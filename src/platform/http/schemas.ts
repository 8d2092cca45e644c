import { type TSchema, Type } from 'typebox';

/** A page of a list; `nextCursor` is null on the last. */
export const Page = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), nextCursor: Type.Union([Type.String(), Type.Null()]) });

export const Cursor = Type.Optional(
  Type.String({ maxLength: 500, description: 'nextCursor of the page before' }),
);

export const Limit = (fallback: number, maximum = 100) =>
  Type.Optional(Type.Integer({ minimum: 1, maximum, default: fallback }));

export const Uuid = Type.String({ format: 'uuid' });

/** RFC 3339 with offset; between 1970 and 9999. */
export const Instant = Type.String({ format: 'date-time' });

export const PlainDate = Type.String({ format: 'date' });

/** A zone known to the IANA database, such as Europe/London. */
export const TimeZone = Type.String({ format: 'time-zone', maxLength: 64 });

export const Text = ({ min = 0, max }: { min?: number; max: number }) =>
  Type.String({ minLength: min, maxLength: max });

export const MoneySchema = Type.Object(
  {
    minor: Type.Integer({ description: 'amount in minor units of the currency' }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  },
  { title: 'Money' },
);

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.String(),
    requestId: Type.String(),
    errors: Type.Optional(
      Type.Array(Type.Object({ field: Type.String(), code: Type.String(), detail: Type.String() })),
    ),
    details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { title: 'Problem', description: 'RFC 9457 problem details' },
);
