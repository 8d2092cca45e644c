import type { DemoReview } from '../../domains/reviews/index.ts';
import { type Chance, decks } from './random.ts';
import type { Teacher } from './teacher.ts';
import { groups, reviewText, subjectTexts } from './text/index.ts';
import { spellFor } from './text/spelling.ts';

const reviewsUsual = [
  [0, 6],
  [1, 8],
  [2, 10],
  [3, 12],
  [5, 18],
  [7, 16],
  [9, 12],
  [12, 10],
  [16, 6],
  [22, 2],
] as const;
const daysBackMax = 420;

/** What learners say of an invented teacher: mostly happy, now and then a fair complaint, sometimes an answer. */
export function inventReviews(
  random: Chance,
  teacher: Teacher,
  learners: readonly string[],
  now: Temporal.Instant,
): Omit<DemoReview, 'instructorId'>[] {
  const deal = decks(random);
  const authors = learners.filter((name) => name !== teacher.given);
  const happiness = random.weighted([
    [0.92, 5],
    [0.8, 4],
    [0.65, 1],
  ]);
  return Array.from({ length: random.weighted(reviewsUsual) }, () => {
    const rating = random.maybe(happiness) ? 5 : random.maybe(0.78) ? 4 : 3;
    const authorName = deal('author', authors);
    const fill = (text: string) =>
      spellFor(teacher.draft.marketCode, text)
        .replaceAll('{name}', teacher.given)
        .replaceAll('{author}', authorName)
        .replaceAll('{city}', teacher.city)
        .replaceAll('{child}', random.pick(reviewText.children))
        .replaceAll('{months}', String(random.between(3, 20)));
    const answer =
      rating === 3
        ? random.maybe(0.6)
          ? random.pick(reviewText.sorry)
          : null
        : random.maybe(0.27)
          ? deal('thanks', reviewText.thanks)
          : null;
    return {
      authorName,
      rating,
      text: fill(wordsFor(random, deal, teacher, rating)),
      response: answer && fill(answer),
      publishedAt: now.subtract({
        hours: random.between(24, daysBackMax * 24),
        minutes: random.between(0, 59),
      }),
    };
  });
}

function wordsFor(
  random: Chance,
  deal: ReturnType<typeof decks>,
  { subject, group }: Teacher,
  rating: number,
): string {
  if (rating === 3) return deal('fair', reviewText.fair);
  const praise = deal('praise', [...subjectTexts[subject]!.praise, ...groups[group].praise]);
  if (rating === 4)
    return random.maybe(0.3) ? `${praise} ${deal('fair', reviewText.fair)}` : praise;
  const more = random.maybe(0.6) ? deal('general', reviewText.general) : '';
  return random.maybe(0.5) ? `${praise} ${more}`.trim() : `${more} ${praise}`.trim();
}
