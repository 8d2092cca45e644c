import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Weight = 'regular' | 'bold';

const weights = { regular: 400, bold: 600 } as const;
/** The typeface comes in parts, each with its own letters. */
const parts = ['latin', 'latin-ext'] as const;
type Part = (typeof parts)[number];

const { resolve } = createRequire(import.meta.url);

export function registerFonts(doc: PDFKit.PDFDocument): void {
  for (const [weight, number] of Object.entries(weights))
    for (const part of parts) {
      const file = `@fontsource/instrument-sans/files/instrument-sans-${part}-${number}-normal.woff`;
      doc.registerFont(nameOf(part, weight as Weight), readFileSync(resolve(file)));
    }
}

const nameOf = (part: Part, weight: Weight) => `${part} ${weight}`;

interface Look {
  size: number;
  weight: Weight;
}

/** Measures, breaks and draws texts whose letters come from several parts of the typeface. */
export function writer(doc: PDFKit.PDFDocument) {
  const known = new Map<string, Part>();
  const hasLetter = (part: Part, weight: Weight, letter: string): boolean => {
    doc.font(nameOf(part, weight));
    // What PDFKit keeps of the font in use; its types don't tell.
    const { font } = (doc as unknown as { _font: { font: FontOfKit } })._font;
    return font.hasGlyphForCodePoint(letter.codePointAt(0)!);
  };
  /** Letters that no part has stay with the first. */
  function partOf(letter: string, weight: Weight): Part {
    const part =
      known.get(letter) ?? parts.find((one) => hasLetter(one, weight, letter)) ?? parts[0];
    known.set(letter, part);
    return part;
  }

  /** The text in pieces that one part can draw. */
  function runsOf(text: string, weight: Weight): { part: Part; text: string }[] {
    const runs: { part: Part; text: string }[] = [];
    for (const letter of text) {
      const part = partOf(letter, weight);
      const last = runs.at(-1);
      if (last?.part === part) last.text += letter;
      else runs.push({ part, text: letter });
    }
    return runs;
  }

  const widthOfRun = ({ part, text }: { part: Part; text: string }, { size, weight }: Look) =>
    doc.font(nameOf(part, weight)).fontSize(size).widthOfString(text);

  const widthOf = (text: string, look: Look): number =>
    runsOf(text, look.weight).reduce((sum, run) => sum + widthOfRun(run, look), 0);

  return {
    widthOf,
    draw(text: string, { x, y, ...look }: Look & { x: number; y: number }): void {
      let at = x;
      for (const run of runsOf(text, look.weight)) {
        const width = widthOfRun(run, look);
        doc.text(run.text, at, y, { lineBreak: false });
        at += width;
      }
    },
    /** Lines that fit the width, broken between words, and inside a word that is too long. */
    wrap(text: string, { width, ...look }: Look & { width: number }): string[] {
      const lines: string[] = [];
      let line = '';
      for (const word of text.split(/\s+/)) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (widthOf(longer, look) <= width) {
          line = longer;
          continue;
        }
        if (line !== '') lines.push(line);
        line = word;
        if (widthOf(word, look) <= width) continue;
        const pieces = inPieces(word, width, (letter) => widthOf(letter, look));
        lines.push(...pieces.slice(0, -1));
        line = pieces.at(-1)!;
      }
      lines.push(line);
      return lines;
    },
  };
}

interface FontOfKit {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** A long word in pieces of at most that width, and at least one letter. */
function inPieces(word: string, width: number, widthOf: (letter: string) => number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const letter of word) {
    const more = widthOf(letter);
    if (piece !== '' && used + more > width) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += letter;
    used += more;
  }
  return [...pieces, piece];
}
