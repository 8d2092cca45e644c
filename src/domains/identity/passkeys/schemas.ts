import { type Static, Type } from 'typebox';
import { Instant, Text, Uuid } from '../../../platform/http/index.ts';

// WebAuthn's own JSON forms (Level 3, 5.1.8 and 5.1.10), as far as we read them. What browsers add
// beside is let pass: they keep adding.
const Base64Url = (max: number) => Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: max });
const CredentialId = Base64Url(1364); // 1023 bytes

export const AssertionResponse = Type.Object(
  {
    id: CredentialId,
    rawId: CredentialId,
    type: Type.Literal('public-key'),
    response: Type.Object({
      clientDataJSON: Base64Url(4_000),
      authenticatorData: Base64Url(8_000),
      signature: Base64Url(4_000),
      userHandle: Type.Optional(Type.Union([Base64Url(100), Type.Null()])),
    }),
  },
  { description: 'PublicKeyCredential.toJSON() of navigator.credentials.get()' },
);
export type AssertionResponse = Static<typeof AssertionResponse>;

export const RegistrationResponse = Type.Object(
  {
    id: CredentialId,
    rawId: CredentialId,
    type: Type.Literal('public-key'),
    response: Type.Object({
      clientDataJSON: Base64Url(4_000),
      attestationObject: Base64Url(40_000),
      transports: Type.Optional(Type.Array(Text({ max: 40 }), { maxItems: 20 })),
    }),
  },
  { description: 'PublicKeyCredential.toJSON() of navigator.credentials.create()' },
);
export type RegistrationResponse = Static<typeof RegistrationResponse>;

const Descriptor = Type.Object({
  type: Type.Literal('public-key'),
  id: Type.String(),
  transports: Type.Array(Type.String()),
});

export const RequestOptions = Type.Object(
  {
    challenge: Type.String(),
    rpId: Type.String(),
    timeout: Type.Integer({ description: 'milliseconds' }),
    userVerification: Type.String(),
    allowCredentials: Type.Array(Descriptor),
  },
  { description: 'for PublicKeyCredential.parseRequestOptionsFromJSON()' },
);
export type RequestOptions = Static<typeof RequestOptions>;

export const CreationOptions = Type.Object(
  {
    challenge: Type.String(),
    rp: Type.Object({ id: Type.String(), name: Type.String() }),
    user: Type.Object({ id: Type.String(), name: Type.String(), displayName: Type.String() }),
    pubKeyCredParams: Type.Array(
      Type.Object({ type: Type.Literal('public-key'), alg: Type.Integer() }),
    ),
    timeout: Type.Integer({ description: 'milliseconds' }),
    excludeCredentials: Type.Array(Descriptor),
    authenticatorSelection: Type.Object({
      residentKey: Type.String(),
      requireResidentKey: Type.Boolean(),
      userVerification: Type.String(),
    }),
    attestation: Type.String(),
    extensions: Type.Object({ credProps: Type.Boolean() }),
  },
  { description: 'for PublicKeyCredential.parseCreationOptionsFromJSON()' },
);
export type CreationOptions = Static<typeof CreationOptions>;

export const PasskeyName = Text({ min: 1, max: 240 });

export const PasskeyView = Type.Object({
  id: Uuid,
  name: Type.String(),
  backedUp: Type.Boolean({ description: 'kept by a password manager, so it outlives the device' }),
  createdAt: Instant,
  lastUsedAt: Type.Union([Instant, Type.Null()]),
});
export type PasskeyView = Static<typeof PasskeyView>;
