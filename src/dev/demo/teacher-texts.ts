import type { ServicePlace } from '../../domains/catalog/index.ts';
import type { MarketFacts } from './market-facts.ts';
import type { Chance, decks } from './random.ts';
import { closings, type Group, groups, subjectTexts } from './text/index.ts';
import { spellFor } from './text/spelling.ts';

const examsOfLanguage: Record<string, string> = {
  french: 'DELF',
  german: 'the Goethe exam',
  japanese: 'JLPT',
};

function examOf(facts: MarketFacts, subject: string, group: Group): string {
  if (group === 'school') return facts.exams.school;
  if (group === 'language')
    return subject === 'english' ? facts.exams.english : (examsOfLanguage[subject] ?? 'exams');
  return facts.exams.music;
}

export interface TextFor {
  marketCode: string;
  subject: string;
  group: Group;
  places: ServicePlace[];
  hood: string;
  city: string;
  years: number;
}

export interface TeacherTexts {
  headline: string;
  bio: string;
  lessonText: string;
}

/**
 * Writes what a teacher says, dealing sentences so that teachers of one subject in one market
 * repeat each other as late as possible. No two biographies are equal.
 */
export function textWriter(random: Chance, deal: ReturnType<typeof decks>, facts: MarketFacts) {
  const written = new Set<string>();
  return (about: TextFor): TeacherTexts => {
    const { subject, group, marketCode } = about;
    const own = subjectTexts[subject]!;
    const fill = (text: string) =>
      spellFor(marketCode, text)
        .replaceAll('{exam}', examOf(facts, subject, group))
        .replaceAll('{hood}', about.hood)
        .replaceAll('{city}', about.city)
        .replaceAll('{years}', String(about.years));
    for (;;) {
      const opening = deal(`${subject} openings`, own.openings);
      const method = deal(`${subject} methods`, own.methods);
      const background = unlike(opening, () =>
        deal(`${group} backgrounds`, groups[group].backgrounds),
      );
      const bio = fill(`${opening} ${background}\n\n${method} ${closing(random, about)}`).trim();
      if (written.has(bio)) continue;
      written.add(bio);
      return {
        headline: fill(deal(`${subject} headlines`, own.headlines)),
        bio,
        lessonText: fill(
          `${deal(`${subject} lessons`, own.lessons)} ${deal(`${group} lessons`, groups[group].lessons)}`,
        ),
      };
    }
  };
}

/** Years are told once. */
function unlike(opening: string, draw: () => string): string {
  let text = draw();
  while (opening.includes('{years}') && text.includes('{years}')) text = draw();
  return text;
}

function closing(random: Chance, { places, group }: TextFor): string {
  const atPlace = places.includes('instructor');
  const online = places.includes('online');
  // Swimmers and dancers meet elsewhere than in a quiet room.
  const where =
    group === 'movement' && atPlace
      ? ['We meet in {hood}.', 'I am based in {hood}.', 'Look for me in {hood}, rain or shine.']
      : closings.place;
  const first = random.pick(atPlace && online ? closings.both : online ? closings.online : where);
  return `${first} ${random.pick(closings.end)}`.trim();
}
