/** A part of the wish: UTF-16 offsets into the text as it was typed. */
export interface Span {
  start: number;
  end: number;
  text: string;
}

export function spanOf(text: string, start: number, end: number): Span {
  return { start, end, text: text.slice(start, end) };
}

export interface Word {
  start: number;
  end: number;
  /** The folded word, as names are folded; may hold spaces where punctuation stood. */
  key: string;
}

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

export function wordsOf(text: string, fold: (text: string) => string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: fold(match[0]),
  })).filter((word) => word.key !== '');
}

/**
 * Lower case and plain ASCII where East Asian keyboards give full-width forms, with every offset
 * kept, so that a match in the folded text is a span of the typed one.
 */
export function foldInPlace(text: string): string {
  return text.replace(/[\s\S]/g, (unit) => {
    const code = unit.charCodeAt(0);
    if (code === 0x3000 || code === 0xa0) return ' ';
    const plain = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : unit;
    if (plain === '’') return "'";
    if (plain === '￥') return '¥';
    if (plain === '￡') return '£';
    const lower = plain.toLowerCase();
    return lower.length === 1 ? lower : unit;
  });
}

/** Which parts of the text something has been understood from. */
export class Claims {
  readonly #claimed: Uint8Array;

  constructor(length: number) {
    this.#claimed = new Uint8Array(length);
  }

  take({ start, end }: { start: number; end: number }): void {
    this.#claimed.fill(1, start, end);
  }

  free({ start, end }: { start: number; end: number }): boolean {
    return this.#claimed.indexOf(1, start) === -1 || this.#claimed.indexOf(1, start) >= end;
  }

  /** The text with a line break over every claimed character. */
  remainderOf(text: string): string {
    return text.replace(/[\s\S]/g, (unit, offset: number) => (this.#claimed[offset] ? '\n' : unit));
  }
}
