import { Type } from 'typebox';
import type { Ctx } from '../../../platform/context.ts';
import { type App, Problem } from '../../../platform/http/index.ts';
import * as schemas from '../operations/schemas.ts';
import { told } from '../operations/told.ts';
import { answerDispute } from './answer-dispute.ts';
import { getDispute, listDisputes } from './list-disputes.ts';
import { saveEvidence } from './save-evidence.ts';
import { fileBytesMax, uploadFile } from './upload-file.ts';

const tags = ['operators: payments'];
const config = { access: 'operator:payments' } as const;

export function disputesRoutes(app: App): void {
  readRoutes(app);
  answerRoutes(app);
  app.register(async (scope: App) => fileRoute(scope));
}

const view = async (ctx: Ctx, id: string) => told(await getDispute(ctx, id));

function readRoutes(app: App): void {
  app.get(
    '/api/v1/operator/disputes',
    {
      config,
      schema: {
        tags,
        operationId: 'listDisputes',
        summary: 'What payers’ banks ask back, the newest first',
        querystring: schemas.DisputesQuery,
        response: { 200: schemas.DisputesPage, default: Problem },
      },
    },
    async ({ ctx, query: { open = true, cursor, limit = 25 } }) => {
      const page = await listDisputes(ctx, { open, cursor, limit });
      return { ...page, items: page.items.map(told) };
    },
  );
  app.get(
    '/api/v1/operator/disputes/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'getDispute',
        summary: 'One dispute with the draft of our answer',
        params: schemas.IdParams,
        response: { 200: schemas.Dispute, default: Problem },
      },
    },
    async ({ ctx, params }) => view(ctx, params.id),
  );
}

function answerRoutes(app: App): void {
  app.put(
    '/api/v1/operator/disputes/:id/evidence',
    {
      bodyLimit: 1024 * 1024,
      config,
      schema: {
        tags,
        operationId: 'saveDisputeEvidence',
        summary: 'Change the draft of our answer; the bank sees nothing of it yet',
        params: schemas.IdParams,
        body: schemas.EvidenceBody,
        response: { 200: schemas.Dispute, default: Problem },
      },
    },
    async ({ ctx, params, body }) => {
      await saveEvidence(ctx, { disputeId: params.id, changes: body.evidence });
      return view(ctx, params.id);
    },
  );
  app.post(
    '/api/v1/operator/disputes/:id/answer',
    {
      config: { ...config, fresh: true },
      schema: {
        tags,
        operationId: 'answerDispute',
        summary: 'Send the answer to the bank, or give in; once and for all',
        params: schemas.IdParams,
        body: schemas.AnswerBody,
        response: { 202: schemas.Asked, default: Problem },
      },
    },
    async ({ ctx, params, body }, reply) => {
      await answerDispute(ctx, { disputeId: params.id, ...body });
      return reply.code(202).send({ asked: true as const });
    },
  );
}

/** In a scope of its own: nowhere else is a body of raw bytes taken. */
function fileRoute(app: App): void {
  const types = ['application/pdf', 'image/jpeg', 'image/png', 'application/octet-stream'];
  app.addContentTypeParser(types, { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.post(
    '/api/v1/operator/disputes/:id/files',
    {
      // One byte more, so that a file that is too large is refused in our words.
      bodyLimit: fileBytesMax + 1,
      config: { ...config, rateLimit: { name: 'dispute-file', points: 60, windowSeconds: 3600 } },
      schema: {
        tags,
        operationId: 'uploadDisputeFile',
        summary:
          'Upload a PDF, JPEG or PNG of at most 4 MB to the provider, into a field of the draft',
        params: schemas.IdParams,
        querystring: schemas.FileQuery,
        body: {
          content: Object.fromEntries(
            types.map((type) => [
              type,
              { schema: Type.Unsafe<Buffer>({ description: 'the bytes of the file' }) },
            ]),
          ),
        },
        response: { 201: schemas.Dispute, default: Problem },
      },
    },
    async ({ ctx, params, query, body }, reply) => {
      // A request without a body has none of the bytes, whatever its type says.
      const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
      await uploadFile(ctx, { disputeId: params.id, ...query, bytes });
      return reply.code(201).send(await view(ctx, params.id));
    },
  );
}
