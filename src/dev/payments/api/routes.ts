import { accountRoutes } from './routes/account-routes.ts';
import { billingRoutes } from './routes/billing-routes.ts';
import { cardRoutes } from './routes/card-routes.ts';
import { checkoutRoutes } from './routes/checkout-routes.ts';
import { customerRoutes } from './routes/customer-routes.ts';
import { eventRoutes } from './routes/event-routes.ts';
import { invoiceRoutes } from './routes/invoice-routes.ts';
import { moneyRoutes } from './routes/money-routes.ts';
import { paymentRoutes } from './routes/payment-routes.ts';
import { portalRoutes } from './routes/portal-routes.ts';
import type { ApiRoute } from './route.ts';

/** Everything the emulator answers. */
export const apiRoutes: readonly ApiRoute[] = [
  ...checkoutRoutes,
  ...paymentRoutes,
  ...cardRoutes,
  ...customerRoutes,
  ...moneyRoutes,
  ...accountRoutes,
  ...billingRoutes,
  ...invoiceRoutes,
  ...portalRoutes,
  ...eventRoutes,
];
