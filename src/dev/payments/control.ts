import type Stripe from 'stripe';
import { setAccountState, type AccountState } from './actions/connect/account-states.ts';
import { closeDispute, openDispute } from './actions/disputes/disputes.ts';
import { finishPayout } from './actions/payouts/payouts.ts';
import { authenticate } from './api/authenticate.ts';
import { ApiError, invalidRequest } from './api/errors.ts';
import { find } from './api/route.ts';
import type { Core, Operation } from './core.ts';
import type { CallFault, FaultSource, WebhookFault } from './faults.ts';
import type { WebAnswer, WebRequest } from './web/message.ts';
import { createRouter } from './web/router.ts';

interface ControlContext {
  core: Core;
  faults: FaultSource;
  advance(seconds: number): void;
  drain(): Promise<void>;
}

type Body = Record<string, unknown>;

interface Control {
  method: string;
  path: string;
  run(op: Operation, body: Body, id: string): object | Promise<object>;
}

const accountStates: readonly AccountState[] = [
  'due_later',
  'enabled',
  'not_started',
  'pending',
  'rejected',
  'restricted',
];

function oneOf<T extends string>(body: Body, name: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === body[name]);
  if (found !== undefined) return found;
  throw invalidRequest(`Invalid ${name}: must be one of ${allowed.join(', ')}`, { param: name });
}

function seconds(body: Body, name: string): number {
  const value = body[name];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw invalidRequest(`Invalid ${name}: a whole number of seconds`, { param: name });
}

/** A payout or a dispute may lie in a connected account: the body names it. */
function accountOf(op: Operation, { account }: Body): Operation {
  if (account === undefined) return op;
  const found = op.inAccount(String(account));
  if (found) return found;
  throw invalidRequest(`There is no account ${String(account)}.`, { param: 'account' });
}

interface FaultRequest {
  call?: CallFault & { method?: 'GET' | 'POST'; path?: string };
  webhook?: { kind: WebhookFault; type?: string; seconds?: number };
  seed?: number;
  chances?: Record<string, number>;
}

const callKinds = new Set<string>([
  'delay',
  'drop_after',
  'drop_before',
  'garbage',
  'rate_limit',
  'server_error',
  'time_out',
]);
const webhookKinds = new Set<string>(['delay', 'duplicate', 'lose', 'reorder']);

function queueFault(faults: FaultSource, body: FaultRequest): void {
  const { call, webhook, seed, chances } = body;
  if (call && !callKinds.has(call.kind)) throw invalidRequest('Unknown kind of call fault.');
  if (webhook && !webhookKinds.has(webhook.kind)) {
    throw invalidRequest('Unknown kind of webhook fault.');
  }
  if (call) {
    const { method, path, ...fault } = call;
    faults.call(fault, { ...(method && { method }), ...(path !== undefined && { path }) });
  }
  if (webhook) faults.webhook(webhook.kind, webhook.type, webhook.seconds);
  if (seed !== undefined) faults.seed(seed, chances ?? {});
}

function controls({ faults, advance, drain }: ControlContext): Control[] {
  const clock = (op: Operation) => ({ now: op.now });
  return [
    { method: 'GET', path: '/_emulator/clock', run: clock },
    {
      method: 'POST',
      path: '/_emulator/clock',
      run(op, body) {
        const step = 'to' in body ? seconds(body, 'to') - op.now : seconds(body, 'seconds');
        if (step < 0) throw invalidRequest('The clock only moves forward.', { param: 'to' });
        advance(step);
        return { now: op.now + step };
      },
    },
    { method: 'GET', path: '/_emulator/faults', run: () => ({ drawn: faults.drawn }) },
    {
      method: 'POST',
      path: '/_emulator/faults',
      run(_op, body) {
        queueFault(faults, body as FaultRequest);
        return { queued: true };
      },
    },
    {
      method: 'DELETE',
      path: '/_emulator/faults',
      run() {
        faults.clear();
        return { cleared: true };
      },
    },
    {
      method: 'POST',
      path: '/_emulator/drain',
      async run() {
        await drain();
        return { drained: true };
      },
    },
    {
      method: 'POST',
      path: '/_emulator/accounts/:id',
      run(op, body, id) {
        const account = find(op.store, 'accounts', id, 'account');
        setAccountState(op, account, oneOf(body, 'state', accountStates));
        return account;
      },
    },
    {
      method: 'POST',
      path: '/_emulator/charges/:id/dispute',
      run(op, body, id) {
        const own = accountOf(op, body);
        const charge: Stripe.Charge = find(own.store, 'charges', id, 'charge');
        if (!charge.captured || charge.disputed || charge.refunded) {
          throw invalidRequest('Only a captured charge that is left can be disputed.');
        }
        const reasons = ['fraudulent', 'general', 'product_not_received'] as const;
        const reason = 'reason' in body ? oneOf(body, 'reason', reasons) : 'fraudulent';
        return openDispute(own, charge, { reason, inquiry: body['inquiry'] === true });
      },
    },
    {
      method: 'POST',
      path: '/_emulator/disputes/:id',
      run(op, body, id) {
        const own = accountOf(op, body);
        const dispute = find(own.store, 'disputes', id, 'dispute');
        closeDispute(own, dispute, oneOf(body, 'outcome', ['lost', 'won']) === 'won');
        return dispute;
      },
    },
    {
      method: 'POST',
      path: '/_emulator/payouts/:id',
      run(op, body, id) {
        const own = accountOf(op, body);
        const failed = oneOf(body, 'outcome', ['failed', 'paid']) === 'failed';
        const failure = { code: 'account_closed', message: 'The bank account has been closed.' };
        finishPayout(own, id, failed ? failure : undefined);
        return find(own.store, 'payouts', id, 'payout');
      },
    },
  ];
}

const json = (status: number, body: object): WebAnswer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body, null, 2),
});

function readJson(request: WebRequest): Body {
  if (request.body.length === 0) return {};
  const type = request.header('content-type') ?? '';
  if (!type.startsWith('application/json')) throw invalidRequest('Send JSON.', { status: 415 });
  try {
    const value: unknown = JSON.parse(request.body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body;
  } catch {
    // Said below.
  }
  throw invalidRequest('The body is not a JSON object.');
}

/**
 * The emulator's own address space, `/_emulator`: time, faults, and what other people decide (checks, banks).
 * It takes the platform's secret key, and acts for that platform.
 */
export function createControl(
  context: ControlContext,
): (request: WebRequest) => Promise<WebAnswer | undefined> {
  const { core } = context;
  const route = createRouter(controls(context));
  return async (request) => {
    if (!request.path.startsWith('/_emulator')) return undefined;
    try {
      const platform = authenticate(request.header('authorization'), core.platforms);
      const found = route(request.method, request.path);
      if (!found) throw invalidRequest('There is no such control.', { status: 404 });
      core.runDue();
      const body = readJson(request);
      return json(
        200,
        await found.route.run(core.begin(platform.own), body, found.values[0] ?? ''),
      );
    } catch (error) {
      if (error instanceof ApiError) return json(error.status, { error: error.body });
      throw error;
    }
  };
}
