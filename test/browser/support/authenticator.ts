import type { CDPSession, Page } from 'playwright-core';

/** Chromium's own virtual authenticator, as a phone with a fingerprint reader would be. */
export interface VirtualAuthenticator {
  /** Whether the finger is the right one. */
  setVerified(isVerified: boolean): Promise<void>;
  passkeys(): Promise<{ credentialId: string; isResidentCredential: boolean; signCount: number }[]>;
}

export async function addAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    setVerified: async (isUserVerified) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    passkeys: async () =>
      (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
}
