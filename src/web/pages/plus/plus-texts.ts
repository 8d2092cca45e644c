import { m } from '../../../messages/messages.js';
import type { Plan, Subscription } from '../../api/payments.ts';
import { formatPrice } from '../../format/prices.ts';
import { formatTime } from '../../format/times.ts';

export const plusPath = '/plus';

const done = {
  changed: m.plus_done_changed,
  changed_later: m.plus_done_changed_later,
  ending: m.plus_done_ending,
  ended: m.plus_done_ended,
  resumed: m.plus_done_resumed,
} as const;

export type Done = keyof typeof done;

export const doneOf = (value: string | null): Done | undefined =>
  value !== null && Object.hasOwn(done, value) ? (value as Done) : undefined;

export const doneText = (name: Done): string => done[name]();

/** "£7.99 a month" */
export function pricePer({ price, interval }: Plan, locale: string): string {
  const amount = formatPrice(price, locale, true);
  return interval === 'month' ? m.plus_per_month({ amount }) : m.plus_per_year({ amount });
}

export const planName = ({ interval }: Plan): string =>
  interval === 'month' ? m.plus_monthly() : m.plus_yearly();

/** How much of twelve months' price a year saves, in whole percent. */
export function savingOf(plans: readonly Plan[]): number {
  const minor = (interval: Plan['interval']) =>
    plans.find((plan) => plan.interval === interval)?.price.minor ?? 0;
  const twelve = minor('month') * 12;
  return twelve === 0 ? 0 : Math.floor(((twelve - minor('year')) * 100) / twelve);
}

export interface Reader {
  timeZone: string;
  locale: string;
}

/** How a subscription stands, in one word and one sentence. */
export function statusTexts(
  subscription: Subscription,
  { timeZone, locale }: Reader,
): { badge: string; tone: 'success' | 'warning' | 'danger' | 'plain'; text: string } {
  const day = (at: string | null) => (at ? formatTime(at, 'date', timeZone, locale) : '');
  const { plan, nextPlan, periodEndsAt } = subscription;
  const price = pricePer(nextPlan ?? plan, locale);
  const until = day(periodEndsAt);
  switch (subscription.status) {
    case 'trialing':
      return {
        badge: m.plus_status_trialing(),
        tone: 'success',
        text: m.plus_text_trialing({ until: day(subscription.trialEndsAt), price }),
      };
    case 'cancelling':
      return {
        badge: m.plus_status_cancelling(),
        tone: 'warning',
        text: m.plus_text_cancelling({ until: day(subscription.endsAt) }),
      };
    case 'grace':
      return {
        badge: m.plus_status_grace(),
        tone: 'warning',
        text: m.plus_text_grace({ until: day(subscription.graceEndsAt) }),
      };
    case 'past_due':
      return { badge: m.plus_status_past_due(), tone: 'danger', text: m.plus_text_past_due() };
    case 'ended':
      return {
        badge: m.plus_status_ended(),
        tone: 'plain',
        text: m.plus_text_ended({ at: day(subscription.endedAt) }),
      };
    default:
      return {
        badge: m.plus_status_active(),
        tone: 'success',
        text: nextPlan
          ? m.plus_text_changing({ until, price })
          : m.plus_text_active({ until, price }),
      };
  }
}
