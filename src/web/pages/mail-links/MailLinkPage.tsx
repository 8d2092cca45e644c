import type { ReactNode } from 'react';
import { m } from '../../../messages/messages.js';
import type { FormProblem } from '../../api/problem.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { NarrowPage } from '../NarrowPage.tsx';

interface MailLinkPageProps {
  title: string;
  text: ReactNode;
  button: string;
  /** Whether the address carries a token. */
  complete: boolean;
  problem: FormProblem | undefined;
  /** Set once the button has done its work. */
  done: { title: string; text: string } | undefined;
  onward: { href: string; label: string };
}

/** A page that a mail leads to. Opening it changes nothing, since mail scanners open links: its button does. */
export function MailLinkPage(props: MailLinkPageProps) {
  const { title, text, button, complete, problem, done, onward } = props;
  const further = (
    <p>
      <ButtonLink href={onward.href} size="large">
        {onward.label}
      </ButtonLink>
    </p>
  );
  if (done)
    return (
      <NarrowPage unwatched title={done.title} intro={done.text}>
        {further}
      </NarrowPage>
    );
  if (problem || !complete)
    return (
      <NarrowPage unwatched title={m.auth_verify_failed_title()}>
        <FormErrors problem={problem && { ...problem, fields: {} }} labels={{}} />
        {problem ? null : <p>{m.auth_verify_incomplete()}</p>}
        {further}
      </NarrowPage>
    );
  return (
    <NarrowPage unwatched title={title} intro={text}>
      <form method="post">
        <Button size="large" wide>
          {button}
        </Button>
      </form>
    </NarrowPage>
  );
}
