import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { normaliseDisplayName } from './display-name.ts';
import { canonicalLocale } from './locale.ts';
import { updateProfile } from './people.queries.ts';
import { getPerson } from './people.ts';
import type { Person } from './people.queries.ts';

export interface UpdateMe {
  personId: string;
  displayName?: string;
  /** IANA zone. */
  timeZone?: string;
  /** BCP 47 tag. */
  locale?: string;
}

/** Changes what is given and leaves the rest. Throws `invalid` display_name_malformed, locale_malformed. */
export async function updateMe(ctx: Ctx, { personId, ...input }: UpdateMe): Promise<Person> {
  const changes = {
    ...(input.displayName !== undefined && {
      displayName: normaliseDisplayName(input.displayName),
    }),
    ...(input.timeZone !== undefined && { timeZone: input.timeZone }),
    ...(input.locale !== undefined && { locale: readLocale(input.locale) }),
  };
  const fields = Object.keys(changes);
  return inTransaction(ctx, async (ctx) => {
    if (fields.length > 0) {
      await updateProfile(ctx, personId, changes);
      const details = { fields: fields.join(' ') };
      await recordAudit(ctx, { action: 'profile_changed', personId, details });
    }
    return getPerson(ctx, personId);
  });
}

function readLocale(tag: string): string {
  const locale = canonicalLocale(tag);
  if (!locale)
    throw invalid('locale_malformed', 'Choose a language such as en-GB.', { field: 'locale' });
  return locale;
}
