import { readFile } from 'node:fs/promises';
import { compile } from '@inlang/paraglide-js';

/**
 * Compiles `messages/*.json` into typed functions in `src/messages`. When the plugin that reads the
 * files can't be loaded Paraglide compiles nothing and reports success, so the result is counted.
 */
export async function compileMessages(): Promise<void> {
  await compile({
    project: './project.inlang',
    outdir: './src/messages',
    strategy: ['baseLocale'],
    emitTsDeclarations: true,
    emitReadme: false,
    emitGitIgnore: false,
    emitPrettierIgnore: false,
  });
  const wanted = Object.keys(JSON.parse(await readFile('messages/en.json', 'utf8')) as object);
  const index = await readFile('src/messages/messages/_index.js', 'utf8');
  const missing = wanted.filter((key) => !key.startsWith('$') && !index.includes(key));
  if (missing.length > 0)
    throw new Error(`messages that did not compile: ${missing.slice(0, 5).join(', ')}`);
}
