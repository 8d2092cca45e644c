import { m } from '../../../messages/messages.js';
import { Alert } from '../../ui/Alert.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import type { PayoutAccount } from './money-types.ts';

/** What stands between somebody and their money, when something does. */
export function AccountNotice({ account }: { account: PayoutAccount }) {
  const { status, requirements } = account;
  if (status === 'enabled' && requirements.length === 0) return null;
  const [title, text, action] = {
    not_started: [m.payouts_notice_start(), m.payouts_notice_start_text(), m.payouts_set_up()],
    onboarding: [m.payouts_notice_go_on(), m.payouts_notice_go_on_text(), m.payouts_go_on()],
    pending: [m.payouts_pending(), m.payouts_pending_text(), undefined],
    enabled: [m.payouts_due(), m.payouts_due_text(), m.payouts_see_missing()],
    restricted: [m.payouts_restricted(), m.payouts_restricted_text(), m.payouts_see_missing()],
    rejected: [m.payouts_rejected(), m.payouts_rejected_text(), m.payouts_see_account()],
  }[status];
  return (
    <Alert
      tone={status === 'pending' || status === 'not_started' ? 'info' : 'warning'}
      title={title}
    >
      <p className="measure">{text}</p>
      {action ? (
        <p className="mt-3">
          <ButtonLink href="/earnings/account">{action}</ButtonLink>
        </p>
      ) : null}
    </Alert>
  );
}
