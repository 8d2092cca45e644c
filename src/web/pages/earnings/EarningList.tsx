import { m } from '../../../messages/messages.js';
import { formatPrice } from '../../format/prices.ts';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Badge } from '../../ui/Badge.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { lessonHref, statusLook, whenText } from './earning-texts.ts';
import type { Earning } from './money-types.ts';

const minus = ({ minor, currency }: Earning['price']) => ({ minor: 0 - minor, currency });

/** Every lesson with its deductions, on windows that have room for columns. */
export function EarningTable({ items }: { items: Earning[] }) {
  const { locale } = useShell().market;
  const money = (amount: Earning['price']) => formatPrice(amount, locale, true);
  return (
    <div className="hidden overflow-hidden rounded-card border border-line bg-surface lg:block">
      <table className="numerals w-full text-14">
        <thead>
          <tr className="border-b border-line text-left text-soft">
            <Head>{m.earnings_lesson()}</Head>
            <Head end>{m.earnings_price()}</Head>
            <Head end>{m.earnings_deductions()}</Head>
            <Head end>{m.earnings_earned()}</Head>
            <Head>{m.earnings_where()}</Head>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {items.map((earning) => (
            <tr key={earning.id} className="align-top">
              <td className="w-1/3 p-4">
                <LessonName earning={earning} />
              </td>
              <td className="p-4 text-right whitespace-nowrap">{money(earning.price)}</td>
              <td className="p-4 text-right text-soft">
                {deductionsOf(earning).map(({ label, amount }) => (
                  <span key={label} className="block">
                    {`${label} `}
                    <span className="whitespace-nowrap">{money(minus(amount))}</span>
                  </span>
                ))}
              </td>
              <td className="p-4 text-right text-16 font-semibold whitespace-nowrap">
                {money(earning.earned)}
              </td>
              <td className="p-4">
                <Where earning={earning} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same on narrow windows, a card each. */
export function EarningCards({ items }: { items: Earning[] }) {
  const { locale } = useShell().market;
  const money = (amount: Earning['price']) => formatPrice(amount, locale, true);
  return (
    <ul className="grid gap-3 md:grid-cols-2 lg:hidden">
      {items.map((earning) => (
        <li
          key={earning.id}
          className="grid grid-rows-[auto_1fr_auto] gap-3 rounded-card border border-line bg-surface p-4"
        >
          <div className="flex items-start justify-between gap-3">
            <p className="min-w-0">
              <LessonName earning={earning} />
            </p>
            <p className="numerals font-display text-22 whitespace-nowrap">
              {money(earning.earned)}
            </p>
          </div>
          <dl className="numerals grid gap-1 text-14">
            <Line label={m.earnings_price()} value={money(earning.price)} />
            {deductionsOf(earning).map(({ label, amount }) => (
              <Line key={label} label={label} value={money(minus(amount))} />
            ))}
          </dl>
          <div className="border-t border-line pt-3 text-14">
            <Where earning={earning} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What is taken from a price before it is the teacher's. */
function deductionsOf({ returned, commission, netted }: Earning) {
  return [
    { label: m.earnings_returned(), amount: returned },
    { label: m.earnings_commission(), amount: commission },
    { label: m.earnings_netted(), amount: netted },
  ].filter(({ amount }) => amount.minor > 0);
}

function Head({ end = false, children }: { end?: boolean; children: string }) {
  return (
    <th scope="col" className={`p-4 font-semibold whitespace-nowrap ${end ? 'text-right' : ''}`}>
      {children}
    </th>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex justify-between gap-4 text-soft">
      <dt>{label}</dt>
      <dd className="whitespace-nowrap">{value}</dd>
    </div>
  );
}

function LessonName({ earning }: { earning: Earning }) {
  const { market, timeZone } = useShell();
  const href = lessonHref(earning);
  return (
    <>
      {href ? (
        <a href={href} className="font-semibold underline-offset-4 hover:underline">
          {earning.title}
        </a>
      ) : (
        <span className="font-semibold">{earning.title}</span>
      )}
      <span className="block text-14 text-soft">
        {`${formatTime(earning.startsAt, 'day', timeZone, market.locale)}, ${formatTime(earning.startsAt, 'time', timeZone, market.locale)}`}
      </span>
    </>
  );
}

function Where({ earning }: { earning: Earning }) {
  const { market, timeZone } = useShell();
  const { text, tone } = statusLook(earning);
  const when = whenText(earning, timeZone, market.locale);
  const money = (amount: Earning['price']) => formatPrice(amount, market.locale, true);
  return (
    <span className="grid justify-items-start gap-1">
      <Badge tone={tone}>{text}</Badge>
      {when ? <span className="text-soft">{when}</span> : null}
      {earning.status === 'held_back' ? (
        <span className="text-soft">{m.earnings_held_back_why()}</span>
      ) : null}
      {earning.status === 'blocked' ? (
        <TextLink href="/earnings/account">{m.earnings_blocked_why()}</TextLink>
      ) : null}
      {earning.takenBack.minor > 0 && earning.status !== 'taken_back' ? (
        <span className="text-soft">
          {m.earnings_taken_back({ amount: money(earning.takenBack) })}
        </span>
      ) : null}
      {earning.owed.minor > 0 ? (
        <span className="text-soft">{m.earnings_owed({ amount: money(earning.owed) })}</span>
      ) : null}
      {earning.payoutId ? (
        <TextLink href={`/earnings/payouts/${earning.payoutId}`}>
          {m.earnings_its_payout()}
        </TextLink>
      ) : null}
    </span>
  );
}
