/** The domain's queues, apart from `jobs.ts` because verbs enqueue what it defines. */
export const jobNames = {
  carryOut: 'payments.carry-out',
  resolveUnknown: 'payments.resolve-unknown',
  processEvent: 'payments.process-event',
  sweep: 'payments.sweep',
  wakeCharges: 'payments.wake-charges',
  settleDue: 'payments.settle-due',
  writeOff: 'payments.write-off',
  plusWatch: 'payments.plus-watch',
  reconcileAll: 'payments.reconcile-all',
  reconcile: 'payments.reconcile',
} as const;
