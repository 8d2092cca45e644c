import { setTimeout as sleep } from 'node:timers/promises';
import { runTask } from './actions/run-task.ts';
import { createApi } from './api/call.ts';
import { createControl } from './control.ts';
import { createCore } from './core.ts';
import type { PaymentEmulatorOptions } from './emulator.ts';
import type { FaultSource } from './faults.ts';
import { silentLog } from './log.ts';
import { sessionUrl } from './objects/checkout-session.ts';
import { createPages } from './pages/page-routes.ts';
import { configuredEndpoints, createPlatform, scopesOf, type Platform } from './platform.ts';
import { loadState, openStateFile, type State, type StateFile } from './state-file.ts';
import type { Answered, WebRequest } from './web/message.ts';
import { createWebhookSender, type WebhookSender } from './webhooks.ts';

const tickMs = 1_000;

interface EngineOptions extends Omit<PaymentEmulatorOptions, 'webhookUrl'> {
  faults: FaultSource;
  url: string;
  webhookUrl: string | undefined;
}

export interface Engine {
  readonly sender: WebhookSender;
  handle(request: WebRequest): Promise<Answered>;
  fetch(request: Request): Promise<Response>;
  setWebhookUrl(url: string | undefined): void;
  advance(seconds: number): void;
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** Links handed out before a restart must work after it, also when the port is another. */
function renewLinks(platforms: readonly Platform[], baseUrl: string): void {
  for (const { store } of scopesOf(platforms)) {
    for (const session of store.sessions.values()) {
      if (session.status === 'open') session.url = sessionUrl(baseUrl, session.id);
    }
  }
}

async function toWebRequest(request: Request): Promise<WebRequest> {
  const { pathname, search } = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer());
  const header = (name: string) => request.headers.get(name) ?? undefined;
  return { method: request.method, path: pathname, query: search.slice(1), header, body };
}

function hangUntil(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new DOMException('The request was given up.', 'AbortError'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** Everything behind the listener: what is remembered, the API, the pages, the control path, the webhooks. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { faults, url, log = silentLog, webhookUrl, ...rest } = options;
  const first = { ...rest, ...(webhookUrl !== undefined && { webhookUrl }) };
  const platforms = [first, ...(options.morePlatforms ?? [])].map(createPlatform);
  const state: State = { platforms, clockOffset: 0 };
  if (options.stateFile !== undefined) {
    await loadState(options.stateFile, state, (reason) =>
      log.warn({ reason }, 'payment state set aside'),
    );
  }
  const file: StateFile | undefined =
    options.stateFile === undefined ? undefined : openStateFile(options.stateFile, state);
  const onChange = () => file?.touch();
  const clock = options.now ?? Date.now;
  const now = () => clock() + state.clockOffset * 1000;

  const sender = createWebhookSender(platforms, {
    now,
    faults,
    log,
    onChange,
    ...(options.webhookRetryDelaysMs && { retryDelays: options.webhookRetryDelaysMs }),
  });
  const core = createCore({
    platforms,
    now,
    baseUrl: () => url,
    onEvent: sender.enqueue,
    onChange,
    onFailure: (task, err) => log.error({ err, task }, 'payment emulator: a task failed'),
    runTask: (op, task) =>
      task.kind === 'deliver_event' ? sender.deliverLate(op.scope, task.id) : runTask(op, task),
  });
  const advance = (seconds: number) => {
    state.clockOffset += seconds;
    core.runDue();
    onChange();
  };
  const drain = async () => {
    core.runDue();
    await sender.drain();
  };
  const api = createApi({ core, faults, log });
  const control = createControl({ core, faults, advance, drain });
  const pages = createPages(core);
  const handle = async (request: WebRequest): Promise<Answered> =>
    (await pages(request)) ?? (await control(request)) ?? api(request);
  renewLinks(platforms, url);
  const ticking = setInterval(() => core.runDue(), tickMs).unref();

  return {
    sender,
    handle,
    async fetch(request) {
      const answered = await handle(await toWebRequest(request));
      if (answered === 'hang') return hangUntil(request.signal);
      // A real socket closes a moment later, too: callers must not get an answer in the same turn.
      if (answered === 'drop') return sleep(0).then(() => Promise.reject(new TypeError('dropped')));
      const { status, headers, body } = answered;
      return new Response(status === 204 || status === 303 ? null : body, { status, headers });
    },
    setWebhookUrl(newUrl) {
      const [platform] = platforms;
      const { webhookUrl: _old, ...kept } = first;
      platform!.endpoints = configuredEndpoints({
        ...kept,
        ...(newUrl !== undefined && { webhookUrl: newUrl }),
      });
      sender.wake();
    },
    advance,
    drain,
    async close() {
      clearInterval(ticking);
      await sender.close();
      await file?.flush();
    },
  };
}
