import type { Domain } from '../../platform/domain.ts';
import { eraseIdentity } from './data/erase-identity.ts';
import { exportIdentity } from './data/export-identity.ts';
import { defineJobs } from './jobs.ts';
import { routes } from './routes/index.ts';
import { sealedTotpSecrets } from './two-factor/totp-secret.ts';

export {
  accountExists,
  passwordChanged,
  passwordResetRequested,
  personVerified,
  verificationRequested,
} from './events.ts';
export { emailLink } from './links/email-link.ts';
export { hashPassword } from './passwords/password-hash.ts';
export { findPeople, type Person } from './people/people.queries.ts';
export { addRole, createPerson, findPersonByEmail, getPerson } from './people/people.ts';
export { twoFactorResetLink } from './two-factor/reset-two-factor.ts';

export const identityDomain: Domain = {
  name: 'identity',
  routes,
  jobs: defineJobs,
  exportPerson: exportIdentity,
  erasePerson: eraseIdentity,
  sealed: [sealedTotpSecrets],
};
