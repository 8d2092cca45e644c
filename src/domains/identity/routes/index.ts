import type { App } from '../../../platform/http/index.ts';
import { auditOperator } from '../audit/audit-operator.ts';
import { findSessionPerson } from '../sessions/sessions.ts';
import { auditRoutes } from './audit.ts';
import { dataRoutes } from './data.ts';
import { emailChangeRoutes } from './email-change.ts';
import { oidcRoutes } from './oidc.ts';
import { passkeyRoutes } from './passkeys.ts';
import { phoneRoutes } from './phone.ts';
import { recoveryRoutes } from './recovery.ts';
import { registrationRoutes } from './registration.ts';
import { sessionRoutes } from './sessions.ts';
import { signInRoutes } from './sign-in.ts';
import { stepUpRoutes } from './step-up.ts';
import { trustedBrowserRoutes } from './trusted-browsers.ts';
import { twoFactorRoutes } from './two-factor.ts';

export function routes(app: App): void {
  app.setSessionResolver(findSessionPerson);
  app.setAuditor(auditOperator);
  registrationRoutes(app);
  recoveryRoutes(app);
  signInRoutes(app);
  sessionRoutes(app);
  stepUpRoutes(app);
  auditRoutes(app);
  twoFactorRoutes(app);
  trustedBrowserRoutes(app);
  passkeyRoutes(app);
  oidcRoutes(app);
  phoneRoutes(app);
  emailChangeRoutes(app);
  dataRoutes(app);
}
