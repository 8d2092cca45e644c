import type { Config } from '../config/index.ts';
import type { SmsTransport } from './index.ts';
import { SmsError } from './sms-error.ts';

const answerMillisecondsMax = 10_000;

/** What Twilio says of a number that no SMS will ever reach: not one, a landline, or one that wrote STOP. */
const permanentCodes = new Set([21211, 21214, 21217, 21610, 21614, 21635]);

/**
 * Twilio's Programmable Messaging: one form posted to one address. Nothing is sent again by itself,
 * because the provider has no idempotency keys.
 */
export function twilioTransport({
  from,
  accountSid,
  authToken,
  apiUrl,
}: NonNullable<Config['sms']>): SmsTransport {
  const url = `${apiUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const sender: Record<string, string> = from.startsWith('MG')
    ? { MessagingServiceSid: from }
    : { From: from };
  return {
    via: 'twilio',
    async send({ to, text }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization },
        body: new URLSearchParams({ To: to, ...sender, Body: text }),
        redirect: 'error',
        signal: AbortSignal.timeout(answerMillisecondsMax),
      }).catch((cause: Error) => {
        throw new SmsError(`twilio: ${cause.message}`, { permanent: false, cause });
      });
      const answer = (await response.json().catch(() => ({}))) as Answer;
      if (response.status === 201 && answer.sid) return { providerId: answer.sid };
      // Its sentence repeats the number, which has no place in a log; its number says as much.
      throw new SmsError(`twilio answered ${response.status}, code ${answer.code ?? 'none'}`, {
        permanent: permanentCodes.has(answer.code ?? 0),
      });
    },
  };
}

interface Answer {
  sid?: string;
  /** https://www.twilio.com/docs/api/errors */
  code?: number;
}
