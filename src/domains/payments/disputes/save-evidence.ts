import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { fileUnknown } from '../errors.ts';
import { lockAnswerable } from './answer-dispute.ts';
import { listFiles, saveDraft } from './disputes.queries.ts';
import { type Evidence, fileFields, mergeEvidence } from './evidence.ts';

/**
 * Changes the draft of the answer; the bank sees none of it yet. Fields that are not named stay as
 * they are, an empty text takes one out. Throws dispute_not_found, dispute_over, dispute_answered,
 * and file_unknown for a file that was not uploaded for this dispute.
 */
export async function saveEvidence(
  outer: Ctx,
  { disputeId, changes }: { disputeId: string; changes: Evidence },
): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const { evidence } = await lockAnswerable(ctx, disputeId);
    const files = new Set((await listFiles(ctx, disputeId)).map((file) => file.provider_file_id));
    for (const field of fileFields) {
      const named = changes[field];
      if (named && !files.has(named)) throw fileUnknown(`evidence.${field}`);
    }
    await saveDraft(ctx, disputeId, mergeEvidence(evidence, changes));
  });
}
