import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatPrice } from '../../format/prices.ts';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { lessonHref } from './earning-texts.ts';
import { MorePages } from './MorePages.tsx';
import type { PayoutLine } from './money-types.ts';
import { arrivalText, bankText, failureText, lineText, payoutLook } from './payout-texts.ts';
import type { Route } from './+types/payout';

export const handle = { hydrate: false };

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const path = { payoutId: params.payoutId };
  const [payout, lines] = await Promise.all([
    web.client.GET('/api/v1/payouts/{payoutId}', { params: { path } }),
    web.client.GET('/api/v1/payouts/{payoutId}/lines', { params: { path, query: { cursor } } }),
  ]);
  const found = dataOrThrow(payout);
  if (cursor !== undefined && lines.response.status === 422)
    throw redirect(`/earnings/payouts/${found.id}`, 303);
  return { payout: found, lines: dataOrThrow(lines), isFirst: cursor === undefined };
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.payouts_one_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function PayoutPage({ loaderData }: Route.ComponentProps) {
  const { payout, lines, isFirst } = loaderData;
  const { market, timeZone } = useShell();
  const { text, tone } = payoutLook(payout);
  return (
    <div className="grid max-w-180 gap-6">
      <p>
        <TextLink href="/earnings/payouts">{m.payouts_all()}</TextLink>
      </p>
      <Card raised className="grid gap-3 md:p-7">
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="font-sans text-14 font-semibold tracking-normal text-soft">
            {m.payouts_one_title()}
          </h2>
          <Badge tone={tone}>{text}</Badge>
        </div>
        <p className="numerals font-display text-36">
          {formatPrice(payout.amount, market.locale, true)}
        </p>
        <p>
          {arrivalText(payout, timeZone, market.locale)}
          <span className="block text-14 text-soft">{bankText(payout.bankLast4)}</span>
        </p>
      </Card>
      {payout.status === 'failed' ? (
        <Alert tone="danger" title={failureText(payout)}>
          <p>{m.payouts_failed_next()}</p>
          <TextLink href="/earnings/account">{m.payouts_failed_action()}</TextLink>
        </Alert>
      ) : null}
      <section aria-labelledby="lines" className="grid gap-3">
        <h2 id="lines" className="text-22">
          {m.payouts_made_of()}
        </h2>
        {payout.hasLines ? (
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {lines.items.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        ) : (
          <p className="text-soft">{m.payouts_lines_unknown()}</p>
        )}
        <MorePages
          path={`/earnings/payouts/${payout.id}`}
          nextCursor={lines.nextCursor}
          isFirst={isFirst}
        />
      </section>
    </div>
  );
}

function Line({ line }: { line: PayoutLine }) {
  const { market, timeZone } = useShell();
  const { earning, amount } = line;
  const href = earning ? lessonHref(earning) : undefined;
  const day = formatTime(earning?.startsAt ?? line.happenedAt, 'day', timeZone, market.locale);
  return (
    <li className="flex items-baseline justify-between gap-4 p-4">
      <p className="min-w-0">
        {href ? (
          <a href={href} className="font-semibold underline-offset-4 hover:underline">
            {lineText(line)}
          </a>
        ) : (
          <span className="font-semibold">{lineText(line)}</span>
        )}
        <span className="block text-14 text-soft">{day}</span>
      </p>
      <p className="numerals whitespace-nowrap">{formatPrice(amount, market.locale, true)}</p>
    </li>
  );
}
