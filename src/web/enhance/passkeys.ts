/**
 * Passkeys on a page. A form (on submit) or a button (on click) says what it wants one for:
 *
 *   data-passkey="sign_in | second_step | confirm | register"
 *   data-then="/path"          where to go after it; this page anew when absent
 *   data-cancelled="…"         what to say when the person or the browser broke it off
 *   data-exists="…"            (register) what to say when this device holds one for the account already
 *   data-failed="…"            what to say when nothing better is known; the API's own words come first
 *   hidden                     is taken away where the browser knows passkeys
 *   <p role="alert" data-passkey-said>         inside the form: where it is said
 *   <… data-without-passkeys>  is shown to browsers without them, and without scripts
 *
 * Fields of the form go along: `remember` (sign_in), `trustBrowser` (second_step), `name` (register). With
 * sign_in, an <input autocomplete="username webauthn"> offers passkeys among its suggestions.
 */
import { type CreationJson, createPasskey, type RequestJson, usePasskey } from './passkey-json.ts';

type Purpose = 'sign_in' | 'second_step' | 'confirm' | 'register';

/** A challenge lives for 5 minutes; suggestions get a new one before that. */
const renewMs = 4.5 * 60_000;

/** The request behind the field's suggestions; a browser has one request at a time. */
let suggesting: AbortController | undefined;

export function offerPasskeys(): void {
  if (!('PublicKeyCredential' in window)) return;
  for (const element of document.querySelectorAll<HTMLElement>('[data-without-passkeys]'))
    element.hidden = true;
  for (const element of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    element.hidden = false;
    // On the element itself, so that what holds busy forms sees that this one is not sent.
    element.addEventListener(element instanceof HTMLFormElement ? 'submit' : 'click', (event) => {
      event.preventDefault();
      if (element.ariaBusy !== 'true') void carryOut(element);
    });
  }
  const signIn = document.querySelector<HTMLElement>('[data-passkey="sign_in"]');
  if (signIn && document.querySelector('input[autocomplete~="webauthn"]')) void suggest(signIn);
}

async function carryOut(element: HTMLElement): Promise<void> {
  suggesting?.abort();
  element.ariaBusy = 'true';
  say(element, '');
  try {
    const purpose = element.dataset['passkey'] as Purpose;
    await (purpose === 'register' ? register(element) : prove(element, purpose));
    goOn(element);
  } catch (error) {
    explain(element, error);
    element.ariaBusy = 'false';
    if (element.dataset['passkey'] === 'sign_in') void suggest(element);
  }
}

async function prove(
  element: HTMLElement,
  purpose: Exclude<Purpose, 'register'>,
  suggestion?: AbortSignal,
): Promise<void> {
  const { options } = (await post('passkeys/options', { purpose })) as { options: RequestJson };
  const passkey = await usePasskey(options, suggestion);
  if (purpose === 'confirm') await post('confirm', { passkey });
  else if (purpose === 'second_step')
    await post('2fa/verify-login', { passkey, trustBrowser: isTicked(element, 'trustBrowser') });
  else
    await post('passkeys/sign-in', { response: passkey, remember: isTicked(element, 'remember') });
}

async function register(element: HTMLElement): Promise<void> {
  const { options } = (await post('passkeys/register/options', {})) as { options: CreationJson };
  const name = fieldsOf(element)?.get('name');
  const response = await createPasskey(options);
  const named = typeof name === 'string' && name.trim() !== '' && { name };
  await post('passkeys/register', { response, ...named });
}

/** Passkeys among the suggestions of the e-mail field, for as long as the page is open. */
async function suggest(element: HTMLElement): Promise<void> {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  const own = new AbortController();
  suggesting = own;
  const renew = setTimeout(() => own.abort('renew'), renewMs);
  try {
    await prove(element, 'sign_in', own.signal);
    goOn(element);
  } catch (error) {
    if (own.signal.reason === 'renew') void suggest(element);
    else if (error instanceof Refusal) explain(element, error);
  } finally {
    clearTimeout(renew);
  }
}

/** What the API said when it refused. */
class Refusal extends Error {
  readonly code: string;

  constructor(problem: { code?: string; detail?: string }) {
    super(problem.detail ?? '');
    this.code = problem.code ?? '';
  }
}

async function post(path: string, body: object): Promise<unknown> {
  const answer = await fetch(`/api/v1/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.ok) return answer.status === 204 ? undefined : answer.json();
  throw new Refusal((await answer.json().catch(() => ({}))) as object);
}

/** The page itself knows what to do when the sign-in, its first step or its fresh proof is over. */
const pageKnows = ['pending_expired', 'sign_in_required', 'fresh_sign_in_required'];

function explain(element: HTMLElement, error: unknown): void {
  const { cancelled, exists, failed = '' } = element.dataset;
  if (error instanceof Refusal && pageKnows.includes(error.code)) return location.reload();
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') say(element, cancelled ?? failed);
  else if (name === 'InvalidStateError') say(element, exists ?? failed);
  else say(element, (error instanceof Refusal && error.message) || failed);
}

function say(element: HTMLElement, text: string): void {
  const said = (element.closest('form') ?? element.parentElement)?.querySelector<HTMLElement>(
    '[data-passkey-said]',
  );
  if (!said) return;
  said.textContent = text;
  said.hidden = text === '';
}

function goOn(element: HTMLElement): void {
  const { then } = element.dataset;
  if (then) location.assign(then);
  else location.replace(location.href.split('#', 1)[0] ?? '');
}

function fieldsOf(element: HTMLElement): FormData | undefined {
  const form = element.closest('form');
  return form ? new FormData(form) : undefined;
}

const isTicked = (element: HTMLElement, name: string): boolean =>
  fieldsOf(element)?.has(name) ?? false;
