import type { WebRequest } from '../../server/request-context.ts';

export interface PlaceChoice {
  slug: string;
  /** "Camden, London" */
  label: string;
}

/** Places that begin with, or sound like, what was typed. */
export async function findPlaceChoices(
  web: WebRequest,
  typed: string,
  market: string,
): Promise<PlaceChoice[]> {
  const q = typed.split(',', 1)[0]?.trim().slice(0, 80) ?? '';
  const { data } = await web.client.GET('/api/v1/places', {
    params: { query: { q, market, limit: 8 } },
  });
  return (data?.items ?? []).map(({ slug, name, parentName }) => ({
    slug,
    label: parentName ? `${name}, ${parentName}` : name,
  }));
}

/** The one place that somebody means: named in full, picked from the list, or the only one there is. */
export function meantPlace(
  choices: PlaceChoice[],
  typed: string,
  picked: string,
): PlaceChoice | undefined {
  const same = (text: string) => text.trim().toLowerCase() === typed.trim().toLowerCase();
  return (
    choices.find(({ slug }) => slug === picked) ??
    choices.find(({ label }) => same(label)) ??
    (choices.length === 1 ? choices[0] : undefined)
  );
}
