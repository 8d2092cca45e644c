import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { fileNotTaken, providerUnavailable } from '../errors.ts';
import { answerIn, provider } from '../provider/stripe.ts';
import { tables } from '../tables.ts';
import { lockAnswerable } from './answer-dispute.ts';
import { saveDraft } from './disputes.queries.ts';
import { type FileField, mergeEvidence } from './evidence.ts';

/** All files of a dispute together may have 4.5 MB with the provider; one has at most this. */
export const fileBytesMax = 4 * 1024 * 1024;

interface UploadFile {
  disputeId: string;
  field: FileField;
  name: string;
  bytes: Buffer;
}

/**
 * Uploads a PDF, JPEG or PNG to the provider and puts it into a field of the draft; what stood there
 * goes. An upload whose answer is lost leaves a file there that nothing names: it does no harm.
 * Throws dispute_not_found, dispute_over, dispute_answered, file_not_taken,
 * payment_provider_unavailable.
 */
export async function uploadFile(outer: Ctx, input: UploadFile): Promise<void> {
  const { disputeId, field, bytes } = input;
  const type = typeOf(bytes);
  if (!type) throw fileNotTaken();
  const name = `${plainName(input.name)}.${type.ending}`;
  const { platform } = await inTransaction(outer, (ctx) => lockAnswerable(ctx, disputeId));
  const id = newId(outer.clock);
  const providerFileId = await send(outer, platform, { id, name, bytes, type: type.type });
  await inTransaction(outer, async (ctx) => {
    const { evidence } = await lockAnswerable(ctx, disputeId);
    await tables(ctx)
      .insertInto('payments.dispute_files')
      .values({
        id,
        dispute_id: disputeId,
        provider_file_id: providerFileId,
        name,
        bytes: bytes.length,
        uploaded_at: ctx.clock.now().toString(),
      })
      .execute();
    await saveDraft(ctx, disputeId, mergeEvidence(evidence, { [field]: providerFileId }));
  });
}

async function send(
  ctx: Ctx,
  platform: string,
  { id, name, bytes, type }: { id: string; name: string; bytes: Buffer; type: string },
): Promise<string> {
  try {
    const made = await provider(ctx, platform).files.create(
      { purpose: 'dispute_evidence', file: { data: bytes, name, type } },
      { idempotencyKey: `dispute_file:${id}:create:1` },
    );
    return made.id;
  } catch (error) {
    const answer = answerIn(error);
    if (answer === 'refused') throw fileNotTaken();
    if (answer) throw providerUnavailable(error);
    throw error;
  }
}

const kinds = [
  { type: 'application/pdf', ending: 'pdf', begins: Buffer.from('%PDF-') },
  { type: 'image/jpeg', ending: 'jpg', begins: Buffer.from([0xff, 0xd8, 0xff]) },
  { type: 'image/png', ending: 'png', begins: Buffer.from([0x89, 0x50, 0x4e, 0x47]) },
];

/** By what the file begins with: what its sender calls it proves nothing. */
const typeOf = (bytes: Buffer) =>
  bytes.length > fileBytesMax
    ? undefined
    : kinds.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins));

/** Letters, digits, spaces and dashes of a file's name, without its ending. */
const plainName = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/[^\p{L}\p{N} _-]+/gu, ' ')
    .trim()
    .slice(0, 80) || 'file';
