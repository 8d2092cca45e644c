import { writeFileSync } from 'node:fs';
import { checkContent } from '../../src/domains/practice/content/check.ts';
import { contactSheet } from '../../src/domains/practice/content/sheet.ts';
import { yoga } from '../../src/domains/practice/content/yoga.ts';
import { dark, light } from '../../src/figures/index.ts';

const [command = 'check', file = '', scheme = 'light'] = process.argv.slice(2);

function check(): void {
  const { faults, totals } = checkContent();
  for (const line of [...totals, ...faults]) console.log(line);
  console.log(`${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

async function sheet(): Promise<void> {
  const svg = contactSheet(yoga, { palette: scheme === 'dark' ? dark : light });
  if (file.endsWith('.png')) {
    const { default: sharp } = await import('sharp');
    await sharp(Buffer.from(svg)).png().toFile(file);
  } else writeFileSync(file, svg);
  console.log(`${yoga.exercises.length} figures on ${file}`);
}

if (command === 'check') check();
else if (command === 'sheet' && /\.(svg|png)$/.test(file)) await sheet();
else {
  console.error('usage: bin/content [check] | sheet FILE.svg|png [dark]');
  process.exitCode = 2;
}
