import type { Config } from '../config/index.ts';
import { SmsError } from './sms-error.ts';
import { twilioTransport } from './twilio.ts';

export { SmsError };

export interface OutgoingSms {
  /** E.164. */
  to: string;
  text: string;
}

export interface SmsTransport {
  /** `none`: no provider is configured, so whatever needs SMS says that it is not available. */
  readonly via: 'twilio' | 'none';
  /** Resolves once the provider has accepted the SMS; throws `SmsError` otherwise. */
  send(sms: OutgoingSms): Promise<{ providerId: string }>;
}

/** The transport that the configuration asks for. Without one, every send fails and says why. */
export function openSms({ sms }: Pick<Config, 'sms'>): SmsTransport {
  return sms ? twilioTransport(sms) : noTransport;
}

const noTransport: SmsTransport = {
  via: 'none',
  send: async () => {
    throw new SmsError('SMS is not configured: set TWILIO_ACCOUNT_SID', { permanent: false });
  },
};
