import type { ReactNode } from 'react';
import { m } from '../../../messages/messages.js';
import type { FormProblem } from '../../api/problem.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { CodeInput } from '../../ui/CodeInput.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { SecuritySection } from './AccountSection.tsx';

interface SetUpTwoFactorProps {
  /** After a wrong code the picture is not drawn again: the app has its entry. */
  setUp: { secret: string; otpauthUri?: string; qrSvg?: string };
  problem?: FormProblem;
}

/** The picture to scan, the key to type instead, and the first code. */
export function SetUpTwoFactor({ setUp, problem }: SetUpTwoFactorProps) {
  const { secret, otpauthUri, qrSvg } = setUp;
  return (
    <SecuritySection title={m.two_factor_set_up_title()}>
      <ol className="grid gap-8">
        {qrSvg ? (
          <Step number={1} title={m.two_factor_scan_title()}>
            <p className="text-soft">{m.two_factor_scan_text()}</p>
            <div className="grid gap-5 sm:grid-cols-[auto_minmax(0,1fr)] sm:items-center sm:gap-6">
              <img
                src={`data:image/svg+xml;base64,${Buffer.from(qrSvg).toString('base64')}`}
                alt={m.two_factor_qr()}
                width={200}
                height={200}
                className="size-50 rounded-card border border-line bg-white p-2"
              />
              <div className="grid gap-3 max-sm:order-first">
                <TypedKey secret={secret} />
                <p>
                  <ButtonLink href={otpauthUri} tone="quiet">
                    {m.two_factor_open_app()}
                  </ButtonLink>
                </p>
              </div>
            </div>
          </Step>
        ) : null}
        <Step number={qrSvg ? 2 : undefined} title={m.two_factor_code_title()}>
          <form method="post" className="grid max-w-105 gap-5">
            <FormErrors problem={problem} labels={{ code: m.auth_code() }} />
            <input type="hidden" name="secret" value={secret} />
            <CodeInput
              label={m.auth_code()}
              hint={qrSvg ? m.auth_code_hint() : m.two_factor_again_hint()}
              error={problem?.fields['code']}
            />
            <p className="flex flex-wrap gap-3">
              <Button size="large" name="intent" value="verify">
                {m.two_factor_turn_on()}
              </Button>
              <ButtonLink href="/account/two-factor" size="large" tone="quiet">
                {qrSvg ? m.two_factor_cancel() : m.two_factor_start_again()}
              </ButtonLink>
            </p>
          </form>
          {qrSvg ? null : <TypedKey secret={secret} />}
        </Step>
      </ol>
    </SecuritySection>
  );
}

function TypedKey({ secret }: { secret: string }) {
  return (
    <div className="grid gap-1">
      <p className="text-14 font-semibold">{m.two_factor_key()}</p>
      <p id="typed-key" className="font-mono text-16 [overflow-wrap:anywhere]">
        {secret}
      </p>
      <Button
        type="button"
        tone="link"
        hidden
        data-copies="typed-key"
        data-done-text={m.codes_copied()}
        className="justify-self-start"
      >
        {m.two_factor_key_copy()}
      </Button>
    </div>
  );
}

function Step({
  number,
  title,
  children,
}: {
  number: number | undefined;
  title: string;
  children: ReactNode;
}) {
  return (
    <li className="grid gap-4">
      <h2 className="flex items-center gap-3 text-22">
        {number ? (
          <span
            aria-hidden="true"
            className="numerals grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft font-sans text-14 font-semibold text-accent"
          >
            {number}
          </span>
        ) : null}
        {title}
      </h2>
      <div className="grid gap-4">{children}</div>
    </li>
  );
}
