import { type Static, Type } from 'typebox';
import { Text, TimeZone, Uuid } from '../../platform/http/index.ts';
import { returnToCharactersMax } from './links/return-to.ts';
import { passwordCharactersMax } from './passwords/password-rules.ts';

// Longer than any address or name that is accepted: the verb says what is wrong in its own words.
const Email = Text({ min: 1, max: 320 });
const DisplayName = Text({ min: 1, max: 400 });
export const Password = Text({ min: 1, max: passwordCharactersMax });
const ReturnTo = Type.String({
  maxLength: returnToCharactersMax,
  description: 'path on this site to go on with',
});
const LinkToken = Text({ min: 1, max: 200 });

/** A program gets tokens in the answer's body, a browser cookies. */
export const Client = Type.Union([Type.Literal('browser'), Type.Literal('api')], {
  default: 'browser',
});

export const RegisterBody = Type.Object({
  email: Email,
  password: Password,
  displayName: DisplayName,
  role: Type.Optional(
    Type.Union([Type.Literal('learner'), Type.Literal('instructor')], { default: 'learner' }),
  ),
  locale: Type.Optional(Text({ max: 35 })),
  timeZone: Type.Optional(TimeZone),
  returnTo: Type.Optional(ReturnTo),
});

export const ResendBody = Type.Object({ email: Email, returnTo: Type.Optional(ReturnTo) });
export const ForgotBody = Type.Object({ email: Email });
export const VerifyBody = Type.Object({ token: LinkToken });
export const ResetBody = Type.Object({ token: LinkToken, password: Password });
export const LogInBody = Type.Object({
  email: Email,
  password: Password,
  remember: Type.Optional(Type.Boolean({ default: false })),
  client: Type.Optional(Client),
});

export const Accepted = Type.Object({ message: Type.String() });
export const Verified = Type.Object({ returnTo: Type.Union([Type.String(), Type.Null()]) });
export const Empty = Type.Null({ description: 'nothing to say' });

export const Me = Type.Object({
  id: Uuid,
  email: Type.String(),
  displayName: Type.String(),
  roles: Type.Array(
    Type.Union([Type.Literal('learner'), Type.Literal('instructor'), Type.Literal('operator')]),
  ),
  operatorScopes: Type.Array(
    Type.Union([
      Type.Literal('people'),
      Type.Literal('catalog'),
      Type.Literal('payments'),
      Type.Literal('content'),
      Type.Literal('markets'),
    ]),
  ),
  timeZone: Type.String({ description: 'IANA zone' }),
});
export type Me = Static<typeof Me>;
