import { type Static, Type } from 'typebox';
import { type App, Problem, Text } from '../../../platform/http/index.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { AssertionResponse } from '../passkeys/schemas.ts';
import { changePassword } from '../passwords/change-password.ts';
import * as schemas from '../schemas.ts';
import { browserOf } from '../sign-in/browser.ts';
import { confirmIdentity, type IdentityProof } from '../step-up/confirm-identity.ts';
import { confirmMethods, waysToConfirm } from '../step-up/ways-to-confirm.ts';
import { perPerson, personOf, tags } from './common.ts';

const ConfirmBody = Type.Object(
  {
    password: Type.Optional(schemas.Password),
    code: Type.Optional(Text({ min: 6, max: 20 })),
    passkey: Type.Optional(AssertionResponse),
  },
  { description: 'one of the three' },
);

const WaysToConfirm = Type.Object({
  methods: Type.Array(Type.Enum([...confirmMethods], { type: 'string' })),
  provider: Type.Union([Type.String(), Type.Null()], {
    description: 'linked provider, where signing in anew proves as much',
  }),
});

export function stepUpRoutes(app: App): void {
  app.get(
    '/api/v1/auth/proofs',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'getWaysToConfirm',
        summary: 'What I can prove myself with',
        response: { 200: WaysToConfirm, default: Problem },
      },
    },
    async (request) => waysToConfirm(request.ctx, personOf(request).id),
  );
  app.post(
    '/api/v1/auth/confirm',
    {
      config: { access: 'signed_in', rateLimit: perPerson('confirm', 20, 900) },
      schema: {
        tags,
        operationId: 'confirmIdentity',
        summary: 'Prove again who you are, for what needs a proof from the last ten minutes',
        body: ConfirmBody,
        response: { 204: schemas.Empty, default: Problem },
      },
    },
    async (request, reply) => {
      await confirmIdentity(request.ctx, {
        person: personOf(request),
        proof: proofOf(request.body),
        device: browserOf(request).device,
      });
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/auth/change-password',
    {
      config: { access: 'signed_in', rateLimit: perPerson('change-password', 20, 900) },
      schema: {
        tags,
        operationId: 'changePassword',
        summary: 'Set a new password and sign out everywhere else',
        body: Type.Object({ currentPassword: schemas.Password, newPassword: schemas.Password }),
        response: { 204: schemas.Empty, default: Problem },
      },
    },
    async (request, reply) => {
      const { device } = browserOf(request);
      await changePassword(request.ctx, { ...request.body, person: personOf(request), device });
      return reply.code(204).send(null);
    },
  );
}

function proofOf({ password, code, passkey }: Static<typeof ConfirmBody>): IdentityProof {
  const proofs: IdentityProof[] = [
    ...(password === undefined ? [] : [{ password }]),
    ...(code === undefined ? [] : [{ code }]),
    ...(passkey === undefined ? [] : [{ passkey }]),
  ];
  const [proof] = proofs;
  if (!proof || proofs.length > 1)
    throw invalid('one_proof', 'Send one of password, code and passkey.', { field: 'password' });
  return proof;
}
