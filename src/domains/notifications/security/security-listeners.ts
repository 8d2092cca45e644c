import type { Ctx } from '../../../platform/context.ts';
import {
  type Events,
  type EventType,
  type Reaction,
  reaction,
} from '../../../platform/events/index.ts';
import * as identity from '../../identity/index.ts';
import { notify } from '../deliveries/notify.ts';
import type { TemplateParams } from '../template.ts';
import type { TemplateName } from '../templates.ts';

/** What is always told, whatever somebody has chosen to hear: one queue for all of it. */
export function securityListeners(events: Events): void {
  events.onEach('notifications.tell-security', [
    ...signInReactions,
    ...secondStepReactions,
    ...emailReactions,
    ...accountReactions,
  ]);
}

interface Fact {
  personId: string;
}

/** `key` names the fact: told once however often it arrives. */
function tell<T extends Fact>(
  event: EventType<T>,
  template: TemplateName,
  key: (data: T, ctx: Ctx) => string,
  params: (data: T) => TemplateParams = () => ({}),
): Reaction {
  return reaction(event, (ctx, data) =>
    notify(ctx, {
      template,
      personId: data.personId,
      params: { at: ctx.clock.now().toString(), ...params(data) },
      key: key(data, ctx),
    }),
  );
}

const byChange = ({ changeId }: { changeId: string }) => changeId;

const signInReactions = [
  tell(
    identity.newDevice,
    'new-device',
    ({ deviceId, browser }) => `${deviceId}:${browser}`,
    ({ browser, at }) => ({ browser, at }),
  ),
  tell(
    identity.accountLocked,
    'account-locked',
    ({ at }) => at,
    ({ at }) => ({ at }),
  ),
  tell(identity.passwordChanged, 'password-changed', byChange),
  tell(identity.refreshReused, 'refresh-reused', ({ sessionId }) => sessionId),
];

const secondStepReactions = [
  tell(identity.twoFactorEnabled, 'two-factor-enabled', byChange),
  tell(identity.twoFactorDisabled, 'two-factor-disabled', byChange),
  tell(identity.backupCodesRegenerated, 'backup-codes-regenerated', byChange),
  tell(
    identity.backupCodeUsed,
    'backup-code-used',
    ({ codeId }) => codeId,
    ({ left }) => ({ left }),
  ),
  tell(
    identity.twoFactorResetRequested,
    'two-factor-reset',
    ({ resetId }) => resetId,
    ({ resetId }) => ({ resetId }),
  ),
  tell(identity.passkeyAdded, 'passkey-added', ({ passkeyId }) => passkeyId),
  tell(identity.passkeyRemoved, 'passkey-removed', ({ passkeyId }) => passkeyId),
  tell(identity.oidcLinked, 'provider-linked', byChange, ({ provider }) => ({ provider })),
  tell(identity.oidcUnlinked, 'provider-unlinked', byChange, ({ provider }) => ({ provider })),
];

const emailReactions = [
  reaction(identity.emailChangeRequested, tellBothAddresses),
  tell(identity.emailChanged, 'email-changed', byChange, ({ changeId }) => ({ changeId })),
  tell(identity.emailChangeUndone, 'email-change-undone', byChange),
];

const accountReactions = [
  tell(identity.phoneChanged, 'phone-changed', byChange),
  tell(identity.deletionScheduled, 'deletion-scheduled', byChange),
  tell(identity.deletionCancelled, 'deletion-cancelled', byChange),
];

/** The old address is told at once; at the new one, its owner confirms, or is told that it is taken. */
async function tellBothAddresses(
  ctx: Ctx,
  { changeId, personId }: { changeId: string; personId: string },
): Promise<void> {
  const params = { changeId, at: ctx.clock.now().toString() };
  await notify(ctx, { template: 'email-change-wanted', personId, params, key: changeId });
  const change = await identity.emailChangeForMail(ctx, changeId);
  if (!change) return;
  const { ownerId } = change;
  await notify(
    ctx,
    ownerId
      ? { template: 'email-change-taken', personId: ownerId, params: {}, key: today(ctx) }
      : { template: 'email-change-confirm', personId, params, key: changeId },
  );
}

/** At most one mail a day, however often a stranger tries. */
const today = ({ clock }: Ctx) => clock.now().toString().slice(0, 10);
