import { html, type Html } from '../../platform/mail/index.ts';

export function page(title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} · Etude local inbox</title>
        <link rel="stylesheet" href="/dev/inbox/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header class="bar">
          <a class="brand" href="/">Etude<span>.</span></a
          ><a class="bar-link" href="/dev/inbox">Inbox</a>
        </header>
        <main id="content">${content}</main>
      </body>
    </html> `.markup;
}

const kinds = {
  mail: { href: '/dev/inbox', label: 'Mail' },
  sms: { href: '/dev/inbox/sms', label: 'SMS' },
};

export function kindTabs(current: keyof typeof kinds): Html {
  return html`<nav class="tabs" aria-label="What was sent">
    ${Object.entries(kinds).map(([kind, { href, label }]) => {
      const marked = kind === current ? html` aria-current="page"` : undefined;
      return html`<a href="${href}" ${marked}>${label}</a> `;
    })}
  </nav>`;
}

export function filterForm({
  action,
  label,
  to,
}: {
  action: string;
  label: string;
  to: string;
}): Html {
  return html`<form class="filter" method="get" action="${action}" role="search">
    <label for="to">${label}</label>
    <div class="row">
      <input
        id="to"
        name="to"
        type="search"
        autocomplete="off"
        spellcheck="false"
        value="${to}"
      /><button>Show</button>
    </div>
  </form>`;
}

// The inbox lives on the developer's own machine, so its clock is the reader's.
export const shortTime = (instant: Temporal.Instant) =>
  instant.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
