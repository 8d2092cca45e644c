/** What a paper says, top to bottom; how it looks is `draw-paper.ts`. */
export interface PdfPaper {
  title: string;
  /** Who issues it, above the title. */
  issuer: string;
  /** BCP 47. */
  language: string;
  blocks: readonly PdfBlock[];
  /** At the foot of every page, before the page's number. */
  footer: string;
  /** "Page 1 of 3". */
  pageOf(page: number, pages: number): string;
}

export type PdfBlock =
  | { kind: 'heading' | 'paragraph' | 'note'; text: string }
  /** Lines of an address, a name and its value. */
  | { kind: 'facts'; facts: readonly (readonly [name: string, value: string])[] }
  | ({ kind: 'table' } & PdfTable);

export interface PdfTable {
  columns: readonly PdfColumn[];
  rows: readonly (readonly string[])[];
  /** Rows below a line, in the weight of a sum. */
  totals?: readonly (readonly string[])[];
}

export interface PdfColumn {
  title: string;
  /** Parts of the width. */
  weight: number;
  /** Amounts stand at the end. */
  align?: 'start' | 'end';
}
