import type { Domain } from '../../platform/domain.ts';
import { paymentsJobs } from './jobs.ts';
import { paymentsRoutes } from './routes.ts';

export type { ChargeView } from './charges/charge-view.ts';
export { checkCharge, getCharge } from './charges/check-charge.ts';
export { abandonCharge, captureCharge, settleCancelledCharge } from './charges/instruct-charge.ts';
export { openCharge } from './charges/open-charge.ts';
export {
  countUnsettled,
  exportCharges,
  forgetPayers,
  keepsEarnings,
} from './charges/payer-data.ts';
export { startCheckout } from './charges/start-checkout.ts';
export { noteEarning } from './earnings/note-earning.ts';
export {
  chargeAuthorised,
  chargeCaptured,
  chargeFailed,
  chargeRefunded,
  chargeVoided,
} from './events.ts';

export const paymentsDomain: Domain = {
  name: 'payments',
  routes: paymentsRoutes,
  jobs: paymentsJobs,
};
