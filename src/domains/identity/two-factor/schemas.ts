import { Type } from 'typebox';
import { Instant, Text, Uuid } from '../../../platform/http/index.ts';
import { AssertionResponse } from '../passkeys/schemas.ts';
import { passwordCharactersMax } from '../passwords/password-rules.ts';
import { backupCodesFew } from './backup-code.ts';

/** Longer than any code, so that spaces and dashes don't matter. */
const Code = Text({ min: 1, max: 40 });

export const SetUp = Type.Object({
  secret: Type.String({ description: 'key to type into the app: base32 in groups of four' }),
  otpauthUri: Type.String({ description: 'what the QR code says' }),
  qrSvg: Type.String({ description: 'the QR code, drawn as SVG' }),
});

export const SetUpCodeBody = Type.Object({ code: Code });
export const DisableBody = Type.Object({
  password: Text({ min: 1, max: passwordCharactersMax }),
});
export const StopResetBody = Type.Object({ token: Text({ min: 1, max: 200 }) });
export const PersonParams = Type.Object({ personId: Uuid });

export const BackupCodes = Type.Object({
  backupCodes: Type.Array(Type.String(), { description: 'ten, shown this once' }),
});

export const Status = Type.Object({
  enabled: Type.Boolean(),
  enabledAt: Type.Union([Instant, Type.Null()]),
  backupCodesLeft: Type.Integer(),
  backupCodesFew: Type.Boolean({
    description: `true from ${backupCodesFew} codes left on: time to make new ones`,
  }),
  trustedBrowserDays: Type.Integer(),
  resetTakesEffectAt: Type.Union([Instant, Type.Null()], {
    description: 'when an operator takes the second step off, unless it is stopped',
  }),
});

export const PendingView = Type.Object({
  methods: Type.Array(
    Type.Union([Type.Literal('totp'), Type.Literal('backup_code'), Type.Literal('passkey')]),
  ),
  expiresAt: Instant,
  triesLeft: Type.Integer(),
  trustedBrowserDays: Type.Integer(),
});

export const VerifyLoginBody = Type.Object(
  {
    code: Type.Optional(Code),
    backupCode: Type.Optional(Text({ min: 1, max: 80 })),
    passkey: Type.Optional(AssertionResponse),
    trustBrowser: Type.Optional(Type.Boolean({ default: false })),
    pendingToken: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'for programs alone' }),
    ),
  },
  { description: 'exactly one of code, backupCode and passkey' },
);
