import { m } from '../../messages/messages.js';
import { currencySign } from '../format/prices.ts';
import type { Market } from '../market.ts';
import type { Visitor } from '../server/request-context.ts';
import { Button } from '../ui/Button.tsx';
import type { NavigationItem } from './navigation.ts';

const line = 'flex min-h-12 items-center rounded-control px-3 text-16 hover:bg-sunken';

/** The menu of narrow windows: a disclosure that opens without scripts. */
export function PhoneMenu({
  items,
  visitor,
  market,
}: {
  items: NavigationItem[];
  visitor: Visitor | undefined;
  market: Market;
}) {
  return (
    <details data-menu className="group relative md:hidden">
      <summary className="grid size-11 cursor-pointer list-none place-items-center rounded-full border border-line bg-surface">
        <span className="sr-only">{m.nav_menu()}</span>
        <svg
          viewBox="0 0 20 20"
          aria-hidden="true"
          className="size-5 stroke-current stroke-[1.6]"
          strokeLinecap="round"
        >
          <path d="M3 6.5h14M3 13.5h14" className="group-open:hidden" />
          <path d="M4.5 4.5l11 11M15.5 4.5l-11 11" className="hidden group-open:inline" />
        </svg>
      </summary>
      <nav
        aria-label={m.nav_label()}
        className="absolute right-0 z-30 mt-2 w-64 rounded-card border border-line bg-surface p-2 shadow-soft"
      >
        <ul>
          {items.map((item) => (
            <li key={item.href}>
              <a href={item.href} className={line}>
                {item.label}
              </a>
            </li>
          ))}
          <li className="mt-2 border-t border-line pt-2">
            <a href="/market" className={line}>
              {m.nav_market_is({
                market: `${currencySign(market.currency, market.locale)} · ${market.name}`,
              })}
            </a>
          </li>
          {visitor?.roles.includes('instructor') ? (
            <li>
              <a href="/earnings" className={line}>
                {m.nav_earnings()}
              </a>
            </li>
          ) : null}
          {visitor ? (
            <li>
              <a href="/account" className={line}>
                {m.nav_account()}
              </a>
            </li>
          ) : null}
          {visitor?.scopes.includes('content') ? (
            <li>
              <a href="/teach/library" className={line}>
                {m.library_title()}
              </a>
            </li>
          ) : null}
          {visitor?.scopes.includes('payments') ? (
            <li>
              <a href="/operate/payments" className={line}>
                {m.nav_operate()}
              </a>
            </li>
          ) : null}
          <li>
            {visitor ? (
              <form method="post" action="/sign-out" className="grid gap-1 p-1">
                <span className="truncate px-2 py-1 text-14 text-soft">{visitor.displayName}</span>
                <Button tone="quiet" wide>
                  {m.nav_sign_out()}
                </Button>
              </form>
            ) : (
              <a href="/sign-in" className={line}>
                {m.nav_sign_in()}
              </a>
            )}
          </li>
        </ul>
      </nav>
    </details>
  );
}
