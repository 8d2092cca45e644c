import { html } from '../html.ts';
import { layout } from '../layout.ts';

interface AuthenticationPage {
  /** Where the answer is sent. */
  action: string;
  /** "the payment of £32.00". */
  what: string;
  merchantName: string;
}

/** The stand-in for the bank's own page. */
export function authenticationPage({ action, what, merchantName }: AuthenticationPage): string {
  return layout({
    title: '3-D Secure: confirm that it is you',
    body: html`<div class="panel">
      <h1>Your test bank asks: is it you?</h1>
      <p class="lead">
        Confirm <strong>${what}</strong> to ${merchantName}. With a real card this page would be
        your bank’s.
      </p>
      <form method="post" action="${action}">
        <button class="button" name="outcome" value="complete" type="submit">Complete</button>
        <button class="button quiet" name="outcome" value="fail" type="submit">Fail</button>
      </form>
    </div>`,
  });
}
