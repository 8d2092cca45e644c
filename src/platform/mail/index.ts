import type { Config } from '../config/index.ts';
import { smtpTransport } from './smtp.ts';
import { MailError } from './mail-error.ts';

export { Html, html } from './html.ts';
export { MailError };
export { senderOf } from './sender.ts';

export interface MailAttachment {
  filename: string;
  contentType: string;
  content: string | Buffer;
  /** Makes this a calendar invitation: the iTIP method, which mail programs answer to. */
  method?: 'REQUEST' | 'CANCEL';
}

export interface OutgoingMail {
  /** One bare address; a list or a display name is refused. */
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
  attachments?: MailAttachment[];
  /** Stable per delivery, so that a repeated hand-over can be recognised: `id@host` without brackets. */
  messageId: string;
}

export interface MailTransport {
  /** Which way mail leaves: shown by the configuration and the health page. */
  readonly via: 'smtp' | 'resend' | 'none';
  /** Resolves once the provider has accepted the mail; throws `MailError` otherwise. */
  send(mail: OutgoingMail): Promise<{ providerId: string }>;
  close(): void;
}

/** The transport that the configuration asks for. Without one, every send fails and says why. */
export async function openMail({ mail }: Pick<Config, 'mail'>): Promise<MailTransport> {
  if (mail.smtpUrl) return guarded(smtpTransport({ url: mail.smtpUrl, from: mail.from }));
  if (mail.resendApiKey) {
    const { resendTransport } = await import('./resend.ts');
    return guarded(resendTransport({ apiKey: mail.resendApiKey, from: mail.from }));
  }
  return noTransport;
}

const noTransport: MailTransport = {
  via: 'none',
  send: async () => {
    throw new MailError('mail is not configured: set SMTP_URL or RESEND_API_KEY', {
      permanent: false,
    });
  },
  close: () => {},
};

/** Refuses whatever could become a second receiver or a header of its own. */
function guarded(transport: MailTransport): MailTransport {
  return {
    ...transport,
    send: async (mail) => {
      refuseInjection(mail);
      return transport.send(mail);
    },
  };
}

const oneAddress = /^[^\s@<>(),;:"[\]\\\p{C}]+@[^\s@<>(),;:"[\]\\\p{C}]+$/u;
const control = /[\p{Cc}\u2028\u2029]/u;

function refuseInjection({
  to,
  subject,
  headers = {},
  attachments = [],
  messageId,
}: OutgoingMail): void {
  if (!oneAddress.test(to)) throw new MailError('not one plain mail address', { permanent: true });
  if (!oneAddress.test(messageId)) throw new MailError('not a message id', { permanent: true });
  const lines = [
    subject,
    ...Object.entries(headers).flat(),
    ...attachments.flatMap((a) => [a.filename, a.contentType]),
  ];
  if (lines.some((line) => control.test(line)))
    throw new MailError('a mail header holds a control character', { permanent: true });
}
