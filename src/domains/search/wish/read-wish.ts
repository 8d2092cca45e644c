import type { Ctx } from '../../../platform/context.ts';
import { listSubjects } from '../../catalog/index.ts';
import { getMarket } from '../../markets/index.ts';
import { listPlaces } from '../../places/index.ts';
import { understandWish, type Understood, type Vocabulary, vocabularyOf } from './understand-wish.ts';

const vocabularies = new WeakMap<object, { currency: string; subjects: object; vocabulary: Vocabulary }>();

/** Reads a wish with the market's own places and currency. Throws not_found market_not_found. */
export async function readWish(ctx: Ctx, { text, market }: { text: string; market: string }): Promise<Understood> {
  const { code, currency } = await getMarket(ctx, market);
  const [subjects, places] = await Promise.all([listSubjects(ctx), listPlaces(ctx, code)]);
  return understandWish(text, vocabularyFor(currency, subjects, places));
}

type Subjects = Awaited<ReturnType<typeof listSubjects>>;
type Places = Awaited<ReturnType<typeof listPlaces>>;

/** Built once for as long as the places stay cached and the subjects are what they were. */
function vocabularyFor(currency: string, subjects: Subjects, places: Places): Vocabulary {
  const known = vocabularies.get(places);
  if (known && known.currency === currency && sameSubjects(known.subjects as Subjects, subjects)) return known.vocabulary;
  const vocabulary = vocabularyOf({ currency, subjects, places });
  vocabularies.set(places, { currency, subjects, vocabulary });
  return vocabulary;
}

function sameSubjects(a: Subjects, b: Subjects): boolean {
  return a.length === b.length && a.every((subject, at) => subject === b[at]);
}
