import { invalid } from '../../../platform/errors/index.ts';

const displayNameCharactersMax = 100;

// Control characters, line separators, and the marks that turn the direction of foreign text around.
const forbidden = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
// A name is shown in mail to others: it must not carry an advertisement's link.
const link = /:\/\/|www\./i;

/** Trims and composes (NFC); any script and emoji. Throws `invalid` display_name_malformed. */
export function normaliseDisplayName(input: string): string {
  const name = input.trim().normalize('NFC');
  const length = [...name].length;
  const sound =
    name.isWellFormed() && visible.test(name) && !forbidden.test(name) && !link.test(name);
  if (length < 1 || length > displayNameCharactersMax || !sound)
    throw invalid(
      'display_name_malformed',
      'Enter your name in 1 to 100 characters, without links.',
      { field: 'displayName' },
    );
  return name;
}
