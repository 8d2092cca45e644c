import { html, type Html } from '../../platform/mail/index.ts';
import type { KnownPerson } from './grants.ts';

const frame = (title: string, base: string, content: Html): string =>
  `<!doctype html>${html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <link rel="stylesheet" href="${base}/style.css" />
    </head>
    <body>
      <header>
        <p class="notice">
          Local stand-in for an identity provider. Nothing here leaves this machine.
        </p>
      </header>
      <main>
        <h1>${title}</h1>
        ${content}
      </main>
    </body>
  </html>`}`;

export interface AskWho {
  /** The provider's own path. */
  base: string;
  name: string;
  people: readonly KnownPerson[];
  /** The request, to be sent along. */
  query: Record<string, string | undefined>;
}

/** Asks who you are: a known person, or one made up on the spot. */
export function askWhoPage({ base, name, people, query }: AskWho): string {
  const kept = Object.entries(query).map(([key, value]) =>
    value === undefined ? html`` : html`<input type="hidden" name="${key}" value="${value}" />`,
  );
  const choices = people.map(
    (person) =>
      html`<li>
        <button name="subject" value="${person.subject}">
          <strong>${person.name}</strong>
          <span>${person.email}${person.emailVerified === false ? ' (not confirmed)' : ''}</span>
        </button>
      </li>`,
  );
  return frame(
    `${name}: who are you?`,
    base,
    html`<form method="post" action="${base}/authorize">
        ${kept}
        <ul>
          ${choices}
        </ul>
      </form>
      <form method="post" action="${base}/authorize">
        ${kept}
        <h2>Somebody else</h2>
        <label for="name">Name</label>
        <input id="name" name="name" maxlength="100" required autocomplete="off" />
        <label for="email">E-mail</label>
        <input id="email" name="email" type="email" maxlength="254" required autocomplete="off" />
        <button class="main">Go on</button>
      </form>
      <form method="post" action="${base}/authorize">
        ${kept}
        <button name="cancel" value="yes">Cancel</button>
      </form>`,
  );
}

export const refusedPage = (base: string, reason: string): string =>
  frame('This does not fit', base, html`<p>${reason}</p>`);

export const styles = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f1f6f4, #101614);
  --card: light-dark(#ffffff, #18201d);
  --ink: light-dark(#14201b, #e6efeb);
  --soft: light-dark(#4d5f57, #a6b8b0);
  --line: light-dark(#cbd8d2, #36443e);
  --accent: light-dark(#0f5c43, #8fd6b9);
  --on-accent: light-dark(#ffffff, #08241a);
  --notice: light-dark(#fff3d1, #3a2f10);
  --notice-ink: light-dark(#5c4304, #f4dc98);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
.notice { margin: 0; padding: 10px 16px; background: var(--notice); color: var(--notice-ink); text-align: center; }
main { max-width: 26rem; margin: 32px auto; padding: 24px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
h1 { margin: 0 0 16px; font-size: 1.375rem; line-height: 1.25; }
h2 { margin: 24px 0 4px; font-size: 1rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
button { width: 100%; min-height: 44px; padding: 10px 14px; border: 1px solid var(--line); border-radius: 8px; background: transparent; color: inherit; font: inherit; text-align: left; cursor: pointer; }
button strong, button span { display: block; }
button span { color: var(--soft); }
button.main { margin-top: 16px; background: var(--accent); color: var(--on-accent); text-align: center; }
form + form button:not(.main) { margin-top: 8px; text-align: center; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
label { display: block; margin-top: 12px; font-weight: 600; }
input { width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--page); color: inherit; font: inherit; }
`;
