import { m } from '../../../messages/messages.js';
import type { SecurityLogEntry } from '../../api/types.ts';
import type { AccountIconName } from './AccountIcon.tsx';

type Entry = Pick<SecurityLogEntry, 'action' | 'by' | 'details'>;

const texts: Record<string, (details: Entry['details']) => string> = {
  registered: () => m.log_registered(),
  email_verified: () => m.log_email_verified(),
  signed_in: ({ methods }) => m.log_signed_in({ ways: waysOf(methods) }),
  signed_out: () => m.log_signed_out(),
  session_ended: () => m.log_session_ended(),
  sessions_ended: () => m.log_sessions_ended(),
  new_device: () => m.log_new_device(),
  account_locked: () => m.log_account_locked(),
  identity_confirmed: () => m.log_identity_confirmed(),
  refresh_reused: () => m.log_refresh_reused(),
  password_changed: () => m.log_password_changed(),
  password_reset: () => m.log_password_reset(),
  two_factor_enabled: () => m.log_two_factor_enabled(),
  two_factor_disabled: () => m.log_two_factor_disabled(),
  backup_codes_regenerated: () => m.log_backup_codes_regenerated(),
  backup_code_used: () => m.log_backup_code_used(),
  trusted_browser_added: () => m.log_trusted_browser_added(),
  trusted_browser_removed: () => m.log_trusted_browser_removed(),
  trusted_browsers_removed: () => m.log_trusted_browsers_removed(),
  two_factor_reset_requested: () => m.log_two_factor_reset_requested(),
  two_factor_reset_stopped: () => m.log_two_factor_reset_stopped(),
  two_factor_reset_done: () => m.log_two_factor_reset_done(),
  passkey_added: () => m.log_passkey_added(),
  passkey_renamed: () => m.log_passkey_renamed(),
  passkey_removed: () => m.log_passkey_removed(),
  passkey_refused: () => m.log_passkey_refused(),
  oidc_linked: () => m.log_oidc_linked(),
  oidc_unlinked: () => m.log_oidc_unlinked(),
  email_change_requested: () => m.log_email_change_requested(),
  email_change_cancelled: () => m.log_email_change_cancelled(),
  email_changed: () => m.log_email_changed(),
  email_change_undone: () => m.log_email_change_undone(),
  phone_changed: () => m.log_phone_changed(),
  phone_removed: () => m.log_phone_removed(),
  profile_changed: () => m.log_profile_changed(),
  data_exported: () => m.log_data_exported(),
  deletion_scheduled: () => m.log_deletion_scheduled(),
  deletion_cancelled: () => m.log_deletion_cancelled(),
  operator_scopes_changed: () => m.log_operator_scopes_changed(),
  operator_request: () => m.log_operator_request(),
};

const ways: Record<string, () => string> = {
  password: m.log_way_password,
  totp: m.log_way_totp,
  backup_code: m.log_way_backup_code,
  passkey: m.log_way_passkey,
  oidc: m.log_way_oidc,
  mail_link: m.log_way_mail_link,
};

function waysOf(methods: Entry['details'][string] | undefined): string {
  const names = String(methods ?? '')
    .split(' ')
    .flatMap((method) => (Object.hasOwn(ways, method) ? [ways[method]?.() ?? ''] : []));
  return names.join(m.log_way_and());
}

/** What happened, in a sentence of the account's owner. */
export function textOf({ action, details }: Entry): string {
  const text = Object.hasOwn(texts, action) ? texts[action] : undefined;
  return text ? text(details) : m.log_other();
}

const icons: [RegExp, AccountIconName][] = [
  [/^(two_factor|account_locked|refresh_reused|operator)/, 'shield'],
  [/^backup_code/, 'box'],
  [/^(signed|session|new_device|trusted)/, 'laptop'],
  [/^password|^identity/, 'key'],
  [/^passkey/, 'passkey'],
  [/^oidc/, 'link'],
  [/^email/, 'mail'],
  [/^phone/, 'phone'],
  [/^(registered|profile)/, 'person'],
  [/^(data|deletion)/, 'box'],
];

export function iconOf({ action }: Pick<Entry, 'action'>): AccountIconName {
  return icons.find(([pattern]) => pattern.test(action))?.[1] ?? 'activity';
}
