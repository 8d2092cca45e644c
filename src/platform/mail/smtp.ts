import { createTransport } from 'nodemailer';
import type { MailAttachment, MailTransport } from './index.ts';
import { MailError } from './mail-error.ts';

interface SmtpOptions {
  /** smtp://user:password@host:port or smtps:// */
  url: string;
  from: string;
  /** How long the server may stay silent at any step. */
  millisecondsMax?: number;
}

/** SMTP through a small pool of connections. */
export function smtpTransport({ url, from, millisecondsMax = 10_000 }: SmtpOptions): MailTransport {
  const transporter = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: millisecondsMax,
    greetingTimeout: millisecondsMax,
    dnsTimeout: millisecondsMax,
    socketTimeout: millisecondsMax,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    via: 'smtp',
    async send({ to, attachments = [], messageId, ...mail }) {
      const invitation = attachments.find((attachment) => attachment.method);
      try {
        const sent = await transporter.sendMail({
          ...mail,
          from,
          to: { name: '', address: to },
          messageId: `<${messageId}>`,
          attachments: attachments.filter((attachment) => attachment !== invitation),
          ...(invitation && { icalEvent: asInvitation(invitation) }),
        });
        return { providerId: sent.messageId };
      } catch (error) {
        throw asMailError(error);
      }
    },
    close: () => transporter.close(),
  };
}

/** Sent both as an alternative, which mail programs act upon, and as a file. */
function asInvitation({ filename, content, method }: MailAttachment) {
  return { filename, content, method: method! };
}

/** A 5xx about this receiver is final; a refused login is the operator's to mend, so it is not. */
function asMailError(error: unknown): MailError {
  const { code, responseCode, message } = error as {
    code?: string;
    responseCode?: number;
    message: string;
  };
  const permanent = code !== 'EAUTH' && responseCode !== undefined && responseCode >= 500;
  return new MailError(`smtp: ${message}`, { permanent, cause: error });
}
