import { m } from '../../../messages/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Input } from '../../ui/Input.tsx';
import { PasskeySaid } from '../../ui/PasskeySaid.tsx';
import { doneAt } from './DoneNotice.tsx';

/** Makes a passkey; the browser must be asked for it, so it shows only where scripts run (see enhance/). */
export function AddPasskey({ isFirst, suggested }: { isFirst: boolean; suggested: string }) {
  return (
    <>
      <p data-without-passkeys className="text-soft">
        {m.passkeys_without()}
      </p>
      <form
        hidden
        data-passkey="register"
        data-then={doneAt('/account/passkeys', 'passkey')}
        data-cancelled={m.auth_passkey_cancelled()}
        data-exists={m.passkeys_exists()}
        data-failed={m.auth_passkey_failed()}
        className="grid max-w-105 gap-5"
      >
        {isFirst ? null : <h2 className="mt-2 text-22">{m.passkeys_another()}</h2>}
        <PasskeySaid />
        <Input
          name="name"
          label={m.passkeys_name()}
          hint={m.passkeys_name_hint()}
          defaultValue={suggested}
          autoComplete="off"
          maxLength={60}
        />
        <p>
          <Button size="large" tone={isFirst ? 'primary' : 'quiet'}>
            {m.passkeys_add()}
          </Button>
        </p>
      </form>
    </>
  );
}
