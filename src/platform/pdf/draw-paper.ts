import PDFDocument from 'pdfkit';
import { registerFonts, type Weight, writer } from './fonts.ts';
import type { PdfBlock, PdfPaper, PdfTable } from './paper.ts';

const margin = 56;
/** Space for the foot, which is drawn when the number of pages is known. */
const footHeight = 40;
const ink = '#1C1B19';
const soft = '#5E5A52';
const line = '#D9D2C4';
const cellGap = 10;

type Doc = PDFKit.PDFDocument;

/** One being drawn; `y` is where the next thing goes. */
interface Sheet {
  doc: Doc;
  write: ReturnType<typeof writer>;
  y: number;
  width: number;
  bottom: number;
}

export async function drawPaper(paper: PdfPaper): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: paper.language,
    displayTitle: true,
    info: { Title: paper.title, Author: paper.issuer },
  });
  registerFonts(doc);
  const done = collect(doc);
  const sheet: Sheet = {
    doc,
    write: writer(doc),
    y: margin,
    width: doc.page.width - 2 * margin,
    bottom: doc.page.height - margin - footHeight,
  };
  drawText(sheet, 'P', paper.issuer, { size: 11, weight: 'bold', color: soft, after: 4 });
  drawText(sheet, 'H1', paper.title, { size: 22, weight: 'bold', after: 16 });
  for (const block of paper.blocks) drawBlock(sheet, block);
  drawFeet(sheet, paper);
  doc.end();
  return done;
}

function collect(doc: Doc): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

function drawBlock(sheet: Sheet, block: PdfBlock): void {
  switch (block.kind) {
    case 'heading':
      sheet.y += 10;
      keep(sheet, 60);
      return drawText(sheet, 'H2', block.text, { size: 14, weight: 'bold', after: 8 });
    case 'paragraph':
      return drawText(sheet, 'P', block.text, { size: 10, after: 10 });
    case 'note':
      return drawText(sheet, 'P', block.text, { size: 9, color: soft, after: 8 });
    case 'facts':
      return drawFacts(sheet, block.facts);
    case 'table':
      return drawTable(sheet, block);
  }
}

/** Begins a new page where so much does not fit any more; says whether it did. */
function keep(sheet: Sheet, height: number): boolean {
  if (sheet.y + height <= sheet.bottom) return false;
  sheet.doc.addPage();
  sheet.y = margin;
  return true;
}

interface Look {
  size: number;
  weight?: Weight;
  color?: string;
  after: number;
}

function drawText(sheet: Sheet, tag: 'H1' | 'H2' | 'P', text: string, look: Look): void {
  const { size, weight = 'regular', color = ink } = look;
  const lines = sheet.write.wrap(text, { width: sheet.width, size, weight });
  const struct = sheet.doc.struct(tag);
  sheet.doc.addStructure(struct);
  for (const one of lines) {
    keep(sheet, size * 1.4);
    struct.add(() => {
      sheet.doc.fillColor(color);
      sheet.write.draw(one, { x: margin, y: sheet.y, size, weight });
    });
    sheet.y += size * 1.4;
  }
  struct.end();
  sheet.y += look.after;
}

function drawFacts(sheet: Sheet, facts: readonly (readonly [string, string])[]): void {
  drawTable(sheet, {
    columns: [
      { title: '', weight: 3 },
      { title: '', weight: 7 },
    ],
    rows: facts,
  });
}

function drawTable(sheet: Sheet, { columns, rows, totals = [] }: PdfTable): void {
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  const room = sheet.width - cellGap * (columns.length - 1);
  let x = margin;
  const cells = columns.map(({ weight, align = 'start' }) => {
    const width = (room * weight) / weights;
    const cell = { x, width, align };
    x += width + cellGap;
    return cell;
  });
  const table = sheet.doc.struct('Table');
  sheet.doc.addStructure(table);
  const head = columns.some(({ title }) => title !== '');
  const drawHead = () => {
    if (head)
      drawRow(sheet, table, cells, { texts: titles, tag: 'TH', weight: 'bold', rule: true });
  };
  const titles = columns.map(({ title }) => title);
  drawHead();
  const all = [
    ...rows.map((texts) => ({ texts, weight: 'regular' as const })),
    ...totals.map((texts) => ({ texts, weight: 'bold' as const })),
  ];
  for (const row of all) {
    const height = heightOf(sheet, cells, row);
    if (keep(sheet, height)) drawHead();
    drawRow(sheet, table, cells, { ...row, tag: 'TD', rule: head });
  }
  table.end();
  sheet.y += 12;
}

interface Cell {
  x: number;
  width: number;
  align: 'start' | 'end';
}

interface Row {
  texts: readonly string[];
  weight: Weight;
}

const cellSize = 9;
const lineHeight = cellSize * 1.4;

const linesOf = ({ write }: Sheet, cell: Cell, text: string, weight: Weight) =>
  write.wrap(text, { width: cell.width, size: cellSize, weight });

const heightOf = (sheet: Sheet, cells: readonly Cell[], { texts, weight }: Row) =>
  Math.max(...cells.map((cell, i) => linesOf(sheet, cell, texts[i] ?? '', weight).length)) *
    lineHeight +
  7;

function drawRow(
  sheet: Sheet,
  table: PDFKit.PDFStructureElement,
  cells: readonly Cell[],
  row: Row & { tag: 'TD' | 'TH'; rule: boolean },
): void {
  const { doc, write } = sheet;
  const height = heightOf(sheet, cells, row);
  const tr = doc.struct('TR');
  table.add(tr);
  for (const [i, cell] of cells.entries()) {
    const struct = doc.struct(row.tag, {}, () => {
      doc.fillColor(row.tag === 'TH' ? soft : ink);
      for (const [n, text] of linesOf(sheet, cell, row.texts[i] ?? '', row.weight).entries()) {
        const space = cell.width - write.widthOf(text, { size: cellSize, weight: row.weight });
        const x = cell.align === 'end' ? cell.x + space : cell.x;
        write.draw(text, { x, y: sheet.y + n * lineHeight, size: cellSize, weight: row.weight });
      }
    });
    tr.add(struct);
  }
  tr.end();
  sheet.y += height;
  if (!row.rule) return;
  doc.markContent('Artifact');
  doc
    .moveTo(margin, sheet.y - 4)
    .lineTo(margin + sheet.width, sheet.y - 4)
    .lineWidth(0.5)
    .stroke(line);
  doc.endMarkedContent();
}

/** The feet come last: only now it is known how many pages there are. */
function drawFeet({ doc, write, width }: Sheet, paper: PdfPaper): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(start + page);
    const y = doc.page.height - margin - 8;
    const number = paper.pageOf(page + 1, count);
    const look = { y, size: 8, weight: 'regular' as const };
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.fillColor(soft);
    write.draw(paper.footer, { x: margin, ...look });
    write.draw(number, { x: margin + width - write.widthOf(number, look), ...look });
    doc.endMarkedContent();
  }
}
