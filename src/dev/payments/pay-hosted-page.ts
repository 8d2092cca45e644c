export interface PayOptions {
  /** The card's digits; 4242424242424242 when nothing is given. */
  card?: string;
  expiry?: string;
  cvc?: string;
  name?: string;
  /** Typed only where the page asks for it. */
  email?: string;
  /** Which button to press if the bank asks; completes by default. */
  authentication?: 'complete' | 'fail';
}

export interface PayResult {
  /** `paid` leads to `location`; the others leave the payer on the hosted page. */
  outcome: 'paid' | 'declined' | 'invalid' | 'closed';
  location?: string;
  /** The heading and text of the page's error summary, or the page's heading. */
  message?: string;
  /** Whether the bank's page was visited. */
  authenticated: boolean;
}

interface Step {
  status: number;
  location: string | undefined;
  html: string;
}

const requestMs = 15_000;

async function open(url: string, form?: URLSearchParams): Promise<Step> {
  const response = await fetch(url, {
    redirect: 'manual',
    signal: AbortSignal.timeout(requestMs),
    ...(form && { method: 'POST', body: form }),
  });
  const location = response.headers.get('location');
  return {
    status: response.status,
    location: location === null ? undefined : new URL(location, url).href,
    html: await response.text(),
  };
}

/** Where the page's only form goes. */
function formAction(page: Step, url: string): string {
  const action = /<form[^>]* action="([^"]+)"/.exec(page.html)?.[1];
  if (action === undefined) throw new Error(`There is no form on ${url} (status ${page.status})`);
  return new URL(action, url).href;
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

function messageOf(page: Step): string {
  const summary = /<div class="problems"[^>]*>([\s\S]*?)<\/div>/.exec(page.html)?.[1];
  return textOf(summary ?? /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(page.html)?.[1] ?? '');
}

/**
 * Pays on the emulator's hosted page the way a browser without scripts would: opens it, fills in the form,
 * submits it, answers the bank's page when asked. The shop's page at `location` is not opened.
 */
export async function payHostedPage(url: string, options: PayOptions = {}): Promise<PayResult> {
  const page = await open(url);
  if (!page.html.includes('name="number"')) {
    return { outcome: 'closed', message: messageOf(page), authenticated: false };
  }
  const form = new URLSearchParams({
    number: options.card ?? '4242424242424242',
    expiry: options.expiry ?? '12 / 40',
    cvc: options.cvc ?? '123',
    name: options.name ?? 'Ada Example',
  });
  if (page.html.includes('name="email"')) form.set('email', options.email ?? 'ada@example.com');
  let step = await open(formAction(page, url), form);
  const authenticated = step.location?.endsWith('/authenticate') ?? false;
  if (authenticated) {
    const bankUrl = step.location!;
    const bank = await open(bankUrl);
    const outcome = options.authentication ?? 'complete';
    step = await open(formAction(bank, bankUrl), new URLSearchParams({ outcome }));
  }
  if (step.location !== undefined) {
    return { outcome: 'paid', location: step.location, authenticated };
  }
  const outcome = step.status === 402 ? 'declined' : step.status === 422 ? 'invalid' : 'closed';
  return { outcome, message: messageOf(step), authenticated };
}
