import { m } from '../../../messages/messages.js';
import { Alert } from '../../ui/Alert.tsx';

const texts = {
  profile: m.account_done_profile,
  password: m.account_done_password,
  email_kept: m.account_done_email_kept,
  phone: m.account_done_phone,
  phone_removed: m.account_done_phone_removed,
  two_factor: m.account_done_two_factor,
  two_factor_off: m.account_done_two_factor_off,
  codes: m.account_done_codes,
  passkey: m.account_done_passkey,
  passkey_renamed: m.account_done_passkey_renamed,
  passkey_removed: m.account_done_passkey_removed,
  linked: m.account_done_linked,
  unlinked: m.account_done_unlinked,
  session: m.account_done_session,
  sessions: m.account_done_sessions,
  trust: m.account_done_trust,
  trusts: m.account_done_trusts,
  kept: m.account_done_kept,
} as const;

export type Done = keyof typeof texts;

/** The address that a form goes on to when it has done its work. */
export const doneAt = (path: string, done: Done): string => `${path}?done=${done}`;

/** What was done by the form before, as the address says. */
export function doneOf(request: Request): Done | undefined {
  const done = new URL(request.url).searchParams.get('done');
  return done !== null && Object.hasOwn(texts, done) ? (done as Done) : undefined;
}

export function DoneNotice({ done }: { done: Done | undefined }) {
  if (!done) return null;
  return (
    <Alert tone="success" live>
      {texts[done]()}
    </Alert>
  );
}
