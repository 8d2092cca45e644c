import { m } from '../../../messages/messages.js';
import type { FormProblem } from '../../api/problem.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { NarrowPage } from '../NarrowPage.tsx';

interface GoToProviderProps {
  url: string | undefined;
  problem: FormProblem | undefined;
  back: { href: string; label: string };
}

/**
 * Goes on to the provider by itself, with or without scripts. A redirect would not do: browsers hold
 * it to the policy on where our forms may lead, and so every address that the provider redirects to.
 */
export function GoToProvider({ url, problem, back }: GoToProviderProps) {
  if (url === undefined)
    return (
      <NarrowPage title={m.auth_provider_failed()}>
        <FormErrors problem={problem} labels={{}} />
        <p>
          <TextLink href={back.href}>{back.label}</TextLink>
        </p>
      </NarrowPage>
    );
  return (
    <NarrowPage title={m.auth_provider_title()} intro={m.auth_provider_going()}>
      <meta httpEquiv="refresh" content={`0;url=${url}`} />
      <p>
        <ButtonLink href={url} size="large">
          {m.auth_provider_go()}
        </ButtonLink>
      </p>
    </NarrowPage>
  );
}
