/** What helps with a lesson, out of the provider's fields, in the order of the form. */
export const textFields = [
  'product_description',
  'service_date',
  'customer_name',
  'customer_email_address',
  'access_activity_log',
  'cancellation_policy_disclosure',
  'refund_refusal_explanation',
  'uncategorized_text',
] as const;

export const fileFields = [
  'receipt',
  'service_documentation',
  'customer_communication',
  'cancellation_policy',
  'uncategorized_file',
] as const;

export type TextField = (typeof textFields)[number];
export type FileField = (typeof fileFields)[number];

/** Texts, and the provider's ids of files. */
export type Evidence = Partial<Record<TextField | FileField, string>>;

/** The provider takes 150,000 characters in all; eight fields of this length stay below it. */
export const fieldCharactersMax = 18_000;

/** The draft with some fields changed; an empty text takes a field out. */
export function mergeEvidence(draft: Evidence, changes: Evidence): Evidence {
  const merged = Object.entries({ ...draft, ...changes }).map(
    ([field, text]) => [field, text.trim()] as const,
  );
  return Object.fromEntries(merged.filter(([, text]) => text !== ''));
}
