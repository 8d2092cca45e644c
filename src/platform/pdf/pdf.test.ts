import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type PdfPaper, renderPdf } from './index.ts';

const paper = (more: Partial<PdfPaper> = {}): PdfPaper => ({
  title: 'Statement for November 2026',
  issuer: 'Etude',
  language: 'en-GB',
  blocks: [],
  footer: 'Etude',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  ...more,
});

const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => [`Lesson ${n}`, `GBP ${n}.00`]);
const table = (count: number) => ({
  kind: 'table' as const,
  columns: [
    { title: 'Lesson', weight: 3 },
    { title: 'Amount', weight: 1, align: 'end' as const },
  ],
  rows: rows(count),
});

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;

/** Every compressed stream of the file, unpacked. */
function streamsOf(pdf: Buffer): Buffer[] {
  const streams: Buffer[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const body = pdf.subarray(at + 7, pdf.indexOf('endstream', at));
    if (body[0] === 0x78) streams.push(inflateSync(body));
  }
  return streams;
}

describe('a paper as PDF (PY-07)', () => {
  it('is a tagged PDF with its title and language', async () => {
    const pdf = await renderPdf(paper({ blocks: [{ kind: 'paragraph', text: 'Hello.' }] }));
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('/Lang (en-GB)');
    expect(text).toContain('/Marked true');
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
  });

  it('goes on over as many pages as its table needs', async () => {
    expect(pagesOf(await renderPdf(paper({ blocks: [table(5)] })))).toBe(1);
    const long = await renderPdf(paper({ blocks: [table(120)] }));
    expect(pagesOf(long)).toBe(4);
  });

  it('draws letters of several parts of the typeface, and survives letters that none has', async () => {
    const text = 'Łódź · Öre · 日本 · ₹ · 👩‍🎤 · العربية';
    const pdf = await renderPdf(paper({ blocks: [{ kind: 'paragraph', text }] }));
    expect(pdf.toString('latin1').match(/\/FontFile2|\/FontFile3/g)?.length).toBeGreaterThan(2);
    expect(streamsOf(pdf).length).toBeGreaterThan(3);
  });

  it('breaks a word that is longer than its column, so that nothing leaves the page', async () => {
    const long = { ...table(0), rows: [['x'.repeat(2000), 'GBP 1.00']] };
    expect(pagesOf(await renderPdf(paper({ blocks: [long] })))).toBe(1);
  });
});
