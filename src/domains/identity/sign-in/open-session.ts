import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { withAccount } from '../devices/device-cookie.ts';
import { noteDevice } from '../devices/note-device.ts';
import { clearAttempts } from '../lockout/attempts.ts';
import { startSession } from '../sessions/sessions.ts';
import type { Browser } from './browser.ts';
import type { Client, SignedIn, SignInMethod } from './sign-in.ts';

export interface OpenSession {
  personId: string;
  emailKey: string;
  /** Every proof that was given. */
  methods: SignInMethod[];
  remember: boolean;
  client: Client;
  browser: Browser;
}

/** Every proof that the account asks for was given: opens the session and remembers the browser. */
export async function openSession(ctx: Ctx, input: OpenSession): Promise<SignedIn> {
  const { personId, emailKey, browser, methods } = input;
  const device = withAccount(
    ctx.config,
    browser.device ?? { id: newId(ctx.clock), marks: [] },
    emailKey,
  );
  return inTransaction(ctx, async (ctx) => {
    const session = await startSession(ctx, { ...input, deviceId: device.id });
    await noteDevice(ctx, { personId, deviceId: device.id, userAgent: browser.userAgent });
    await clearAttempts(ctx, { emailKey, device: browser.device });
    await recordAudit(ctx, {
      action: 'signed_in',
      personId,
      details: { methods: methods.join(' '), client: input.client },
    });
    return { status: 'signed_in', session, device };
  });
}
