import { html, Html } from '../../../platform/mail/index.ts';
import { m } from '../texts.ts';
import type { Block, Fact, Letter } from './letter.ts';

/** One letter as HTML and as text, both saying the same. */
export function composeMail(
  letter: Letter,
  publicUrl: string,
): { subject: string; html: string; text: string } {
  return {
    subject: letter.subject,
    html: `${asHtml(letter, publicUrl)}\n`,
    text: asText(letter, publicUrl),
  };
}

const serif = "Fraunces, Georgia, 'Times New Roman', serif";
const sans = "'Instrument Sans', -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

// Inline styles are the light ones; programs that honour a media query get the dark ones as well.
const darkStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background: #171613 !important; }
  .card { background: #201e1a !important; border-color: #37342d !important; }
  .ink { color: #f3eee4 !important; }
  .soft { color: #aea79a !important; }
  .line { border-color: #37342d !important; }
  .dot { color: #eeb057 !important; }
  .link { color: #a3b4ff !important; }
  .button { background: #a3b4ff !important; }
  .button a { color: #14183a !important; }
}
@media (max-width: 480px) {
  .card { padding: 24px 20px !important; }
  .label, .value { display: block !important; width: auto !important; padding-left: 0 !important; }
  .label { padding-bottom: 0 !important; border-bottom: 0 !important; }
  .value { padding-top: 2px !important; }
}`;

function asHtml({ subject, preview, title, blocks, reason }: Letter, publicUrl: string): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${subject}</title>
        <style>
          ${new Html(darkStyles)}
        </style>
      </head>
      <body
        class="paper"
        style="margin:0;padding:0;background:#fbf8f2;-webkit-text-size-adjust:100%"
      >
        <div style="display:none;max-height:0;overflow:hidden;opacity:0">
          ${preview}${previewEnd}
        </div>
        <table
          role="presentation"
          class="paper"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          style="background:#fbf8f2"
        >
          <tr>
            <td align="center" style="padding:32px 16px">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                style="max-width:560px"
              >
                <tr>
                  <td style="padding:0 4px 20px">
                    <a
                      href="${publicUrl}/"
                      class="ink"
                      style="font:600 24px/28px ${serif};color:#1c1b19;text-decoration:none"
                      >Etude<span class="dot" style="color:#e8a13a">.</span></a
                    >
                  </td>
                </tr>
                <tr>
                  <td
                    class="card"
                    style="background:#ffffff;border:1px solid #e6e0d4;border-radius:12px;padding:36px 36px 32px"
                  >
                    <h1
                      class="ink"
                      dir="auto"
                      style="margin:0 0 16px;font:500 28px/34px ${serif};color:#1c1b19;text-wrap:balance"
                    >
                      ${title}
                    </h1>
                    ${blocks.map(blockAsHtml)}
                  </td>
                </tr>
                <tr>
                  <td
                    class="soft"
                    style="padding:20px 4px 0;font:400 13px/20px ${sans};color:#5e5a52"
                  >
                    ${reason}<br /><a href="${publicUrl}/" class="soft" style="color:#5e5a52"
                      >${publicUrl.replace(/^https?:\/\//, '')}</a
                    >
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`;
}

const previewEnd = '\u00a0\u200c'.repeat(60);

function blockAsHtml(block: Block): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p
        class="ink"
        dir="auto"
        style="margin:0 0 16px;font:400 16px/25px ${sans};color:#1c1b19"
      >
        ${block.text}
      </p> `;
    case 'note':
      return html`<p
        class="soft"
        dir="auto"
        style="margin:0 0 12px;font:400 14px/21px ${sans};color:#5e5a52"
      >
        ${block.text}
      </p> `;
    case 'button':
      return buttonAsHtml(block);
    case 'facts':
      return html`<table
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        style="margin:8px 0 24px;border-collapse:collapse"
      >
        ${block.facts.map(factAsHtml)}
      </table> `;
  }
}

function buttonAsHtml({ label, url }: { label: string; url: string }): Html {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" style="margin:24px 0 16px">
      <tr>
        <td class="button" style="background:#2b4bc8;border-radius:8px">
          <a
            href="${url}"
            style="display:inline-block;padding:14px 24px;font:600 16px/20px ${sans};color:#ffffff;text-decoration:none"
            >${label}</a
          >
        </td>
      </tr>
    </table>
    <p
      class="soft"
      style="margin:0 0 20px;font:400 13px/19px ${sans};color:#5e5a52;word-break:break-all"
    >
      ${m.mail_button_fallback()}<br /><a href="${url}" class="link" style="color:#2b4bc8"
        >${url}</a
      >
    </p> `;
}

function factAsHtml({ label, value, more, strong }: Fact): Html {
  const second =
    more === undefined
      ? undefined
      : html`<br /><span class="soft" style="font-weight:400;font-size:14px;color:#5e5a52"
            >${more}</span
          >`;
  return html`<tr>
    <th
      scope="row"
      align="left"
      valign="top"
      class="label soft line"
      width="32%"
      style="padding:12px 12px 12px 0;border-bottom:1px solid #e6e0d4;font:400 14px/22px ${sans};color:#5e5a52"
    >
      ${label}
    </th>
    <td
      dir="auto"
      valign="top"
      class="value ink line"
      style="padding:12px 0;border-bottom:1px solid #e6e0d4;font:${strong ? '600' : '400'} 16px/22px ${sans};color:#1c1b19"
    >
      ${unbroken(value)}${second}
    </td>
  </tr> `;
}

/** Keeps "18:00 – 19:00" on one line: a break may follow a dash, unless a word joiner does. */
const unbroken = (text: string) => text.replaceAll(' – ', '\u00a0–\u2060\u00a0');

function asText({ title, blocks, reason }: Letter, publicUrl: string): string {
  const parts = [title, ...blocks.map(blockAsText), `-- \nEtude · ${publicUrl}\n${reason}`];
  return `${parts.join('\n\n')}\n`;
}

function blockAsText(block: Block): string {
  if (block.kind === 'button') return `${block.label}:\n${block.url}`;
  if (block.kind === 'facts')
    return block.facts
      .map(
        ({ label, value, more }) =>
          `${label}: ${value}${more === undefined ? '' : `\n    ${more}`}`,
      )
      .join('\n');
  return block.text;
}
