import { chargeSubject } from '../charges/charge-subject.ts';
import { customerSubject } from '../customers/customer-subject.ts';
import { disputeSubject } from '../disputes/dispute-subject.ts';
import { payoutAccountSubject } from '../payout-accounts/payout-account-subject.ts';
import { payoutSubject } from '../payouts/payout-subject.ts';
import { subscriptionSubject } from '../subscriptions/subscription-subject.ts';
import { transferSubject } from '../transfers/transfer-subject.ts';
import type { EventObject, EventOrigin, Found, Subject, SubjectKind } from './subject.ts';
import type { Ctx } from '../../../platform/context.ts';

const subjects: readonly Subject[] = [
  chargeSubject,
  transferSubject,
  payoutAccountSubject,
  payoutSubject,
  customerSubject,
  subscriptionSubject,
  disputeSubject,
];

export function subjectOf(kind: SubjectKind): Subject {
  const subject = subjects.find((one) => one.kind === kind);
  if (!subject) throw new Error(`no subject is called ${kind}`);
  return subject;
}

/** Whether events about such objects may be about something of ours. */
export const isFollowed = (object: string): boolean =>
  subjects.some(({ objects }) => objects.includes(object));

/** What an event is about: the first noun that knows its object. */
export async function findSubject(
  ctx: Ctx,
  object: EventObject,
  event: EventOrigin,
): Promise<({ subject: Subject } & Found) | undefined> {
  for (const subject of subjects) {
    if (!subject.objects.includes(object.object)) continue;
    const found = await subject.find(ctx, object, event);
    if (found) return { subject, id: found.id, platform: found.platform };
  }
  return undefined;
}
