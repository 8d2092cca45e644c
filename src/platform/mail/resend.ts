import { Resend } from 'resend';
import type { MailAttachment, MailTransport } from './index.ts';
import { MailError } from './mail-error.ts';

const answerMillisecondsMax = 15_000;

/** Resend's HTTP API. The message id doubles as idempotency key: a repeated hand-over sends nothing. */
export function resendTransport(options: {
  apiKey: string;
  from: string;
  baseUrl?: string;
}): MailTransport {
  const resend = new Resend(
    options.apiKey,
    options.baseUrl ? { baseUrl: options.baseUrl } : undefined,
  );
  return {
    via: 'resend',
    async send({ to, subject, html, text, headers, attachments = [], messageId }) {
      const { data, error } = await resend.emails.send(
        {
          from: options.from,
          to: [to],
          subject,
          html,
          text,
          headers: { ...headers, 'Message-ID': `<${messageId}>` },
          attachments: attachments.map(asResendAttachment),
        },
        { idempotencyKey: messageId, signal: AbortSignal.timeout(answerMillisecondsMax) },
      );
      if (error) throw asMailError(error);
      return { providerId: data.id };
    },
    close: () => {},
  };
}

function asResendAttachment({ filename, contentType, content, method }: MailAttachment) {
  return {
    filename,
    content: Buffer.from(content),
    contentType: method ? `${contentType}; method=${method}` : contentType,
  };
}

/** 400 and 422 are about this mail; the others (key, quota, outage) may pass. */
function asMailError({
  statusCode,
  message,
}: {
  statusCode: number | null;
  message: string;
}): MailError {
  return new MailError(`resend: ${message}`, {
    permanent: statusCode === 400 || statusCode === 422,
  });
}
