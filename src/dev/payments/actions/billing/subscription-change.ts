import { invalidRequest } from '../../api/errors.ts';
import type { Operation } from '../../core.ts';
import type { LineDraft } from '../../objects/invoice.ts';
import type { Period } from '../../objects/subscription.ts';
import type { WireSubscription } from '../../wire.ts';
import { periodEnd, recurrenceOf } from './periods.ts';
import {
  periodLine,
  periodOf,
  planItems,
  prorationLines,
  type ItemInput,
  type PlannedItem,
} from './subscription-items.ts';

export interface ChangeInput {
  items: ItemInput[];
  proration: 'always_invoice' | 'create_prorations' | 'none';
  prorationDate: number | undefined;
  restart: boolean;
  trialEnd: number | 'now' | undefined;
}

/** All that follows from a change, before any of it is done: a preview shows it, an update carries it out. */
export interface Change {
  items: PlannedItem[];
  period: Period;
  anchor: number;
  /** A new period begins now. */
  restarts: boolean;
  endsTrial: boolean;
  trialEnd: number | undefined;
  /** Worth of what is left of the period, taken back and charged anew. */
  prorations: LineDraft[];
  /** The new period, where one begins now. */
  wholePeriod: LineDraft[];
  /** Whether an invoice is made at once; otherwise the prorations wait for the next. */
  invoices: boolean;
}

function prorationDateOf(wanted: number | undefined, { start, end }: Period, now: number): number {
  const at = wanted ?? now;
  if (at >= start && at <= end) return at;
  throw invalidRequest('proration_date must lie within the current period.', {
    param: 'proration_date',
  });
}

export function planChange(
  op: Operation,
  subscription: WireSubscription,
  input: ChangeInput,
): Change {
  const items = planItems(op, subscription.items.data, input.items);
  const before = periodOf(subscription);
  const every = recurrenceOf(items.find(({ removed }) => !removed)!.price);
  const old = recurrenceOf(subscription.items.data[0]!.price);
  const trialing = subscription.status === 'trialing';
  const endsTrial = trialing && input.trialEnd === 'now';
  const trialEnd = typeof input.trialEnd === 'number' ? input.trialEnd : undefined;
  if (trialEnd !== undefined && trialEnd <= op.now) {
    throw invalidRequest('trial_end must lie in the future.', { param: 'trial_end' });
  }
  const otherInterval = every.interval !== old.interval || every.count !== old.count;
  const restarts = endsTrial || (!trialing && (input.restart || otherInterval));
  const at = prorationDateOf(input.prorationDate, before, op.now);
  const prorates = input.proration !== 'none' && !trialing && trialEnd === undefined;
  const period = periodAfter(op, subscription, { restarts, trialEnd, every, before });
  const kept = items.filter(({ removed }) => !removed);
  return {
    items,
    period,
    anchor: trialEnd ?? (restarts ? op.now : subscription.billing_cycle_anchor),
    restarts: restarts || trialEnd !== undefined,
    endsTrial,
    trialEnd,
    prorations: prorates ? prorationLines(op, subscription, items, at, restarts) : [],
    wholePeriod: restarts
      ? kept.map((item) =>
          periodLine(op, subscription.id, { ...item, itemId: item.existing?.id ?? null }, period),
        )
      : [],
    invoices: restarts || (prorates && input.proration === 'always_invoice'),
  };
}

function periodAfter(
  op: Operation,
  subscription: WireSubscription,
  to: {
    restarts: boolean;
    trialEnd: number | undefined;
    every: ReturnType<typeof recurrenceOf>;
    before: Period;
  },
): Period {
  if (to.trialEnd !== undefined) return { start: op.now, end: to.trialEnd };
  if (!to.restarts) return to.before;
  return { start: op.now, end: periodEnd(op.now, op.now, to.every) };
}
