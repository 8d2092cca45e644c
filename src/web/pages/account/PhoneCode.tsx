import { m } from '../../../messages/messages.js';
import type { FormProblem } from '../../api/problem.ts';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { CodeInput } from '../../ui/CodeInput.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { TextLink } from '../../ui/TextLink.tsx';

interface PhoneCodeProps {
  pending: { phone: string; expiresAt: string; resendAt: string };
  sent: boolean;
  problem: FormProblem | undefined;
}

/** The code that was sent to the phone; sending it again waits a minute. */
export function PhoneCode({ pending, sent, problem }: PhoneCodeProps) {
  const { market, timeZone } = useShell();
  const { expiresAt, resendAt } = pending;
  return (
    <div className="grid max-w-105 gap-6">
      {sent ? (
        <Alert tone="success" live>
          {m.phone_sent()}
        </Alert>
      ) : null}
      <form method="post" className="grid gap-5">
        <FormErrors problem={problem} labels={{ code: m.auth_code() }} />
        <CodeInput
          label={m.auth_code()}
          hint={m.phone_code_hint({
            time: formatTime(expiresAt, 'time', timeZone, market.locale),
          })}
          error={problem?.fields['code']}
        />
        <p>
          <Button size="large" name="intent" value="verify">
            {m.phone_code_button()}
          </Button>
        </p>
      </form>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line pt-5">
        <form method="post">
          <Button tone="quiet" name="intent" value="resend" data-enabled-at={resendAt}>
            <span className="numerals">
              {m.phone_resend()}
              <span data-left />
            </span>
          </Button>
        </form>
        <TextLink href="/account/phone?change=1">{m.phone_other()}</TextLink>
      </div>
    </div>
  );
}
