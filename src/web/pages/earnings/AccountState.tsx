import { m } from '../../../messages/messages.js';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import type { PayoutAccount } from './money-types.ts';

type Tone = 'plain' | 'accent' | 'success' | 'warning' | 'danger';

interface Look {
  badge: string;
  tone: Tone;
  title: string;
  text: string;
  action?: { intent: 'onboard' | 'manage'; label: string };
}

function lookOf({ status, requirements }: PayoutAccount): Look {
  const manage = { intent: 'manage', label: m.payouts_manage() } as const;
  const goOn = (label: string) => ({ intent: 'onboard', label }) as const;
  switch (status) {
    case 'not_started':
      return {
        badge: m.payouts_badge_not_started(),
        tone: 'plain',
        title: m.payouts_start(),
        text: m.payouts_start_text(),
        action: goOn(m.payouts_set_up()),
      };
    case 'onboarding':
      return {
        badge: m.payouts_badge_onboarding(),
        tone: 'warning',
        title: m.payouts_notice_go_on(),
        text: m.payouts_notice_go_on_text(),
        action: goOn(m.payouts_go_on()),
      };
    case 'pending':
      return {
        badge: m.payouts_badge_pending(),
        tone: 'accent',
        title: m.payouts_pending(),
        text: m.payouts_pending_text(),
      };
    case 'enabled':
      return {
        badge: m.payouts_badge_enabled(),
        tone: 'success',
        title: m.payouts_enabled(),
        text: m.payouts_enabled_text(),
        action: requirements.length > 0 ? goOn(m.payouts_provide()) : manage,
      };
    case 'restricted':
      return {
        badge: m.payouts_badge_restricted(),
        tone: 'warning',
        title: m.payouts_restricted(),
        text: m.payouts_restricted_text(),
        action: goOn(m.payouts_provide()),
      };
    case 'rejected':
      return {
        badge: m.payouts_badge_rejected(),
        tone: 'danger',
        title: m.payouts_rejected(),
        text: m.payouts_rejected_text(),
      };
  }
}

/** Whether one can be paid, and the one thing to do about it. */
export function AccountState({ account }: { account: PayoutAccount }) {
  const { badge, tone, title, text, action } = lookOf(account);
  const { bank, status } = account;
  return (
    <Card raised className="grid gap-4 md:p-7">
      <p>
        <Badge tone={tone}>{badge}</Badge>
      </p>
      <div className="grid gap-2">
        <h2 className="text-28">{title}</h2>
        <p className="measure text-soft">{text}</p>
      </div>
      {bank ? (
        <p>
          {m.payouts_paid_to({ last4: bank.last4 })}
          {bank.name ? <span className="block text-14 text-soft">{bank.name}</span> : null}
        </p>
      ) : null}
      {action ? (
        <form method="post" action="/earnings/account" className="grid justify-items-start gap-2">
          <Button name="intent" value={action.intent} size="large">
            {action.label}
          </Button>
          <p className="text-14 text-soft">{m.payouts_leads_to_provider()}</p>
        </form>
      ) : null}
      {status === 'not_started' ? (
        <ul className="grid gap-2 border-t border-line pt-4 text-14 text-soft">
          <li>{m.payouts_start_needs()}</li>
          <li>{m.payouts_start_when()}</li>
          <li>{m.payouts_start_cost()}</li>
        </ul>
      ) : null}
    </Card>
  );
}
