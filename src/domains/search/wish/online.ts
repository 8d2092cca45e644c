import { type Span, spanOf } from './words.ts';

type Mode = 'online' | 'in_person';

export interface WishedMode extends Span {
  value: Mode;
}

const online = String.raw`on-?line|remote(?:ly)?|virtual(?:ly)?|(?:(?:via|by|over|on|through)\s+)?(?:zoom|skype|facetime|google meet|video\s?calls?)|(?:via|by|over)\s+(?:video|webcam)`;
const inPerson = String.raw`in[- ]?person|face[- ]to[- ]face|f2f|(?:at|in) (?:my|our|your|their|the teacher's) (?:home|house|place|flat|studio)|home visits?|at home|offline|come(?:s)? to (?:me|us|my (?:home|house|place|flat))`;

const patterns: [pattern: RegExp, value: Mode | undefined][] = [
  [
    word(
      `(?:${online})\\s*(?:or|and|/|&)\\s*(?:${inPerson})|(?:${inPerson})\\s*(?:or|and|/|&)\\s*(?:${online})`,
    ),
    undefined,
  ],
  [word(`(?:not|no|non)[- ](?:${online})`), 'in_person'],
  [word(`(?:not|no|non)[- ](?:${inPerson})`), 'online'],
  [word(online), 'online'],
  [word(inPerson), 'in_person'],
  [/オンライン/u, 'online'],
  [/対面/u, 'in_person'],
];

function word(pattern: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`, 'u');
}

/** How the person wants to meet; `value` is undefined when both ways are named, which limits nothing. */
export function findMode(
  text: string,
  folded: string,
): (Span & { value: Mode | undefined }) | undefined {
  for (const [pattern, value] of patterns) {
    const match = pattern.exec(folded);
    if (match) return { ...spanOf(text, match.index, match.index + match[0].length), value };
  }
  return undefined;
}
