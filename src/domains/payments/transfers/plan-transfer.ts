import type { Ctx } from '../../../platform/context.ts';
import type { Charge } from '../charges/charges.queries.ts';
import { book } from '../ledger/book.ts';
import { payoutAccountOf } from '../payout-accounts/get-payout-account.ts';
import { hasEndedDispute } from '../disputes/disputes.queries.ts';
import { type LockedTransfer, ofTransfer, owe, retryHours } from './advance-transfer.ts';
import { sentPosting } from './decide-transfer.ts';
import { nextTransferStep, type NextTransferStep } from './next-transfer-call.ts';
import { replaceTransfer } from './replace-transfer.ts';
import { reverseRequest, type TransferCall, transferRequest } from './transfer-calls.ts';
import { owedBy, recover } from './owing.ts';
import { changeTransfer, isHeld, lockPayee, type Transfer } from './transfers.queries.ts';

type Request = (callId: string) => TransferCall;

/** The call that a transfer wants now; what needs none is done here. */
export async function planTransfer(
  ctx: Ctx,
  { charge, transfer }: LockedTransfer,
): Promise<Request | undefined> {
  await lockPayee(ctx, transfer);
  const account = await payoutAccountOf(ctx, {
    personId: transfer.person_id,
    platform: transfer.platform,
  });
  const step = nextTransferStep(transfer, {
    charge,
    held: await isHeld(ctx, charge.id),
    wasDisputed: await hasEndedDispute(ctx, charge.id),
    destination: account?.providerAccountId,
    owedMinor: await owedBy(ctx, transfer),
    now: ctx.clock.now(),
  });
  if (!step) return scheduleNext(ctx, transfer);
  return take(ctx, { charge, transfer, step });
}

/** Nothing to do now: looked at again when that may change, each day at the latest. */
async function scheduleNext(ctx: Ctx, transfer: Transfer): Promise<undefined> {
  const now = ctx.clock.now();
  const open = transfer.status === 'waiting' || transfer.status === 'blocked';
  const early = Temporal.Instant.compare(now, transfer.due_at) < 0;
  const next = early ? transfer.due_at : now.add({ hours: retryHours });
  await changeTransfer(ctx, transfer, { next_try_at: open ? next.toString() : null }, 'scheduled');
}

interface Step {
  charge: Charge;
  transfer: Transfer;
  step: NextTransferStep;
}

async function take(ctx: Ctx, { charge, transfer, step }: Step): Promise<Request | undefined> {
  const now = ctx.clock.now();
  switch (step.operation) {
    case 'cancel':
      await changeTransfer(
        ctx,
        transfer,
        { status: 'cancelled', next_try_at: null },
        'nothing_left',
      );
      return undefined;
    case 'block': {
      const next_try_at = now.add({ hours: retryHours }).toString();
      const set = { status: 'blocked' as const, blocked_reason: step.reason, next_try_at };
      await changeTransfer(ctx, transfer, set, step.reason);
      return undefined;
    }
    case 'owe':
      await owe(ctx, transfer, step.amountMinor);
      return undefined;
    case 'replace':
      await replaceTransfer(ctx, { charge, transfer });
      return undefined;
    case 'reverse':
      return (callId) => reverseRequest(transfer, step.amountMinor, callId);
    case 'send': {
      const planned = { amount_minor: step.amountMinor, netted_minor: step.nettedMinor };
      if (step.amountMinor === 0) return settleHere(ctx, { charge, transfer, planned });
      const row = await changeTransfer(ctx, transfer, planned, 'planned');
      return (callId) => transferRequest(row, charge.provider_charge_id, step.destination!, callId);
    }
  }
}

/** All of it is commission, or what the payee owed: nothing leaves the provider. */
async function settleHere(
  ctx: Ctx,
  {
    charge,
    transfer,
    planned,
  }: Omit<Step, 'step'> & { planned: { amount_minor: number; netted_minor: number } },
): Promise<undefined> {
  const sent_at = ctx.clock.now().toString();
  const set = { ...planned, status: 'sent' as const, sent_at, next_try_at: null };
  const row = await changeTransfer(ctx, transfer, set, 'settled_here');
  await recover(ctx, row);
  await book(ctx, ofTransfer(row), sentPosting(row, charge));
}
