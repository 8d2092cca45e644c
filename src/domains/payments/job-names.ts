/** The domain's queues, apart from `jobs.ts` because verbs enqueue what it defines. */
export const jobNames = {
  carryOut: 'payments.carry-out',
  resolveUnknown: 'payments.resolve-unknown',
  processEvent: 'payments.process-event',
  sweep: 'payments.sweep',
  settleDue: 'payments.settle-due',
  writeOff: 'payments.write-off',
} as const;
