import type Stripe from 'stripe';
import type { Operation } from '../../core.ts';

const daySeconds = 86_400;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

type Schedule = Stripe.Account.Settings.Payouts.Schedule;

/** The next midnight (UTC) at which this schedule pays out; undefined where somebody must ask for it. */
function nextPayoutAt(schedule: Schedule, now: number): number | undefined {
  if (schedule.interval === 'manual') return undefined;
  for (let day = 1; day <= 62; day += 1) {
    const at = (Math.floor(now / daySeconds) + day) * daySeconds;
    const date = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO('UTC');
    const last = date.daysInMonth;
    if (schedule.interval === 'daily') return at;
    const weekday = weekdays[date.dayOfWeek % 7];
    if (schedule.interval === 'weekly' && weekday === (schedule.weekly_anchor ?? 'monday'))
      return at;
    const monthly = Math.min(schedule.monthly_anchor ?? 1, last);
    if (schedule.interval === 'monthly' && date.day === monthly) return at;
  }
  return undefined;
}

/** Plans the account's next automatic payout, once. The platform itself pays out by hand. */
export function planPayouts(op: Operation): void {
  const account = op.platform.own.store.accounts.get(op.scope.account);
  const schedule = account?.settings?.payouts?.schedule;
  if (!account || !schedule) return;
  const at = nextPayoutAt(schedule, op.now);
  if (at === undefined || op.store.plannedPayouts.get('next') === at) return;
  op.store.plannedPayouts.set('next', at);
  op.schedule('run_payouts', account.id, at - op.now);
}
