import { type Clock, systemClock } from '../../src/platform/clock/index.ts';
import type { MailTransport } from '../../src/platform/mail/index.ts';

/** Takes every mail and keeps none. */
export const nowhere: MailTransport = {
  via: 'none',
  send: async ({ messageId }) => ({ providerId: messageId }),
  close() {},
};

/** The machine's time and so much. */
export const clockAhead = (aheadMs: () => number): Clock => ({
  ...systemClock,
  now: () => systemClock.now().add({ milliseconds: aheadMs() }),
});
