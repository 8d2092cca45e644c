import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow, formProblem, type Problem } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatPrice } from '../../format/prices.ts';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { textFields } from '../form-fields.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { plusPath } from './plus-texts.ts';
import type { Route } from './+types/cancel';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const [mine, quote] = await Promise.all([
    web.client.GET('/api/v1/me/plus'),
    web.client.GET('/api/v1/me/plus/cancellation'),
  ]);
  if (quote.response.status === 404) throw redirect(plusPath, 303);
  return {
    ...dataOrThrow(quote),
    isEnding: dataOrThrow(mine).subscription?.status === 'cancelling',
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const typed = textFields(await request.formData(), ['when', 'refundMinor', 'at']);
  const answer = await web.client.POST('/api/v1/me/plus/cancel', {
    body:
      typed.when === 'now'
        ? { when: 'now', expectedRefundMinor: Number(typed.refundMinor), at: typed.at }
        : { when: 'period_end' },
  });
  if (answer.data)
    throw redirect(`${plusPath}?done=${typed.when === 'now' ? 'ended' : 'ending'}`, 303);
  return data(
    { problem: formProblem(answer.error as Problem) },
    { status: answer.response.status },
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.plus_cancel_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function CancelPlus({ loaderData, actionData }: Route.ComponentProps) {
  const { periodEndsAt, refund, at, isEnding } = loaderData;
  const { market, timeZone } = useShell();
  const until = formatTime(periodEndsAt, 'date', timeZone, market.locale);
  const amount = formatPrice(refund, market.locale, true);
  return (
    <NarrowPage title={m.plus_cancel_title()} intro={m.plus_cancel_intro()}>
      <FormErrors problem={actionData?.problem} labels={{}} />
      {isEnding ? null : (
        <Card raised className="grid gap-3">
          <h2 className="text-22">{m.plus_cancel_later({ until })}</h2>
          <p className="text-soft">{m.plus_cancel_later_text()}</p>
          <form method="post">
            <Button name="when" value="period_end">
              {m.plus_cancel_later_button({ until })}
            </Button>
          </form>
        </Card>
      )}
      <Card className="grid gap-3">
        <h2 className="text-22">{m.plus_cancel_now()}</h2>
        <p className="text-soft">
          {refund.minor > 0 ? m.plus_cancel_now_text({ amount }) : m.plus_cancel_now_nothing()}
        </p>
        <form method="post">
          <input type="hidden" name="refundMinor" value={refund.minor} />
          <input type="hidden" name="at" value={at} />
          <Button tone="danger" name="when" value="now">
            {refund.minor > 0 ? m.plus_cancel_now_button({ amount }) : m.plus_cancel_now()}
          </Button>
        </form>
      </Card>
      <p>
        <ButtonLink href={plusPath} tone="link">
          {m.plus_cancel_keep()}
        </ButtonLink>
      </p>
    </NarrowPage>
  );
}
