// Judges how much script each page of the last build loads before anything is clicked.
import { checkScripts } from '../../../src/web/build/script-bytes.ts';
import { top } from '../run.ts';

process.chdir(top);
if (!(await checkScripts(console.log))) process.exitCode = 1;
