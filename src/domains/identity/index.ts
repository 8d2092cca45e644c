import type { Domain } from '../../platform/domain.ts';
import { eraseIdentity } from './data/erase-identity.ts';
import { exportIdentity } from './data/export-identity.ts';
import { defineJobs } from './jobs.ts';
import { routes } from './routes/index.ts';
import { sealedTotpSecrets } from './two-factor/totp-secret.ts';

export {
  accountExists,
  accountLocked,
  backupCodesRegenerated,
  backupCodeUsed,
  deletionCancelled,
  deletionScheduled,
  emailChanged,
  emailChangeRequested,
  emailChangeUndone,
  newDevice,
  oidcLinked,
  oidcUnlinked,
  passkeyAdded,
  passkeyRemoved,
  passwordChanged,
  passwordResetRequested,
  personVerified,
  phoneChanged,
  refreshReused,
  twoFactorDisabled,
  twoFactorEnabled,
  twoFactorResetRequested,
  verificationRequested,
} from './events.ts';
export { getDeletion } from './data/schedule-deletion.ts';
export { emailChangeForMail } from './email-change/email-change-for-mail.ts';
export { emailLink } from './links/email-link.ts';
export { hashPassword } from './passwords/password-hash.ts';
export { type Contact, getContact } from './people/contact.ts';
export { findOperators, findPeople, type Person } from './people/people.queries.ts';
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
