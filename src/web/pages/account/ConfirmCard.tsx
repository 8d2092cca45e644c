import type { ReactNode } from 'react';
import type { FormProblem } from '../../api/problem.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';

interface ConfirmCardProps {
  /** What will happen, before it does. */
  consequences: string[];
  confirm: string;
  /** The way back; left out where the page goes on around it. */
  keep?: { href: string; label: string };
  /** Which of the page's forms this is. */
  intent: string;
  problem: FormProblem | undefined;
  labels?: Record<string, string>;
  children?: ReactNode;
}

/** The question before something that can't be taken back: what follows, then the two ways on. */
export function ConfirmCard(props: ConfirmCardProps) {
  const { consequences, confirm, keep, intent, problem, labels = {}, children } = props;
  return (
    <form method="post" className="grid gap-5">
      <FormErrors problem={problem} labels={labels} />
      <Card raised className="grid gap-4">
        <ul className="grid gap-2.5">
          {consequences.map((text) => (
            <li key={text} className="flex gap-3">
              <span
                aria-hidden="true"
                className="mt-2.5 size-1.5 shrink-0 rounded-full bg-danger"
              />
              {text}
            </li>
          ))}
        </ul>
        {children}
      </Card>
      <div className="flex flex-wrap gap-3">
        <Button tone="danger" size="large" name="intent" value={intent}>
          {confirm}
        </Button>
        {keep ? (
          <ButtonLink href={keep.href} tone="quiet" size="large">
            {keep.label}
          </ButtonLink>
        ) : null}
      </div>
    </form>
  );
}
