import type { Client } from '../../../platform/context.ts';
import type { BrowserDevice } from '../devices/device-cookie.ts';
import type { StartedSession } from '../sessions/sessions.ts';

export type { Client };

/** A way in. A mailed link proves the address, which is as good as a password for a new account. */
export type SignInMethod = 'password' | 'totp' | 'backup_code' | 'passkey' | 'oidc' | 'mail_link';

export type SecondStepMethod = 'totp' | 'backup_code' | 'passkey';

/** The first step is done, the second is asked for: within five minutes, by the same browser. */
export interface PendingSignIn {
  token: string;
  methods: SecondStepMethod[];
  expiresAt: Temporal.Instant;
  client: Client;
  /** The browser that it is bound to. */
  device: BrowserDevice;
}

export interface SignedIn {
  status: 'signed_in';
  session: StartedSession;
  /** What the device cookie holds from now on. */
  device: BrowserDevice;
  /** Spares this browser the second step from now on. */
  trust?: { token: string; secondsValid: number };
}

export type SignInResult = SignedIn | { status: 'second_step'; pending: PendingSignIn };
