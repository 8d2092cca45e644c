import { m } from '../../../messages/messages.js';
import { Button } from '../../ui/Button.tsx';
import { PasskeySaid } from '../../ui/PasskeySaid.tsx';
import { withReturnTo } from '../return-to.ts';
import { welcome } from './after-sign-in.ts';

/** Ways in beside the password, inside its form so that "keep me signed in" counts for them too. */
export function OtherWays({
  provider,
  returnTo,
}: {
  provider: string | undefined;
  returnTo: string | undefined;
}) {
  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-4 py-1 text-14 text-soft before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        {m.auth_or()}
      </p>
      <PasskeySaid />
      <Button
        type="button"
        hidden
        data-passkey="sign_in"
        data-then={welcome(returnTo)}
        data-cancelled={m.auth_passkey_cancelled()}
        data-failed={m.auth_passkey_failed()}
        tone="quiet"
        size="large"
        wide
      >
        {m.auth_passkey_sign_in()}
      </Button>
      {provider ? (
        <Button
          formAction={withReturnTo('/sign-in/provider', returnTo)}
          formNoValidate
          tone="quiet"
          size="large"
          wide
        >
          {m.auth_provider_button({ name: provider })}
        </Button>
      ) : null}
    </div>
  );
}
