import { Children, type ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { AccountIcon, type AccountIconName } from './AccountIcon.tsx';

/** Lines on one card, parted by hairlines. */
export function SettingsList({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <ul
      id={id}
      className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
    >
      {children}
    </ul>
  );
}

interface SettingsLinkProps {
  href: string;
  icon: AccountIconName;
  title: string;
  text: ReactNode;
  badge?: ReactNode;
}

/** A setting and its state; the whole line leads to where it is changed. */
export function SettingsLink({ href, icon, title, text, badge }: SettingsLinkProps) {
  return (
    <li>
      <a
        href={href}
        className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 p-4 -outline-offset-2 hover:bg-sunken md:px-5"
      >
        <AccountIcon name={icon} />
        <span>
          <span className="block font-semibold">{title}</span>
          <span className="block text-14 text-soft [overflow-wrap:anywhere]">{text}</span>
          {badge ? <span className="mt-2 block sm:hidden">{badge}</span> : null}
        </span>
        <span className="flex items-center gap-3">
          {badge ? <span className="hidden sm:block">{badge}</span> : null}
          <svg
            viewBox="0 0 12 12"
            aria-hidden="true"
            fill="none"
            className="size-3.5 stroke-edge stroke-[1.6]"
          >
            <path d="M4 2l4 4-4 4" />
          </svg>
        </span>
      </a>
    </li>
  );
}

interface SettingsItemProps {
  icon: AccountIconName;
  title: string;
  badge?: ReactNode;
  /** Facts, one per line. */
  facts: ReactNode[];
  children?: ReactNode;
}

/** Something one has (a session, a passkey), what is known of it, and what can be done with it. */
export function SettingsItem({ icon, title, badge, facts, children }: SettingsItemProps) {
  // One button finds room beside the facts early, several only on wide windows.
  const beside =
    Children.count(children) > 1
      ? { columns: 'lg:grid-cols-[auto_minmax(0,1fr)_auto]', start: 'lg:col-start-3' }
      : { columns: 'sm:grid-cols-[auto_minmax(0,1fr)_auto]', start: 'sm:col-start-3' };
  return (
    <li
      className={classNames(
        'grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-4 gap-y-2 p-4 md:px-5',
        beside.columns,
      )}
    >
      <AccountIcon name={icon} />
      <div className="grid gap-0.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <p className="font-semibold [overflow-wrap:anywhere]">{title}</p>
          {badge}
        </div>
        {facts.map((fact, index) => (
          // The facts of one item keep their places.
          // oxlint-disable-next-line react/no-array-index-key
          <p key={index} className="numerals text-14 text-soft">
            {fact}
          </p>
        ))}
      </div>
      {children ? (
        <div className={classNames('col-start-2 flex flex-wrap gap-2', beside.start)}>
          {children}
        </div>
      ) : null}
    </li>
  );
}
