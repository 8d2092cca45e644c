import { m } from '../../../messages/messages.js';
import type { FormProblem } from '../../api/problem.ts';
import { formatMoment } from '../../format/spans.ts';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { PasswordInput } from '../../ui/PasswordInput.tsx';
import { SecuritySection } from './AccountSection.tsx';
import { ConfirmCard } from './ConfirmCard.tsx';
import { SettingsLink, SettingsList } from './SettingsList.tsx';

/** What a second step is, and the way to it. */
export function TwoFactorOff({ problem }: { problem: FormProblem | undefined }) {
  const points = [
    m.two_factor_point_code(),
    m.two_factor_point_trust(),
    m.two_factor_point_backup(),
    m.two_factor_point_others(),
  ];
  return (
    <SecuritySection title={m.two_factor_title()} intro={m.two_factor_intro()}>
      <ul className="grid gap-3">
        {points.map((point) => (
          <li key={point} className="flex gap-3">
            <span
              aria-hidden="true"
              className="mt-2.5 size-1.5 shrink-0 rounded-full bg-marigold"
            />
            {point}
          </li>
        ))}
      </ul>
      <form method="post" className="grid gap-5">
        <FormErrors problem={problem && { ...problem, fields: {} }} labels={{}} />
        <p>
          <Button size="large" name="intent" value="begin">
            {m.two_factor_begin()}
          </Button>
        </p>
      </form>
    </SecuritySection>
  );
}

interface TwoFactorOnProps {
  status: {
    enabledAt: string | null;
    backupCodesLeft: number;
    resetTakesEffectAt: string | null;
  };
  problem: FormProblem | undefined;
}

/** It is on: the codes, and turning it off with the password. */
export function TwoFactorOn({ status, problem }: TwoFactorOnProps) {
  const { market, timeZone } = useShell();
  const { enabledAt, backupCodesLeft, resetTakesEffectAt } = status;
  return (
    <SecuritySection
      title={m.two_factor_title()}
      intro={m.two_factor_since({
        date: enabledAt ? formatTime(enabledAt, 'date', timeZone, market.locale) : '',
      })}
    >
      {resetTakesEffectAt ? (
        <Alert tone="danger" title={m.two_factor_reset_title()}>
          {m.two_factor_reset_text({
            at: formatMoment(resetTakesEffectAt, timeZone, market.locale),
          })}
        </Alert>
      ) : null}
      <SettingsList>
        <SettingsLink
          href="/account/backup-codes"
          icon="box"
          title={m.codes_title()}
          text={m.codes_left({ count: backupCodesLeft })}
        />
        <SettingsLink
          href="/account/devices#trusted"
          icon="laptop"
          title={m.trusted_title()}
          text={m.trusted_link_text()}
        />
      </SettingsList>
      <section className="grid gap-4 border-t border-line pt-6">
        <h2 className="text-22">{m.two_factor_off_title()}</h2>
        <ConfirmCard
          intent="disable"
          problem={problem}
          labels={{ password: m.auth_password() }}
          consequences={[
            m.two_factor_off_password_alone(),
            m.two_factor_off_codes(),
            m.two_factor_off_told(),
          ]}
          confirm={m.two_factor_off_confirm()}
        >
          <PasswordInput
            name="password"
            label={m.auth_password()}
            error={problem?.fields['password']}
            autoComplete="current-password"
          />
        </ConfirmCard>
      </section>
    </SecuritySection>
  );
}
