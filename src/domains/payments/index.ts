import type { Domain } from '../../platform/domain.ts';
import { paymentsJobs } from './jobs.ts';
import { deletionBlockers, erasePerson, exportPerson } from './person-data.ts';
import { paymentsRoutes } from './routes.ts';

export type { ChargeView, PayersMoney } from './charges/charge-view.ts';
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
export { getDispute } from './disputes/list-disputes.ts';
export { customerOf } from './customers/customer-of.ts';
export { noteEarning } from './earnings/note-earning.ts';
export { getPayoutAccount, type PayoutAccountView } from './payout-accounts/get-payout-account.ts';
export { getPayout } from './payouts/list-payouts.ts';
export { type Explanation, explainCharge } from './ledger/explain.ts';
export { holdTransfer, liftHold } from './transfers/hold-transfer.ts';
export {
  chargeActionNeeded,
  chargeAuthorised,
  chargeCaptured,
  chargeCardSaved,
  type ChargeFact,
  chargeFailed,
  chargeRefunded,
  chargeVoided,
  disputeOpened,
  reconciliationDiffers,
  payoutAccountChanged,
  payoutDetailsDue,
  payoutFailed,
  payoutSent,
} from './events.ts';

export {
  type PlusFact,
  type PlusInvoiceFact,
  plusChanged,
  plusEnded,
  plusEnding,
  plusPaid,
  plusPaymentFailed,
  plusResumed,
  plusStarted,
  plusStopped,
  plusTrialEnding,
} from './plus-events.ts';
export {
  findPlusInvoice,
  getPlusForMail,
  type PlusForMail,
} from './subscriptions/plus-for-mail.ts';
export { getReconciliation } from './reconciliation/reconciliations.queries.ts';
export { hasPlus } from './subscriptions/subscriptions.queries.ts';

export const paymentsDomain: Domain = {
  name: 'payments',
  routes: paymentsRoutes,
  jobs: paymentsJobs,
  exportPerson,
  deletionBlockers,
  erasePerson,
};
