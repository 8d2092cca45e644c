import type { Ctx } from '../../../platform/context.ts';
import type { Subject } from '../provider/subject.ts';
import { advanceTransfer, lockBoth, takeRefusal } from './advance-transfer.ts';
import type { TransferSnapshot } from './decide-transfer.ts';
import { lookAtTransfer } from './look-at-transfer.ts';
import { planTransfer } from './plan-transfer.ts';
import { sendTransferCall, type TransferCall, transferCallHasEffect } from './transfer-calls.ts';
import { findTransfer, findTransferByProviderId } from './transfers.queries.ts';

export const transferSubject: Subject<TransferCall, TransferSnapshot> = {
  kind: 'transfer',
  objects: ['transfer'],
  send: sendTransferCall,
  look: lookAtTransfer,
  hasEffect: transferCallHasEffect,
  async lock(ctx, id) {
    const { transfer } = await lockBoth(ctx, id);
    return { id, reference: `transfer:${id}`, platform: transfer.platform };
  },
  advance: advanceTransfer,
  refused: takeRefusal,
  next: planTransfer,
  find: async (ctx, { id, metadata }) =>
    (await findTransferByProviderId(ctx, id)) ?? findNamed(ctx, metadata?.transfer_id ?? ''),
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const findNamed = async (ctx: Ctx, id: string): Promise<string | undefined> =>
  uuid.test(id) ? (await findTransfer(ctx, id))?.id : undefined;
