// Compiles messages/*.json to src/messages/, the typed texts of pages and mails.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from '@inlang/paraglide-js';
import { top } from './run.ts';

const outdir = join(top, 'src/messages');
// Files in place are overwritten, not removed first: a server or a test may be reading them.
await compile({ project: join(top, 'project.inlang'), outdir, cleanOutdir: false });

// The compiler reports success when it could not load its plugin and found no message at all.
const { m } = (await import(pathToFileURL(join(outdir, 'messages.js')).href)) as { m: object };
if (Object.keys(m).length === 0) throw new Error('messages/*.json: no message was compiled');
