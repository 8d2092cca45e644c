// Compiles messages/*.json to src/messages/, the typed texts of pages and mails.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { top } from './run.ts';

const outdir = join(top, 'src/messages');
await compile({
  project: join(top, 'project.inlang'),
  outdir,
  cleanOutdir: false,
});
if (!existsSync(join(outdir, 'messages.js'))) throw new Error('No message was compiled');
