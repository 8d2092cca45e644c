import { type Static, Type } from 'typebox';
import { Instant, Text, Uuid } from '../../../platform/http/index.ts';
import type { SessionView as View } from './list-sessions.ts';

export const RefreshBody = Type.Object({ refreshToken: Text({ min: 1, max: 200 }) });

export const SessionView = Type.Object({
  id: Uuid,
  current: Type.Boolean({ description: 'the one that asks' }),
  client: Type.Union([Type.Literal('browser'), Type.Literal('api')]),
  browser: Type.String({ description: 'as in "Firefox on Linux"' }),
  address: Type.Union([Type.String(), Type.Null()]),
  methods: Type.Array(Type.String()),
  remember: Type.Boolean(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
});

export const sessionBody = ({
  createdAt,
  lastSeenAt,
  expiresAt,
  ...session
}: View): Static<typeof SessionView> => ({
  ...session,
  createdAt: createdAt.toString(),
  lastSeenAt: lastSeenAt.toString(),
  expiresAt: expiresAt.toString(),
});
