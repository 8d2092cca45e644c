import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatPrice } from '../../format/prices.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyChairDrawing } from '../../ui/drawings/EmptyChairDrawing.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { AccountNotice } from './AccountNotice.tsx';
import { MorePages } from './MorePages.tsx';
import type { Payout } from './money-types.ts';
import { arrivalText, bankText, payoutLook } from './payout-texts.ts';
import type { Route } from './+types/payouts';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const [list, account] = await Promise.all([
    web.client.GET('/api/v1/payouts', { params: { query: { cursor } } }),
    web.client.GET('/api/v1/payouts/account'),
  ]);
  if (cursor !== undefined && list.response.status === 422)
    throw redirect('/earnings/payouts', 303);
  return {
    isFirst: cursor === undefined,
    page: dataOrThrow(list),
    account: dataOrThrow(account),
  };
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.payouts_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

const isUpcoming = ({ status }: Payout) => status === 'pending' || status === 'in_transit';

export default function Payouts({ loaderData }: Route.ComponentProps) {
  const { isFirst, page, account } = loaderData;
  const upcoming = page.items.filter(isUpcoming);
  const past = page.items.filter((payout) => !isUpcoming(payout));
  return (
    <>
      <AccountNotice account={account} />
      {page.items.length === 0 ? (
        <EmptyState drawing={<EmptyChairDrawing />} title={m.payouts_none()}>
          <p className="measure text-soft">{m.payouts_none_text()}</p>
          <ButtonLink href="/earnings" tone="quiet">
            {m.payouts_to_earnings()}
          </ButtonLink>
        </EmptyState>
      ) : null}
      <PayoutList id="upcoming" title={m.payouts_upcoming()} payouts={upcoming} />
      <PayoutList id="past" title={m.payouts_past()} payouts={past} />
      <MorePages path="/earnings/payouts" nextCursor={page.nextCursor} isFirst={isFirst} />
    </>
  );
}

function PayoutList({ id, title, payouts }: { id: string; title: string; payouts: Payout[] }) {
  const { market, timeZone } = useShell();
  if (payouts.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="text-22">
        {title}
      </h2>
      <ul className="grid gap-3">
        {payouts.map((payout) => {
          const { text, tone } = payoutLook(payout);
          return (
            <li
              key={payout.id}
              className="relative flex flex-wrap items-center gap-x-6 gap-y-2 rounded-card border border-line bg-surface p-4 transition-colors hover:border-edge md:px-5"
            >
              <p className="numerals w-36 shrink-0 font-display text-22">
                {formatPrice(payout.amount, market.locale, true)}
              </p>
              <p className="min-w-48 grow basis-0">
                <a
                  href={`/earnings/payouts/${payout.id}`}
                  className="font-semibold after:absolute after:inset-0 after:rounded-card"
                >
                  {arrivalText(payout, timeZone, market.locale)}
                </a>
                <span className="block text-14 text-soft">{bankText(payout.bankLast4)}</span>
              </p>
              <Badge tone={tone}>{text}</Badge>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
