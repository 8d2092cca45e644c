import { m } from '../../../messages/messages.js';
import { classNames } from '../../ui/class-names.ts';

/** The pages of the account: tabs on a phone, a list beside the page on wider windows. */
export function AccountMenu({ path }: { path: string }) {
  const items = [
    ['/account', m.account_profile()],
    ['/account/security', m.account_security()],
    ['/account/payments', m.account_payments()],
    ['/account/devices', m.account_devices()],
    ['/account/activity', m.account_activity()],
    ['/account/data', m.account_data()],
  ] as const;
  const current = sectionOf(path);
  return (
    <nav
      aria-label={m.account_title()}
      className="-mx-5 overflow-x-auto px-5 [scrollbar-width:none] max-md:shadow-[inset_0_-1px_0_var(--color-line)] md:mx-0 md:overflow-visible md:px-0"
    >
      <ul className="flex w-max gap-4 sm:gap-6 md:grid md:w-auto md:gap-0.5">
        {items.map(([href, label]) => (
          <li key={href}>
            <a
              href={href}
              aria-current={href === current ? (href === path ? 'page' : 'true') : undefined}
              className={classNames(
                'target w-full border-b-2 text-14 font-semibold whitespace-nowrap md:rounded-control md:border-0 md:px-3',
                href === current
                  ? 'border-accent text-ink md:bg-accent-soft md:text-accent'
                  : 'border-transparent text-soft hover:text-ink md:hover:bg-sunken',
              )}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Which of the menu's pages a page belongs to. */
function sectionOf(path: string): string {
  const [, , section] = path.split('/');
  if (section === undefined || section === '') return '/account';
  if (['devices', 'activity', 'data', 'payments'].includes(section)) return `/account/${section}`;
  return '/account/security';
}
