import { conflict, invalid } from '../../../platform/errors/index.ts';

export const emailUnchanged = () =>
  invalid('email_unchanged', 'This is your address already.', { field: 'newEmail' });

/** Who reads this has shown that the new address is theirs, so it gives nothing away. */
export const emailChangeImpossible = () =>
  conflict(
    'email_change_impossible',
    'This change is not possible any more: the address belongs to another account by now.',
  );
