import type { ReactNode } from 'react';
import { m } from '../../../messages/messages.js';
import { classNames } from '../../ui/class-names.ts';

interface AccountSectionProps {
  title: string;
  intro?: ReactNode;
  /** The page above, when this is one of its details. */
  back?: { href: string; label: string };
  children: ReactNode;
}

/** One page of the account: the way back, its title, and what it is for. */
export function AccountSection({ title, intro, back, children }: AccountSectionProps) {
  return (
    <section aria-labelledby="title" className="grid gap-6">
      <div className="grid gap-2">
        {back ? (
          <a
            href={back.href}
            className="target -mt-2 justify-self-start gap-1.5 text-14 text-soft hover:text-ink print:hidden"
          >
            <span aria-hidden="true">←</span>
            {back.label}
          </a>
        ) : null}
        <h1 id="title" className={classNames('text-28 md:text-36', !back && 'pt-2 md:pt-0')}>
          {title}
        </h1>
        {intro ? <div className="measure text-soft">{intro}</div> : null}
      </div>
      {children}
    </section>
  );
}

/** A detail of the page about signing in. */
export function SecuritySection(props: Omit<AccountSectionProps, 'back'>) {
  return (
    <AccountSection {...props} back={{ href: '/account/security', label: m.account_security() }} />
  );
}
