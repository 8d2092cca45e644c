import { Outlet, useLocation } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { classNames } from '../../ui/class-names.ts';
import { requireVisitor } from '../require-visitor.ts';
import type { Route } from './+types/layout';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const { scopes } = requireVisitor(requestOf(context), request);
  if (!scopes.includes('payments')) throw new Response(null, { status: 403 });
  return null;
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.operate_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

/** The frame of the pages for operators who look after payments. */
export default function OperateLayout() {
  const { pathname } = useLocation();
  const tabs = [
    { href: '/operate/payments', label: m.operate_tab_payments() },
    { href: '/operate/payments/waiting', label: m.operate_tab_waiting() },
    { href: '/operate/payments/events', label: m.operate_tab_events() },
    { href: '/operate/payments/problems', label: m.operate_tab_problems() },
    { href: '/operate/payments/disputes', label: m.operate_tab_disputes() },
    { href: '/operate/payments/books', label: m.operate_tab_books() },
    { href: '/operate/payments/cases', label: m.operate_tab_cases() },
  ];
  const chosen = tabs.findLast(({ href }) => pathname.startsWith(href));
  return (
    <div className="page-width grid grid-cols-[minmax(0,1fr)] gap-6 pt-6 md:gap-8 md:pt-10">
      <p className="font-display text-22">{m.operate_title()}</p>
      <nav aria-label={m.operate_title()} className="border-b border-line">
        <ul className="-mb-px flex flex-wrap gap-x-6">
          {tabs.map(({ href, label }) => (
            <li key={href}>
              <a
                href={href}
                aria-current={
                  href === chosen?.href ? (href === pathname ? 'page' : 'true') : undefined
                }
                className={classNames(
                  'target border-b-2 text-14 font-semibold whitespace-nowrap',
                  href === chosen?.href
                    ? 'border-accent text-ink'
                    : 'border-transparent text-soft hover:text-ink',
                )}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </div>
  );
}
