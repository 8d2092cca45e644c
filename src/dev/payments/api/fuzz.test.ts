import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeObjects } from '../objects/sample.ts';
import { startWorld, type World } from '../test-world.ts';
import { apiRoutes } from './routes.ts';

let world: World;
let ids: string[];
/** Which of them there is at an address such as `/v1/customers`. */
let idsAt: Map<string, string[]>;
beforeAll(async () => {
  world = await startWorld();
  const made = Object.values(await makeObjects(world));
  ids = made.flatMap((object) => ('id' in object ? [String(object.id)] : []));
  idsAt = new Map();
  for (const { method, path } of apiRoutes) {
    const [base = ''] = path.split('/:id');
    if (method !== 'GET' || path !== `${base}/:id`) continue;
    const found: string[] = [];
    for (const id of ids) if ((await send('GET', `${base}/${id}`, [])).ok) found.push(id);
    idsAt.set(base, found);
  }
});
afterAll(() => world.close());

const names = [
  'amount amount_to_capture cancel_at_period_end capabilities[transfers][requested] card[number]',
  'card[token] configuration confirm country created[gt] currency customer customer_email deleted',
  'description destination email enabled_events[0] ending_before evidence[receipt] expand[0]',
  'expires_at external_account external_account[account_number] external_account[country]',
  'external_account[currency] features[invoice_history][enabled] flow_data[type] frozen_time',
  'invoice items[0][id] items[0][price] items[0][quantity] limit line_items[0][price]',
  'line_items[0][price_data][currency] line_items[0][price_data][product_data][name]',
  'line_items[0][price_data][unit_amount] line_items[0][quantity] metadata[a] mode name off_session',
  'payment_intent payment_method product query recurring[interval] recurring[interval_count]',
  'refresh_url return_url source_transaction starting_after submit subscription',
  'subscription_details[items][0][id] subscription_details[items][0][price] success_url',
  'trial_end trial_period_days type unit_amount url uncategorized_text __proto__[x] constructor',
].flatMap((line) => line.split(' '));
const values = [
  '0',
  '1',
  '-1',
  '10',
  '3200',
  '99999999',
  '999999999999999',
  '1e3',
  '1.5',
  'NaN',
  '',
  'true',
  'false',
  'now',
  'gbp',
  'jpy',
  'KWD',
  'zzz',
  'US',
  'month',
  'payment',
  'subscription',
  'setup',
  'card',
  'latest_charge',
  'data.customer.x',
  'http://a.test/',
  'javascript:1',
  'pm_card_visa',
  'pm_card_authenticationRequired',
  'tok_visa',
  'btok_us_verified',
  '*',
  '4242424242424242',
  '\u0000',
  '𝟘',
  'a'.repeat(600),
  'metadata["a"]:"b"',
  '__proto__',
];

/** Calls that work, by address: what is sent at random comes on top. `cus` and its like stand for an id. */
const working: Record<string, string> = {
  '/v1/accounts/:id/external_accounts':
    'external_account[country]=GB&external_account[currency]=gbp&external_account[account_number]=00012345',
  '/v1/account_links':
    'account=acct&type=account_onboarding&refresh_url=http://a.test/&return_url=http://a.test/',
  '/v1/checkout/sessions':
    'mode=subscription&success_url=http://a.test/&line_items[0][price]=price&line_items[0][quantity]=1',
  '/v1/invoiceitems': 'customer=cus&amount=500&currency=gbp',
  '/v1/invoices': 'customer=cus&currency=gbp&pending_invoice_items_behavior=include',
  '/v1/invoices/create_preview':
    'subscription=sub&subscription_details[items][0][id]=si&subscription_details[items][0][price]=price',
  '/v1/payment_intents':
    'amount=500&currency=gbp&payment_method=pm_card_visa&confirm=true&return_url=http://a.test/',
  '/v1/payment_methods': 'type=card&card[token]=tok_visa',
  '/v1/payouts': 'amount=5&currency=gbp',
  '/v1/prices': 'currency=gbp&unit_amount=500&product=prod&recurring[interval]=month',
  '/v1/refunds': 'charge=ch&amount=1',
  '/v1/setup_intents': 'customer=cus&payment_method=pm_card_visa&confirm=true',
  '/v1/subscriptions': 'customer=cus&items[0][price]=price&payment_behavior=default_incomplete',
  '/v1/subscriptions/:id': 'items[0][id]=si&items[0][price]=price',
  '/v1/transfers': 'amount=5&currency=gbp&destination=acct',
  '/v1/webhook_endpoints': 'url=http://127.0.0.1:9/&enabled_events[0]=charge.failed',
};

function workingCall(path: string): [string, string][] {
  return [...new URLSearchParams(working[path] ?? '')].map(([name, value]) => [
    name,
    ids.find((id) => id.startsWith(`${value}_`)) ?? value,
  ]);
}

type Parameters = readonly (readonly [string, string])[];

/** Sends it; what this address does not know is left out and the rest sent again, to reach what lies behind. */
async function send(method: string, path: string, parameters: Parameters): Promise<Response> {
  const text = new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
  const posts = method === 'POST';
  const answer = await world.emulator.fetch(`http://127.0.0.1${path}${posts ? '' : `?${text}`}`, {
    method,
    headers: {
      authorization: 'Bearer sk_test_local',
      ...(posts && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(posts && { body: text }),
  });
  if (answer.status !== 400) return answer;
  const { error } = (await answer.clone().json()) as { error: { code?: string; param?: string } };
  const known = parameters.filter(([name]) => !name.startsWith(error.param ?? name));
  const retry = error.code === 'parameter_unknown' && known.length < parameters.length;
  return retry ? send(method, path, known) : answer;
}

it('nothing that is sent makes an answer of the five hundreds', async () => {
  const id = fc.nat(1000).map((n) => ids[n % ids.length]!);
  const value = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...values) }, id, fc.string());
  const parameter = fc.tuple(fc.constantFrom(...names), value);
  // What takes things away would leave the others little to do.
  const routes = apiRoutes.filter(
    ({ method, path }) => method !== 'DELETE' && !path.endsWith('/reject'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      fc.array(parameter, { maxLength: 20 }),
      fc.tuple(fc.nat(7), id, fc.boolean()),
      async ({ method, path }, random, [index, other, works]) => {
        const parameters = works ? [...workingCall(path), ...random.slice(0, 2)] : random;
        const fitting = idsAt.get(path.split('/:id')[0]!) ?? [];
        const places = [index === 0 ? other : (fitting[index % fitting.length] ?? other), other];
        const filled = path.replace(/:\w+/g, () => encodeURIComponent(places.shift() ?? 'x'));
        const { status } = await send(method, filled, parameters);
        expect(status).toBeLessThan(500);
      },
    ),
    { numRuns: 1500 },
  );
}, 60_000);
