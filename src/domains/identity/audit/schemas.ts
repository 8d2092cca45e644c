import { Type } from 'typebox';
import { Instant, Uuid } from '../../../platform/http/index.ts';

const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const Details = Type.Record(
  Type.String(),
  Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
);

const common = {
  id: Uuid,
  at: Instant,
  action: Type.String({ description: 'such as password_changed' }),
  address: OrNull(Type.String()),
  details: Details,
};

export const SecurityLogEntry = Type.Object({
  ...common,
  by: Type.Union(
    [
      Type.Literal('you'),
      Type.Literal('unknown'),
      Type.Literal('operator'),
      Type.Literal('system'),
    ],
    { description: 'unknown: had not signed in (yet)' },
  ),
  browser: OrNull(Type.String({ description: 'as in "Firefox on Linux"' })),
});

export const AuditEntry = Type.Object({
  ...common,
  personId: OrNull(Uuid),
  actorKind: Type.Union([
    Type.Literal('person'),
    Type.Literal('anonymous'),
    Type.Literal('system'),
  ]),
  actorId: OrNull(Uuid),
  requestId: Type.String(),
  userAgent: OrNull(Type.String()),
});

export const withText = <T extends { at: Temporal.Instant }>(entry: T) => ({
  ...entry,
  at: entry.at.toString(),
});
