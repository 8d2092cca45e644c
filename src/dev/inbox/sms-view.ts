import { html, type Html } from '../../platform/mail/index.ts';
import type { KeptText } from './kept-texts.ts';
import { filterForm, kindTabs, page, shortTime } from './page.ts';

export function textsPage({ texts, to }: { texts: KeptText[]; to: string }): string {
  const list =
    texts.length > 0
      ? html`<ol class="mails">
          ${texts.map(listItem)}
        </ol>`
      : html`<div class="empty">
          <p>${to ? html`No SMS to <b dir="auto">${to}</b> yet.` : 'No SMS yet.'}</p>
        </div>`;
  return page(
    'SMS',
    html`<header class="head">
        <h1>Local inbox</h1>
        <p class="soft">Every SMS that this installation sends stops here.</p>
      </header>
      ${kindTabs('sms')} ${filterForm({ action: '/dev/inbox/sms', label: 'To this number', to })}
      ${list}`,
  );
}

function listItem({ id, from, to, receivedAt, text }: KeptText): Html {
  return html`<li id="${id}">
    <article class="mail">
      <span class="who">${to}</span>
      <time class="soft" datetime="${receivedAt}"
        >${shortTime(Temporal.Instant.from(receivedAt))}</time
      >
      <p class="sms" dir="auto">${text}</p>
      <span class="soft excerpt">From ${from}</span>
    </article>
  </li> `;
}
