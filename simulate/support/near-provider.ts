import Stripe from 'stripe';
import { runTask } from '../../src/dev/payments/actions/run-task.ts';
import { createApi } from '../../src/dev/payments/api/call.ts';
import { copyOf } from '../../src/dev/payments/copy.ts';
import { type Core, createCore, type Operation } from '../../src/dev/payments/core.ts';
import { createFaults, type FaultSource } from '../../src/dev/payments/faults.ts';
import { silentLog } from '../../src/dev/payments/log.ts';
import { createPlatform, type Platform } from '../../src/dev/payments/platform.ts';
import type { WebAnswer, WebRequest } from '../../src/dev/payments/web/message.ts';
import { signPayload } from '../../src/dev/payments/webhooks.ts';

export interface SentEvent {
  id: string;
  type: string;
  payload: string;
}

/** What stands between the product and the provider; throws to end the process there. */
export interface Line {
  beforeCall(): void;
  afterCall(): void;
}

export interface NearProvider {
  core: Core;
  platform: Platform;
  faults: FaultSource;
  /** Events in the order in which they happened, until somebody takes them. */
  events: SentEvent[];
  /** What the provider itself could not do: a fault of ours. */
  failures: unknown[];
  calls: number;
  /** What a call is answered; throws when its answer is lost. */
  answer(line: Line, request: WebRequest): Promise<WebAnswer>;
  /** Does what its users do on its pages, or it by itself. */
  begin(): Operation;
  sign(payload: string): string;
}

/** Longer than the product waits for an answer. */
const hangsMs = 20_000;

export const secretKey = 'sk_test_simulation';
export const webhookSecret = 'whsec_simulation';

/** The local provider without sockets, pages or timers: a call is answered in the same turn, unless it is late. */
export function nearProvider(clock: {
  nowMs: number;
  pause(milliseconds: number): Promise<void>;
}): NearProvider {
  const now = () => clock.nowMs;
  const platform = createPlatform({ secretKey, webhookSecret });
  const events: SentEvent[] = [];
  const failures: unknown[] = [];
  const faults = createFaults();
  const core = createCore({
    platforms: [platform],
    now,
    baseUrl: () => 'http://provider.example',
    onEvent: (_scope, event) =>
      events.push({ id: event.id, type: event.type, payload: JSON.stringify(event) }),
    onChange: () => {},
    onFailure: (_task, error) => failures.push(error),
    runTask,
  });
  const log = { ...silentLog, error: (details: object) => void failures.push(details) };
  const sleep = (milliseconds: number) => clock.pause(milliseconds);
  const api = createApi({ core, faults, log, sleep });
  const near: NearProvider = {
    core,
    platform,
    faults,
    events,
    failures,
    calls: 0,
    begin() {
      core.runDue();
      return core.begin(platform.own);
    },
    sign: (payload) => signPayload(payload, webhookSecret, Math.floor(now() / 1000)),
    async answer(line, request) {
      line.beforeCall();
      near.calls += 1;
      const answered = await api(request);
      if (answered === 'hang') await clock.pause(hangsMs);
      line.afterCall();
      // Not ECONNRESET: after that the SDK tries again by itself, and the loss would not be seen.
      if (typeof answered === 'string')
        throw Object.assign(new Error(answered), { code: 'ETIMEDOUT' });
      return answered;
    },
  };
  return near;
}

/** The SDK's own way of being given another transport. */
export class NearClient extends Stripe.HttpClient {
  #provider: NearProvider | undefined;
  #line: Line | undefined;

  /** From now on, calls go to this provider. */
  reach(provider: NearProvider, line: Line): void {
    this.#provider = provider;
    this.#line = line;
  }

  override getClientName(): string {
    return 'near';
  }

  override async makeRequest(
    _host: string,
    _port: string | number,
    fullPath: string,
    method: string,
    headers: object,
    requestData: string,
  ): Promise<Stripe.HttpClientResponse> {
    const given = new Map(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
    const [path = '', query = ''] = fullPath.split('?');
    const answer = await this.#provider!.answer(this.#line!, {
      method,
      path,
      query,
      header: (name) => given.get(name),
      body: Buffer.from(requestData ?? ''),
    });
    return new NearResponse(answer);
  }
}

class NearResponse extends Stripe.HttpClientResponse {
  readonly #answer: WebAnswer;

  constructor(answer: WebAnswer) {
    super(answer.status, answer.headers);
    this.#answer = answer;
  }

  /** The SDK notes the request's id and more on it. */
  override getRawResponse(): unknown {
    return {};
  }

  override toStream(): never {
    throw new Error('answers are not streamed here');
  }

  override async toJSON(): Promise<unknown> {
    const { data } = this.#answer;
    return data ? copyOf(data) : (JSON.parse(this.#answer.body) as unknown);
  }
}
