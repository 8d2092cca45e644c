import { Outlet, redirect, useLocation } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { classNames } from '../../ui/class-names.ts';
import { requireVisitor } from '../require-visitor.ts';
import type { Route } from './+types/layout';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const visitor = requireVisitor(requestOf(context), request);
  if (!visitor.roles.includes('instructor')) throw redirect('/teach', 303);
  return null;
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.earnings_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

/** The frame of all that is about being paid. */
export default function EarningsLayout() {
  const { pathname } = useLocation();
  const tabs = [
    { href: '/earnings', label: m.earnings_tab_lessons() },
    { href: '/earnings/payouts', label: m.earnings_tab_payouts() },
    { href: '/earnings/statements', label: m.earnings_tab_statements() },
    { href: '/earnings/account', label: m.earnings_tab_account() },
  ];
  const chosen = tabs.findLast(({ href }) => pathname.startsWith(href));
  return (
    <div className="page-width grid gap-6 pt-6 md:gap-8 md:pt-10">
      <h1 className="text-36">{m.earnings_title()}</h1>
      <nav
        aria-label={m.earnings_tabs()}
        className="flex gap-x-6 overflow-x-auto border-b border-line"
      >
        {tabs.map(({ href, label }) => (
          <a
            key={href}
            href={href}
            aria-current={href === chosen?.href ? 'page' : undefined}
            className={classNames(
              'target -mb-px border-b-2 font-semibold whitespace-nowrap',
              href === chosen?.href
                ? 'border-accent text-ink'
                : 'border-transparent text-soft hover:text-ink',
            )}
          >
            {label}
          </a>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
