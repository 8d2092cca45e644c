import { type App, Problem } from '../../../platform/http/index.ts';
import { exportAccount } from '../data/export-account.ts';
import { cancelDeletion, getDeletion, scheduleDeletion } from '../data/schedule-deletion.ts';
import * as schemas from '../data/schemas.ts';
import { updateMe } from '../people/update-me.ts';
import { Empty, Me } from '../schemas.ts';
import { browserOf } from '../sign-in/browser.ts';
import { perPerson, personOf, tags } from './common.ts';

export function dataRoutes(app: App): void {
  meRoute(app);
  exportRoute(app);
  scheduleRoute(app);
  deletionRoutes(app);
}

function meRoute(app: App): void {
  app.patch(
    '/api/v1/me',
    {
      config: { access: 'signed_in', rateLimit: perPerson('me', 60, 3600) },
      schema: {
        tags,
        operationId: 'updateMe',
        summary: 'Change my name, time zone or language',
        body: schemas.MeBody,
        response: { 200: Me, default: Problem },
      },
    },
    async (request): Promise<Me> => {
      const person = personOf(request);
      const me = await updateMe(request.ctx, { personId: person.id, ...request.body });
      const { id, email, displayName, roles, timeZone } = me;
      return { id, email, displayName, roles, operatorScopes: person.operatorScopes, timeZone };
    },
  );
}

function exportRoute(app: App): void {
  app.get(
    '/api/v1/me/export',
    {
      config: {
        access: 'signed_in',
        fresh: true,
        rateLimit: perPerson('export', 5, 3600),
      },
      schema: {
        tags,
        operationId: 'exportMe',
        summary: 'Everything that is kept about me',
        response: { 200: schemas.Export, default: Problem },
      },
    },
    async (request, reply) => {
      const { id: personId } = personOf(request);
      reply
        .header('cache-control', 'private, no-store')
        .header('content-disposition', 'attachment; filename="etude-account.json"');
      return exportAccount(request.ctx, { personId });
    },
  );
}

const deletionPath = '/api/v1/me/deletion';

function scheduleRoute(app: App): void {
  app.post(
    deletionPath,
    {
      config: {
        access: 'signed_in',
        fresh: true,
        rateLimit: perPerson('deletion', 10, 3600),
      },
      schema: {
        tags,
        operationId: 'scheduleDeletion',
        summary: 'Delete my account, after 14 days',
        body: schemas.DeletionBody,
        response: { 202: schemas.Scheduled, default: Problem },
      },
    },
    async (request, reply) => {
      const { erasesAt } = await scheduleDeletion(request.ctx, {
        person: personOf(request),
        device: browserOf(request).device,
        ...request.body,
      });
      return reply.code(202).send({ erasesAt: erasesAt.toString() });
    },
  );
}

function deletionRoutes(app: App): void {
  app.get(
    deletionPath,
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'getDeletion',
        summary: 'When my account will be erased, if it will',
        response: { 200: schemas.Deletion, default: Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      const { erasesAt } = await getDeletion(request.ctx, { personId: personOf(request).id });
      return { erasesAt: erasesAt?.toString() ?? null };
    },
  );
  app.delete(
    deletionPath,
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'cancelDeletion',
        summary: 'Keep my account',
        response: { 204: Empty, default: Problem },
      },
    },
    async (request, reply) => {
      await cancelDeletion(request.ctx, { personId: personOf(request).id });
      return reply.code(204).send(null);
    },
  );
}
