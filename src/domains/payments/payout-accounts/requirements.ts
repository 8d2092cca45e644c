/** What the provider wants to know, in groups that a person can act on. */
export const requirementKinds = [
  'identity_document',
  'personal',
  'address',
  'contact',
  'bank',
  'business',
  'terms',
  'other',
] as const;

export type RequirementKind = (typeof requirementKinds)[number];

/** Codes of the provider by how they begin, the first that fits. */
const beginnings: readonly (readonly [RegExp, RequirementKind])[] = [
  [/(^|\.)verification\.|_document$|\.documents\./, 'identity_document'],
  [/(^|\.)address(_kana|_kanji)?\./, 'address'],
  [/^(individual|company|person_\w+|representative)\.(email|phone)$/, 'contact'],
  [/^external_account|^bank_account/, 'bank'],
  [/^tos_acceptance\./, 'terms'],
  [/^(business_|company\.|owners|directors|executives|settings\.)/, 'business'],
  [/^(individual|person_\w+|representative|relationship)\./, 'personal'],
];

export const kindOf = (code: string): RequirementKind =>
  beginnings.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';

/** One thing to do, however many fields the provider counts for it. */
export interface Requirement {
  kind: RequirementKind;
  /** RFC 3339; null: whenever, but the account waits for it. */
  dueAt: string | null;
  /** The account is limited until it is there. */
  pastDue: boolean;
  /** The provider's own words on why what it got was not enough. */
  reason: string | null;
}
