import type { ReactNode } from 'react';
import { m } from '../../../messages/messages.js';
import { Button } from '../../ui/Button.tsx';
import { PasskeySaid } from '../../ui/PasskeySaid.tsx';

interface PasskeyProofProps {
  purpose: 'second_step' | 'confirm';
  /** The page that it leads to. */
  onward: string;
  /** Further fields that go along. */
  children?: ReactNode;
}

/** A passkey as proof. The browser must be asked for it, so it shows only where scripts run (see enhance/). */
export function PasskeyProof({ purpose, onward, children }: PasskeyProofProps) {
  return (
    <>
      <p data-without-passkeys className="text-14 text-soft">
        {m.auth_passkey_without()}
      </p>
      <form
        hidden
        data-passkey={purpose}
        data-then={onward}
        data-cancelled={m.auth_passkey_cancelled()}
        data-failed={m.auth_passkey_failed()}
        className="grid gap-5"
      >
        <PasskeySaid />
        {children}
        <Button size="large" wide>
          {m.auth_passkey_button()}
        </Button>
      </form>
    </>
  );
}
