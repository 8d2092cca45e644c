import type { Ctx } from '../../../platform/context.ts';
import type { Found, Subject } from '../provider/subject.ts';
import { advanceTransfer, type LockedTransfer, lockBoth, takeRefusal } from './advance-transfer.ts';
import type { TransferSnapshot } from './decide-transfer.ts';
import { lookAtTransfer } from './look-at-transfer.ts';
import { planTransfer } from './plan-transfer.ts';
import { sendTransferCall, type TransferCall, transferCallHasEffect } from './transfer-calls.ts';
import { findTransfer, findTransferByProviderId } from './transfers.queries.ts';

export const transferSubject: Subject<TransferCall, TransferSnapshot, LockedTransfer> = {
  kind: 'transfer',
  objects: ['transfer'],
  send: sendTransferCall,
  look: lookAtTransfer,
  hasEffect: transferCallHasEffect,
  lock: lockBoth,
  advance: advanceTransfer,
  refused: takeRefusal,
  next: planTransfer,
  find: async (ctx, { id, metadata }) =>
    (await findTransferByProviderId(ctx, id)) ?? findNamed(ctx, metadata?.transfer_id ?? ''),
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const findNamed = async (ctx: Ctx, id: string): Promise<Found | undefined> =>
  uuid.test(id) ? findTransfer(ctx, id) : undefined;
