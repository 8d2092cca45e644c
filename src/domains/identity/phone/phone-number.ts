import type { CountryCode } from 'libphonenumber-js/max';
import { invalid } from '../../../platform/errors/index.ts';

// What may receive SMS without cost to its owner. In North America mobiles are not told from landlines.
const kindsReached: readonly (string | undefined)[] = ['MOBILE', 'FIXED_LINE_OR_MOBILE', 'VOIP'];

/**
 * E.164 of a number as people write it; `region` (ISO 3166) is where one without a prefix is taken to
 * be. Throws `invalid` phone_malformed or phone_not_mobile.
 */
export async function normalisePhone(input: string, region?: string): Promise<string> {
  // With the metadata of every country 3 MB, so it is loaded when the first number comes.
  const { isSupportedCountry, parsePhoneNumberFromString } = await import('libphonenumber-js/max');
  const country = region !== undefined && isSupportedCountry(region) ? region : undefined;
  const parsed = parsePhoneNumberFromString(input.trim(), {
    extract: false,
    ...(country && { defaultCountry: country as CountryCode }),
  });
  if (!parsed?.isValid() || parsed.ext !== undefined)
    throw invalid(
      'phone_malformed',
      'Enter a phone number, with its country such as +44 if it is from elsewhere.',
      { field: 'phone' },
    );
  if (!kindsReached.includes(parsed.getType()))
    throw invalid('phone_not_mobile', 'Enter a number that receives SMS: a mobile.', {
      field: 'phone',
    });
  return parsed.number;
}
