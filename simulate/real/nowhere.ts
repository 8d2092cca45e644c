import type { MailTransport } from '../../src/platform/mail/index.ts';

/** Takes every mail and keeps none. */
export const nowhere: MailTransport = {
  via: 'none',
  send: async ({ messageId }) => ({ providerId: messageId }),
  close() {},
};
