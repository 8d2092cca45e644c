import { type App, Problem } from '../../../platform/http/index.ts';
import { confirmEmailChange } from '../email-change/confirm-email-change.ts';
import {
  cancelEmailChange,
  getEmailChange,
  type PendingEmailChange,
  requestEmailChange,
} from '../email-change/request-email-change.ts';
import * as schemas from '../email-change/schemas.ts';
import { undoEmailChange } from '../email-change/undo-email-change.ts';
import { Empty } from '../schemas.ts';
import { perPerson, personOf, publicAuth, tags } from './common.ts';

const path = '/api/v1/auth/email-change';

export function emailChangeRoutes(app: App): void {
  wishRoutes(app);
  linkRoutes(app);
}

function wishRoutes(app: App): void {
  app.post(
    path,
    {
      config: {
        access: 'signed_in',
        fresh: true,
        rateLimit: perPerson('email-change', 5, 3600),
      },
      schema: {
        tags,
        operationId: 'requestEmailChange',
        summary: 'Mail a link to a new address; the old one is told',
        body: schemas.RequestBody,
        response: { 202: schemas.Pending, default: Problem },
      },
    },
    async (request, reply) => {
      const { id: personId } = personOf(request);
      const pending = await requestEmailChange(request.ctx, { personId, ...request.body });
      return reply.code(202).send(asJson(pending));
    },
  );
  app.get(
    path,
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'getEmailChange',
        summary: 'The new address that waits to be confirmed',
        response: { 200: schemas.State, default: Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      const pending = await getEmailChange(request.ctx, { personId: personOf(request).id });
      return { pending: pending && asJson(pending) };
    },
  );
  app.delete(
    path,
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'cancelEmailChange',
        summary: 'Keep the address I have',
        response: { 204: Empty, default: Problem },
      },
    },
    async (request, reply) => {
      await cancelEmailChange(request.ctx, { personId: personOf(request).id });
      return reply.code(204).send(null);
    },
  );
}

/** Both take a mailed secret, so nobody has to be signed in; only POST spends it, a mail scanner's GET does not. */
function linkRoutes(app: App): void {
  const config = publicAuth([{ name: 'email-change-link', points: 10, windowSeconds: 3600 }]);
  app.post(
    `${path}/confirm`,
    {
      config,
      schema: {
        tags,
        operationId: 'confirmEmailChange',
        summary: 'The link in the mail to the new address: it is now the account’s',
        body: schemas.LinkBody,
        response: { 200: schemas.Changed, default: Problem },
      },
    },
    async ({ ctx, body }) => confirmEmailChange(ctx, body),
  );
  app.post(
    `${path}/undo`,
    {
      config,
      schema: {
        tags,
        operationId: 'undoEmailChange',
        summary: 'The link in the mail to the old address: it was not me',
        body: schemas.LinkBody,
        response: { 200: schemas.Changed, default: Problem },
      },
    },
    async ({ ctx, body }) => undoEmailChange(ctx, body),
  );
}

const asJson = ({ newEmail, expiresAt }: PendingEmailChange) => ({
  newEmail,
  expiresAt: expiresAt.toString(),
});
