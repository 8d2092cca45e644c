import { m } from '../../messages/messages.js';
import type { Visitor } from '../server/request-context.ts';

const line =
  'flex min-h-11 w-full cursor-pointer items-center rounded-control px-3 text-14 hover:bg-sunken';

/** One's own name on wide windows: a disclosure with the account and the way out. */
export function AccountDropdown({ visitor }: { visitor: Visitor }) {
  return (
    <details data-menu className="group relative hidden md:block">
      <summary className="target cursor-pointer list-none gap-2 rounded-full border border-line bg-surface px-4 hover:border-edge">
        <span className="sr-only">{`${m.nav_account()}: `}</span>
        <span className="max-w-32 truncate text-14 font-semibold lg:max-w-44">
          {visitor.displayName}
        </span>
        <svg
          viewBox="0 0 12 12"
          aria-hidden="true"
          fill="none"
          className="size-3 shrink-0 stroke-current stroke-[1.6] transition-transform group-open:rotate-180"
        >
          <path d="M2 4l4 4 4-4" />
        </svg>
      </summary>
      <ul className="absolute right-0 z-30 mt-2 w-52 rounded-card border border-line bg-surface p-2 shadow-soft">
        <li>
          <a href="/account" className={line}>
            {m.nav_account()}
          </a>
        </li>
        <li>
          <a href="/account/security" className={line}>
            {m.nav_account_security()}
          </a>
        </li>
        {visitor.roles.includes('instructor') ? (
          <li>
            <a href="/earnings" className={line}>
              {m.nav_earnings()}
            </a>
          </li>
        ) : null}
        {visitor.scopes.includes('content') ? (
          <li>
            <a href="/teach/library" className={line}>
              {m.library_title()}
            </a>
          </li>
        ) : null}
        {visitor.scopes.includes('payments') ? (
          <li>
            <a href="/operate/payments" className={line}>
              {m.nav_operate()}
            </a>
          </li>
        ) : null}
        <li className="mt-2 border-t border-line pt-2">
          <form method="post" action="/sign-out">
            <button className={line}>{m.nav_sign_out()}</button>
          </form>
        </li>
      </ul>
    </details>
  );
}
