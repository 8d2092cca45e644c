import type { App } from '../../platform/http/index.ts';
import type { Config } from '../../platform/config/index.ts';
import { DEMO_SIGN_IN } from '../demo/index.ts';
import type { KnownPerson } from './grants.ts';
import { openIdProvider } from './provider.ts';

/** Under the product's own address, so that it needs no port. */
const path = '/dev/oidc';

const people: readonly KnownPerson[] = [
  { subject: 'noor', name: 'Noor Haddad', email: 'noor@demo-id.example' },
  { subject: 'uli', name: 'Uli Brandt', email: 'uli@demo-id.example', emailVerified: false },
  {
    subject: 'sam',
    name: DEMO_SIGN_IN.learner.name,
    email: DEMO_SIGN_IN.learner.email,
  },
];

/** Serves the local provider where the configuration names it; never in production. */
export async function localOpenIdProvider(app: App, config: Config): Promise<void> {
  const { oidc, publicUrl, production } = config;
  if (production || oidc?.issuer !== `${publicUrl}${path}`) return;
  const provider = openIdProvider({
    ...oidc,
    redirectUri: `${publicUrl}/sign-in/oidc/callback`,
    people,
  });
  await app.register(async (scope) => provider.routes(scope as never), { prefix: path });
}
