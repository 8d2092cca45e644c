import { m } from '../../../messages/messages.js';
import type { AuthoredItem, ItemInWork } from '../../api/types.ts';

type State = Pick<AuthoredItem, 'status' | 'hasDraft' | 'isEdited' | 'isShipped'>;

/** What is to be known of an item at a glance. */
export function statesOf(
  item: State,
): { tone: 'success' | 'plain' | 'warning' | 'accent'; text: string }[] {
  const { status, hasDraft, isEdited, isShipped } = item;
  return [
    ...(status === 'published' ? [{ tone: 'success' as const, text: m.library_published() }] : []),
    ...(status === 'archived' ? [{ tone: 'plain' as const, text: m.library_unpublished() }] : []),
    ...(hasDraft ? [{ tone: 'warning' as const, text: m.library_draft() }] : []),
    ...(isEdited && isShipped ? [{ tone: 'accent' as const, text: m.library_edited() }] : []),
  ];
}

export const itemUrl = (id: string, part = ''): string =>
  `/teach/library/${id}${part ? `/${part}` : ''}`;

/** Where the published one is to be seen; undefined where it has no page. */
export function pageOf({ kind, library, slug, status }: ItemInWork): string | undefined {
  if (status !== 'published') return undefined;
  if (kind === 'sequence') return `/practice/sequences/${slug}`;
  return library === 'yoga' ? `/practice/poses/${slug}` : undefined;
}

/** Every field of the forms by the name that the API has for it. */
export const fieldLabels = (): Record<string, string> => ({
  name: m.library_name(),
  original: m.library_original(),
  aliases: m.library_aliases(),
  level: m.practice_level(),
  category: m.library_category(),
  areas: m.library_areas(),
  seconds: m.library_seconds(),
  twoSided: m.library_two_sided(),
  steps: m.library_steps(),
  benefits: m.practice_benefits(),
  contraindications: m.library_contraindications(),
  precautions: m.library_precautions(),
  safety: m.library_safety(),
  breath: m.practice_breath(),
  preparatory: m.practice_prepare(),
  counter: m.practice_counter(),
  related: m.practice_related(),
  illustration: m.library_figure(),
  photo: m.library_photo(),
  plus: m.library_plus(),
  summary: m.library_summary(),
  audience: m.practice_for_whom(),
  changeSeconds: m.library_change_seconds(),
});

/** "steps.3" is about the steps too. */
export const fieldLabel = (field: string): string =>
  fieldLabels()[field.split('.')[0] ?? ''] ?? field;

/** What the API says by its own fields, by those of the form: "exercise.seconds" is "seconds". */
export const asInForm = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, text]) => {
      const [first, second] = field.split('.');
      return [(first === 'exercise' || first === 'sequence' ? second : first) ?? field, text];
    }),
  );
