// Compiles the messages if a source of theirs is newer than what is there.
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessages } from '../../src/web/build/compile-messages.ts';
import { top } from './run.ts';

process.chdir(top);
const compiled = join(top, 'src/messages/messages.js');
const changedAt = (file: string) => statSync(file).mtimeMs;
const sources = globSync(['messages/*.json', 'project.inlang/settings.json'], { cwd: top });
const isFresh =
  existsSync(compiled) &&
  sources.every((file) => changedAt(join(top, file)) <= changedAt(compiled));
if (!isFresh) await compileMessages();
