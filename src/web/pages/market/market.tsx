import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { currencySign } from '../../format/prices.ts';
import { listMarkets, marketCookie } from '../../market.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { NarrowPage } from '../NarrowPage.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { localPath, returnToOf } from '../return-to.ts';
import type { Route } from './+types/market';

export const handle = { hydrate: false };

const codes = ['us', 'gb', 'in', 'jp'] as const;

/**
 * With `?welcome` somebody has just signed in: who has a market already goes straight on. With
 * `?need=gb` a lesson is sold in that market.
 */
export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const params = new URL(request.url).searchParams;
  const returnTo = returnToOf(request);
  const own = web.visitor && (await web.client.GET('/api/v1/me/market')).data?.market?.code;
  if (own && params.has('welcome')) {
    web.setCookie(marketCookie(own, web.publicUrl));
    throw redirect(returnTo ?? homeOf(web), 303);
  }
  const markets = await listMarkets(web);
  const need = markets.find(({ code }) => code === params.get('need'));
  const current = own ?? (web.visitor ? undefined : web.cookies['etude_market']);
  const { data: suggestion } = await web.client.GET('/api/v1/markets/suggestion');
  return {
    markets: markets.map(({ code, name, currency, locale }) => ({
      code,
      name,
      currency,
      sign: currencySign(currency, locale),
    })),
    chosen: need?.code ?? current ?? suggestion?.market.code,
    need: need && { name: need.name, currency: need.currency, differs: own !== undefined },
    because: need || current ? undefined : suggestion?.because,
    saved: params.has('saved'),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const { market } = textFields(await request.formData(), ['market']);
  const code = codes.find((known) => known === market);
  if (!code) throw redirect(request.url, 303);
  if (web.visitor) {
    const answer = await web.client.PUT('/api/v1/me/market', {
      body: { market: code, confirmed: true },
    });
    if (!answer.data) return refused(answer, { market: code });
  }
  web.setCookie(marketCookie(code, web.publicUrl));
  const onwards = localPath(new URL(request.url).searchParams.get('returnTo'));
  const isFirst = new URL(request.url).searchParams.has('welcome');
  throw redirect(onwards ?? (isFirst ? homeOf(web) : '/market?saved=1'), 303);
}

const homeOf = ({ visitor }: WebRequest) =>
  visitor?.roles.includes('instructor') ? '/teach' : '/';

export const meta: Route.MetaFunction = () => [
  { title: `${m.market_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

const reasons: Record<string, (() => string) | undefined> = {
  country: m.market_because_country,
  time_zone: m.market_because_zone,
  language: m.market_because_language,
};

export default function MarketPage({ loaderData, actionData }: Route.ComponentProps) {
  const { markets, need, because, saved } = loaderData;
  const chosen: string | undefined = actionData?.typed.market ?? loaderData.chosen;
  const problem = actionData?.problem;
  const reason = because && reasons[because]?.();
  return (
    <NarrowPage title={m.market_title()} intro={m.market_intro()}>
      {need && !problem ? (
        <Alert tone="warning">
          {need.differs
            ? m.market_differs({ market: need.name, currency: need.currency })
            : m.market_needed({ market: need.name })}
        </Alert>
      ) : null}
      {saved && !problem ? (
        <Alert tone="success" live>
          {m.market_saved()}
        </Alert>
      ) : null}
      <form method="post" className="grid gap-5">
        <FormErrors problem={problem} labels={{ market: m.market_label() }} />
        <fieldset>
          <legend className="text-14 font-semibold">{m.market_label()}</legend>
          <div className="mt-1.5 grid gap-2">
            {markets.map(({ code, name, currency, sign }) => (
              <label
                key={code}
                className="flex min-h-14 cursor-pointer items-center gap-3 rounded-control border border-edge bg-surface px-4 py-2 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
              >
                <input
                  type="radio"
                  name="market"
                  value={code}
                  required
                  defaultChecked={code === chosen}
                  className="size-5 shrink-0 outline-none"
                />
                <span className="grow font-semibold">
                  {name}
                  {reason && code === chosen ? (
                    <span className="block text-14 font-normal text-soft">{reason}</span>
                  ) : null}
                </span>
                <span className="numerals whitespace-nowrap text-soft">{`${sign} ${currency}`}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <Button size="large" wide>
          {m.market_confirm()}
        </Button>
      </form>
    </NarrowPage>
  );
}
