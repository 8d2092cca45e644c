import { namesOf, nameKey, type Place } from '../../places/index.ts';
import { isFiller, leftoverOf } from './leftover.ts';
import { NameIndex, type NameMatch } from './name-index.ts';
import { findMode, type WishedMode } from './online.ts';
import { findPlace, type WishedPlace } from './place.ts';
import { findPrice, type WishedPrice } from './price.ts';
import { Claims, foldInPlace, type Span, spanOf, type Word, wordsOf } from './words.ts';

export interface KnownSubject {
  slug: string;
  name: string;
  synonyms: readonly string[];
}

export interface WishedSubject extends Span {
  slug: string;
  name: string;
}

export interface Understood {
  text: string;
  subject?: WishedSubject;
  place?: WishedPlace;
  priceMax?: WishedPrice;
  /** A price in a currency that the market does not use: to be shown, not converted or searched by. */
  priceInOtherCurrency?: WishedPrice;
  mode?: WishedMode;
  /** The words that remain, to rank by. */
  leftover: string;
}

/** What a wish is read against: the market's currency and the names it knows. Build once, use often. */
export interface Vocabulary {
  currency: string;
  subjects: NameIndex<KnownSubject>;
  places: NameIndex<Place>;
}

export function vocabularyOf(input: {
  currency: string;
  subjects: readonly KnownSubject[];
  /** The most prominent first: of two places with one name the first is meant. */
  places: readonly Place[];
}): Vocabulary {
  const own = (names: (subject: KnownSubject) => readonly string[]) =>
    input.subjects.flatMap((subject) =>
      names(subject).map((name) => [nameKey(name), subject] as const),
    );
  return {
    currency: input.currency,
    subjects: new NameIndex([...own((s) => [s.name, s.slug]), ...own((s) => s.synonyms)]),
    places: new NameIndex(
      input.places.flatMap((place) => namesOf(place).map((key) => [key, place] as const)),
    ),
  };
}

/**
 * Reads a wish such as "guitar near Camden under £40" into its parts, each with the span of text it
 * came from. Never throws: what is not understood is left over.
 */
export function understandWish(text: string, vocabulary: Vocabulary): Understood {
  const folded = foldInPlace(text);
  const words = wordsOf(text, nameKey);
  const claims = new Claims(text.length);
  const claimed = <T extends Span>(found: T | undefined): T | undefined => {
    if (found) claims.take(found);
    return found;
  };
  const placeSearch = { text, folded, words, index: vocabulary.places, claims };

  const mode = claimed(findMode(text, folded));
  const price = findPrice(text, folded, vocabulary.currency);
  if (price) claims.take(price);
  const spokenPlace = claimed(findPlace(placeSearch, { anywhere: false }));
  const subject = findSubject(text, folded, words, vocabulary.subjects, claims);
  if (subject) claims.take(subject.span);
  const place = spokenPlace ?? claimed(findPlace(placeSearch, { anywhere: true }));

  const leftover = [subject?.style, leftoverOf(text, claims, nameKey)].filter(Boolean).join(' ');
  return {
    text,
    ...(subject && { subject: subject.span }),
    ...(place && { place }),
    ...(price && {
      [price.currency === vocabulary.currency ? 'priceMax' : 'priceInOtherCurrency']: price,
    }),
    ...(mode && mode.value !== undefined && { mode: { ...mode, value: mode.value } }),
    leftover,
  };
}

function findSubject(
  text: string,
  folded: string,
  words: Word[],
  index: NameIndex<KnownSubject>,
  claims: Claims,
) {
  const match =
    index.exact(words, claims)[0] ??
    index.within(folded, words, claims)[0] ??
    index.misspelt(
      words.filter((word) => !isFiller(word.key)),
      claims,
    );
  if (!match) return undefined;
  const { slug, name } = match.value;
  return {
    span: { ...spanOf(text, match.start, match.end), slug, name },
    style: styleWithin(match),
  };
}

/** "Jazz" of "jazz piano": what a synonym of several words adds to the subject's own name. */
function styleWithin({ key, value }: NameMatch<KnownSubject>): string {
  const own = nameKey(value.name).split(' ');
  const words = key.split(' ');
  if (!words.some((word) => own.includes(word))) return '';
  const rest = words
    .filter((word) => !own.includes(word) && (word.length === 1 || !isFiller(word)))
    .join(' ');
  return isFiller(rest) ? '' : rest;
}
