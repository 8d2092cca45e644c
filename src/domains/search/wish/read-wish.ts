import type { Ctx } from '../../../platform/context.ts';
import { listSubjects } from '../../catalog/index.ts';
import { getMarket, listMarkets } from '../../markets/index.ts';
import { listPlaces } from '../../places/index.ts';
import {
  understandWish,
  type Understood,
  type Vocabulary,
  vocabularyOf,
} from './understand-wish.ts';

const vocabularies = new WeakMap<
  object,
  { currency: string; subjects: object; vocabulary: Vocabulary }
>();

/** A wish as it was read, and the market it was read in. */
export type ReadWish = Understood & { market: string };

/**
 * Reads a wish with a market's own places and currency: those of the market asked for, unless the
 * wish itself speaks of another ("near Camden under £40" asked from the United States). Throws
 * not_found market_not_found.
 */
export async function readWish(
  ctx: Ctx,
  { text, market }: { text: string; market: string },
): Promise<ReadWish> {
  const { code } = await getMarket(ctx, market);
  const here = await readIn(ctx, text, code);
  if (here.place && !here.priceInOtherCurrency) return here;
  const others = (await listMarkets(ctx)).filter((other) => other.code !== code);
  const readings = await Promise.all(others.map((other) => readIn(ctx, text, other.code)));
  return readings.find((reading) => speaksOf(reading, here)) ?? here;
}

async function readIn(ctx: Ctx, text: string, market: string): Promise<ReadWish> {
  const { code, currency } = await getMarket(ctx, market);
  const [subjects, places] = await Promise.all([listSubjects(ctx), listPlaces(ctx, code)]);
  return { ...understandWish(text, vocabularyFor(currency, subjects, places)), market: code };
}

/**
 * A price in its currency settles it, unless the place is here alone; a place does when it is asked
 * for as one ("near", "in").
 */
function speaksOf(there: ReadWish, here: ReadWish): boolean {
  if (here.priceInOtherCurrency)
    return there.priceMax !== undefined && (!here.place || there.place !== undefined);
  return there.place?.spoken === true && !there.priceInOtherCurrency;
}

type Subjects = Awaited<ReturnType<typeof listSubjects>>;
type Places = Awaited<ReturnType<typeof listPlaces>>;

/** Built once for as long as the places stay cached and the subjects are what they were. */
function vocabularyFor(currency: string, subjects: Subjects, places: Places): Vocabulary {
  const known = vocabularies.get(places);
  if (known && known.currency === currency && sameSubjects(known.subjects as Subjects, subjects))
    return known.vocabulary;
  const vocabulary = vocabularyOf({ currency, subjects, places });
  vocabularies.set(places, { currency, subjects, vocabulary });
  return vocabulary;
}

function sameSubjects(a: Subjects, b: Subjects): boolean {
  return a.length === b.length && a.every((subject, at) => subject === b[at]);
}
