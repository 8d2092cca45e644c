import type { Claims } from './words.ts';

/** Words that say someone is looking for a teacher, and nothing about which. */
const fillers = new Set(
  `a an the and or for with of to in on at by near nearby from my our your his her their i im ive we me us you is are be
  am who that this it can could would should will do does need needs want wants wanted looking look search searching find
  finding show get please pls some someone somebody anyone any good great best nice top cheap cheaper cheapest cheaply
  affordable inexpensive budget price prices priced cost costs around about within between under below over above less
  more than max maximum min minimum least most up not no per hour hourly hr h lesson lessons class classes course courses
  teacher teachers tutor tutors tutoring tuition instructor instructors coach coaches trainer trainers session sessions
  teach teaches teaching taught learn learning study studying start starting help there here area close next like also
  year years old yo minute minutes dollars pounds rupees yen private one who's whos lets let hello hi hey thanks thank you
  で の を に が は と へ 先生 教室 レッスン 近く 安い 習いたい 探しています`.split(/\s+/),
);

export function isFiller(key: string): boolean {
  return key.split(' ').every((word) => fillers.has(word) || /^\p{N}+$/u.test(word));
}

/** What nothing was understood from, without fillers and lone numbers: words to rank by. */
export function leftoverOf(text: string, claims: Claims, fold: (text: string) => string): string {
  return claims
    .remainderOf(text)
    .split(/\s+/u)
    .map((chunk) => chunk.replace(/^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu, ''))
    .filter((chunk) => fold(chunk) !== '' && !isFiller(fold(chunk)))
    .join(' ');
}
