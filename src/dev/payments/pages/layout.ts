import { html, type Html } from './html.ts';

interface Layout {
  title: string;
  /** Two columns on a wide screen. */
  wide?: boolean;
  body: Html;
}

/** The frame of every hosted page: it says before anything else that this is a test. */
export function layout({ title, wide = false, body }: Layout): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/checkout.css" />
      </head>
      <body>
        <header class="notice">Test payment page – no real money moves</header>
        <main class="${wide ? 'pay' : 'single'}">${body}</main>
      </body>
    </html> `.html;
}
