import { html, type Html } from '../../platform/mail/index.ts';
import type { KeptAttachment, KeptMail } from './kept-mails.ts';
import { filterForm, kindTabs, page, shortTime } from './page.ts';

export const views = ['html', 'text', 'source'] as const;
export type View = (typeof views)[number];

const viewLabels: Record<View, string> = { html: 'HTML', text: 'Text', source: 'Source' };

export interface ListPage {
  mails: KeptMail[];
  to: string;
  /** Cursor of the next page, if there is one. */
  olderThan?: string;
}

export function listPage({ mails, to, olderThan }: ListPage): string {
  const older =
    olderThan === undefined
      ? undefined
      : html`<p class="older">
          <a
            class="quiet-button"
            href="/dev/inbox?${new URLSearchParams({ to, before: olderThan }).toString()}"
            >Older mail</a
          >
        </p>`;
  const list =
    mails.length > 0
      ? html`<ol class="mails">
            ${mails.map(listItem)}
          </ol>
          ${older}`
      : emptyState(to);
  return page(
    'Local inbox',
    html`<header class="head">
        <h1>Local inbox</h1>
        <p class="soft">
          Every mail that this installation sends stops here. Nothing leaves the machine.
        </p>
      </header>
      ${kindTabs('mail')} ${filterForm({ action: '/dev/inbox', label: 'To this address', to })}
      ${list}`,
  );
}

function listItem({ id, subject, to, receivedAt, attachments, text }: KeptMail): Html {
  return html`<li>
    <a class="mail" href="/dev/inbox/${id}">
      <span class="who" dir="auto">${to.join(', ')}</span>
      <time class="soft" datetime="${receivedAt.toString()}">${shortTime(receivedAt)}</time>
      <strong class="subject" dir="auto">${subject || '(no subject)'}</strong>
      <span class="soft excerpt" dir="auto">${excerpt(text)}</span>
      ${attachments.length > 0 ? html`<span class="chip">${attachments.map(({ filename }) => filename).join(', ')}</span>` : undefined}
    </a>
  </li> `;
}

function emptyState(to: string): Html {
  const words = to
    ? html`No mail to <b dir="auto">${to}</b> yet.`
    : html`No mail yet. Register somebody, and the first one arrives.`;
  return html`<div class="empty">
    <svg
      width="120"
      height="92"
      viewBox="0 0 120 92"
      fill="none"
      stroke="currentColor"
      stroke-width="2.5"
      stroke-linejoin="round"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d="M14 40 60 10l46 30v40a4 4 0 0 1-4 4H18a4 4 0 0 1-4-4Z" />
      <path class="warm" d="M30 34h60v26L60 76 30 60Z" />
      <path d="m14 42 46 30 46-30M42 44h36M42 54h24" />
    </svg>
    <p>${words}</p>
    <p>
      <a class="quiet-button" href="${to ? '/dev/inbox' : '/join'}"
        >${to ? 'Show all mail' : 'Register'}</a
      >
    </p>
  </div>`;
}

export function mailPage(mail: KeptMail, view: View): string {
  const { id, subject, from, to, receivedAt, attachments } = mail;
  return page(
    subject || 'Mail',
    html`<p class="back"><a href="/dev/inbox">← All mail</a></p>
      <article>
        <header class="head">
          <h1 dir="auto">${subject || '(no subject)'}</h1>
          <dl class="facts">
            <div>
              <dt>From</dt>
              <dd dir="auto">${from}</dd>
            </div>
            <div>
              <dt>To</dt>
              <dd dir="auto">${to.join(', ')}</dd>
            </div>
            <div>
              <dt>Received</dt>
              <dd><time datetime="${receivedAt.toString()}">${longTime(receivedAt)}</time></dd>
            </div>
          </dl>
        </header>
        ${attachments.length > 0 ? attachmentList(id, attachments) : undefined}
        <nav class="tabs" aria-label="View of this mail">
          ${views.map((name) => tab(id, name, view))}
        </nav>
        ${body(mail, view)}
        ${
          view === 'html'
            ? attachments
                .filter(({ contentType }) => contentType === 'text/calendar')
                .slice(0, 1)
                .map(calendarSource)
            : undefined
        }
      </article>`,
  );
}

function tab(id: string, name: View, current: View): Html {
  const marked = name === current ? html` aria-current="page"` : undefined;
  return html`<a href="/dev/inbox/${id}?view=${name}" ${marked}>${viewLabels[name]}</a>`;
}

function body({ id, html: markup, text, source }: KeptMail, view: View): Html {
  if (view === 'html' && markup)
    return html`<iframe
      class="letter"
      title="The mail as HTML"
      src="/dev/inbox/${id}/html"
      sandbox="allow-top-navigation-by-user-activation"
    ></iframe>`;
  if (view === 'source')
    return html`<pre class="source" tabindex="0" aria-label="Source">${source}</pre>`;
  return html`<pre class="text" tabindex="0" aria-label="Text" dir="auto">
${text || 'This mail has no text part.'}</pre>`;
}

function attachmentList(id: string, attachments: KeptAttachment[]): Html {
  return html`<ul class="attachments" aria-label="Attachments">
    ${attachments.map(
      ({ filename, contentType, method }, index) =>
        html`<li>
          <a class="chip" href="/dev/inbox/${id}/attachments/${index}" download="${filename}"
            >${filename} <span class="soft">${contentType}${method ? ` · ${method}` : ''}</span></a
          >
        </li>`,
    )}
  </ul>`;
}

function calendarSource({ content }: KeptAttachment): Html {
  return html`<details class="calendar">
    <summary>Calendar invitation</summary>
    <pre class="source" tabindex="0" aria-label="Calendar invitation">
${new TextDecoder().decode(content)}</pre>
  </details>`;
}

export function missingPage(): string {
  return page(
    'No such mail',
    html`<div class="empty">
      <h1>This mail is not here</h1>
      <p>The inbox keeps the newest 500 mails.</p>
      <p><a class="quiet-button" href="/dev/inbox">Show all mail</a></p>
    </div>`,
  );
}

function excerpt(text: string): string {
  const [, ...lines] = text.split('\n').filter((line) => line.trim());
  return lines.join(' ').slice(0, 140);
}

const longTime = (instant: Temporal.Instant) =>
  instant.toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'long' });
