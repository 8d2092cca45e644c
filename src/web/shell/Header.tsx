import { m } from '../../messages/messages.js';
import { currencySign } from '../format/prices.ts';
import type { Market } from '../market.ts';
import type { Visitor } from '../server/request-context.ts';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { classNames } from '../ui/class-names.ts';
import { AccountDropdown } from './AccountDropdown.tsx';
import { Logo } from './Logo.tsx';
import { navigationFor, type NavigationItem } from './navigation.ts';
import { PhoneMenu } from './PhoneMenu.tsx';

export function Header({
  visitor,
  market,
  path,
  wide,
}: {
  visitor: Visitor | undefined;
  market: Market;
  path: string;
  wide: boolean;
}) {
  const items = navigationFor(visitor);
  return (
    <header
      data-signed-in={visitor?.id}
      className={classNames(
        'flex items-center gap-6 py-3 md:py-4',
        'print:hidden',
        wide ? 'px-5 md:px-8' : 'page-width',
      )}
    >
      <Logo />
      <nav aria-label={m.nav_label()} className="hidden md:block">
        <ul className="flex gap-4 whitespace-nowrap lg:gap-6">
          {items.map((item) => (
            <li key={item.href}>
              <NavigationLink item={item} path={path} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="ml-auto flex items-center gap-2 md:gap-3">
        <a
          href="/market"
          className={classNames(
            'target hidden px-2 text-14 whitespace-nowrap text-soft hover:text-ink',
            visitor ? 'lg:inline-flex' : 'md:inline-flex',
          )}
        >
          <span className="sr-only">{m.nav_market()}</span>
          {`${currencySign(market.currency, market.locale)} · ${market.name}`}
        </a>
        {visitor ? <AccountDropdown visitor={visitor} /> : <Entrance />}
        <PhoneMenu items={items} visitor={visitor} market={market} />
      </div>
    </header>
  );
}

function NavigationLink({ item, path }: { item: NavigationItem; path: string }) {
  const current = path === item.href || path.startsWith(`${item.href}/`);
  return (
    <a
      href={item.href}
      aria-current={path === item.href ? 'page' : current || undefined}
      className={classNames(
        'target text-14',
        current
          ? 'text-ink underline decoration-marigold decoration-2 underline-offset-8'
          : 'text-soft hover:text-ink',
      )}
    >
      {item.label}
    </a>
  );
}

function Entrance() {
  return (
    <>
      <span className="hidden md:block">
        <ButtonLink href="/sign-in" tone="quiet">
          {m.nav_sign_in()}
        </ButtonLink>
      </span>
      <ButtonLink href="/join" tone="inverse">
        {m.nav_join()}
      </ButtonLink>
    </>
  );
}
