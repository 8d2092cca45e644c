import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { money } from '../../../platform/money/index.ts';
import { book } from '../ledger/book.ts';
import { writeOffPosting } from '../ledger/postings.ts';
import { lockBoth, ofTransfer } from './advance-transfer.ts';
import { owedOf } from './owing.ts';
import { changeTransfer, listOwedSince, lockPayee, reservedBy } from './transfers.queries.ts';

/** What a payee owes is kept back of later transfers for so long; then it is our loss. */
const writeOffDays = 90;

const batchMax = 200;

/** Gives up what payees have owed for 90 days; run once a day. */
export async function writeOffOld(ctx: Ctx): Promise<void> {
  const before = ctx.clock.now().subtract({ hours: 24 * writeOffDays });
  for (const id of await listOwedSince(ctx, before, batchMax)) await writeOff(ctx, id);
}

async function writeOff(outer: Ctx, id: string): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const { transfer } = await lockBoth(ctx, id);
    await lockPayee(ctx, transfer);
    const lostMinor = owedOf(transfer);
    // One that is on its way may pay it: tomorrow is early enough.
    if (lostMinor === 0 || (await reservedBy(ctx, transfer)) > 0) return;
    const { person_id: personId, written_off_minor: before } = transfer;
    const lost = money(lostMinor, transfer.currency);
    await changeTransfer(ctx, transfer, { written_off_minor: before + lostMinor }, 'written_off');
    const posting = writeOffPosting(id, { lost, sofarMinor: before, personId });
    await book(ctx, ofTransfer(transfer), posting);
    ctx.log.error({ transferId: id, lostMinor }, 'what a payee owed was written off');
  });
}
