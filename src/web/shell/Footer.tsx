import { m } from '../../messages/messages.js';
import { Logo } from './Logo.tsx';

export function Footer() {
  return (
    <footer className="mt-24 border-t border-line print:hidden">
      <div className="page-width grid gap-8 py-12 md:grid-cols-[2fr_1fr_1fr]">
        <div>
          <Logo />
          <p className="mt-1 max-w-[38ch] text-14 text-soft">{m.footer_line()}</p>
        </div>
        <FooterList
          title={m.footer_learn()}
          links={[
            ['/search', m.nav_find()],
            ['/lessons', m.nav_lessons()],
            ['/practice', m.nav_practice()],
            ['/plus', m.plus_title()],
            ['/market', m.footer_market()],
          ]}
        />
        <FooterList
          title={m.footer_teach()}
          links={[
            ['/teach', m.nav_teach()],
            ['/api/docs', m.footer_api()],
          ]}
        />
      </div>
    </footer>
  );
}

function FooterList({ title, links }: { title: string; links: [string, string][] }) {
  return (
    <nav aria-label={title}>
      <h2 className="font-sans text-14 font-semibold tracking-normal">{title}</h2>
      <ul className="mt-1">
        {links.map(([href, label]) => (
          <li key={href}>
            <a
              href={href}
              className="target text-14 text-soft underline-offset-4 hover:text-ink hover:underline"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
