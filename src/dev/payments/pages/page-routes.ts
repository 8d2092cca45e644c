import type { Core } from '../core.ts';
import type { WebAnswer, WebRequest } from '../web/message.ts';
import { createRouter } from '../web/router.ts';
import { authenticationPages } from './authentication/authentication-pages.ts';
import { checkoutPages } from './checkout/checkout-pages.ts';
import { expressPages } from './onboarding/express-page.ts';
import { onboardingPages } from './onboarding/onboarding-pages.ts';
import { invoicePages } from './invoice/invoice-pages.ts';
import { unknownPage } from './other-pages.ts';
import { sendPage, type Page } from './page.ts';
import { portalPages } from './portal/portal-pages.ts';
import { styles } from './styles.ts';

const styleSheet: Page = {
  method: 'GET',
  path: '/assets/checkout.css',
  answer: () => ({
    status: 200,
    headers: { 'cache-control': 'max-age=300', 'content-type': 'text/css; charset=utf-8' },
    body: styles,
  }),
};

/** The pages people meet at the addresses that the API hands out. Undefined for what is no page. */
export function createPages(core: Core): (request: WebRequest) => Promise<WebAnswer | undefined> {
  const route = createRouter<Page>([
    ...checkoutPages(core),
    ...authenticationPages(core),
    ...onboardingPages(core),
    ...expressPages(core),
    ...invoicePages(core),
    ...portalPages(core),
    styleSheet,
  ]);
  return async (request) => {
    const found = route(request.method, request.path);
    if (!found) return request.path.startsWith('/c/') ? sendPage(404, unknownPage()) : undefined;
    core.runDue();
    return found.route.answer(request, ...found.values);
  };
}
