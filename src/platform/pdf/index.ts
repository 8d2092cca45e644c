import type { PdfPaper } from './paper.ts';

export type { PdfBlock, PdfPaper } from './paper.ts';

/**
 * Sets a paper of A4 pages. What draws it is loaded with the first one, some 8 MB. Letters that the
 * fonts don't have (they speak Latin alphabets) are drawn as empty boxes; amounts carry their ISO code.
 */
export async function renderPdf(paper: PdfPaper): Promise<Buffer> {
  const { drawPaper } = await import('./draw-paper.ts');
  return drawPaper(paper);
}
