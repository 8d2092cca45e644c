// Usage: repository.ts ROOT. Looks over what Git tracks in ROOT (everything, where ROOT is no repository).
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { top } from '../run.ts';

const root = process.argv[2] ?? top;
const linesMax = 350;

const faults: string[] = [];
const notes: string[] = [];
const read = (file: string) => readFileSync(join(root, file), 'utf8');

function tracked(): string[] {
  if (!existsSync(join(root, '.git'))) return globSync('**/*', { cwd: root });
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return listed.split('\0').filter(Boolean);
}

const files = tracked().filter(
  (file) => existsSync(join(root, file)) && statSync(join(root, file)).isFile(),
);
const texts = files.filter((file) => !/\.(png|jpe?g|webp|ico|woff2?|pmtiles|gz)$/.test(file));
const code = texts.filter((file) => /^(src|bin|bench|test|migrations|\.ci)\//.test(file));

/** Each pattern holds a bracket, so that this file does not find itself. */
const unwanted: [RegExp, string, string[]][] = [
  [/(^|[^\w.])\/(ho[m]e|ro[o]t|wo[r]k|fa[r]m)\/\w/, 'a path of one machine', texts],
  [/https?:\/\/(regist[r]y|de[b])\./, 'the address of a package registry', texts],
  [/generated wit[h]|co-authored-b[y]/i, 'a note on how the text was made', texts],
  [/\b(TO[D]O|FIX[M]E|XX[X]|[Nn]ot implement[e]d)\b/, 'a mark of unfinished work', code],
  [/rejectUnauthoriz[e]d|NODE_TLS_REJEC[T]/, 'an unchecked TLS connection', code],
  [
    /\b(describe|it|test|suite)\.(onl[y]|ski[p]|tod[o])\b/,
    'a test that is switched off or alone',
    code,
  ],
];

function searchWords(): void {
  for (const [pattern, what, among] of unwanted) {
    for (const file of among) {
      if (file === 'package-lock.json' || file === 'LICENSE' || file.endsWith('.json')) continue;
      read(file)
        .split('\n')
        .forEach((line, index) => {
          if (pattern.test(line))
            faults.push(`${file}:${index + 1}: ${what}: ${line.trim().slice(0, 100)}`);
        });
    }
  }
}

function checkPackages(): void {
  if (!existsSync(join(root, 'package.json'))) return;
  if (/"resolved": "http/.test(read('package-lock.json'))) {
    faults.push(
      'package-lock.json holds addresses: .npmrc needs omit-lockfile-registry-resolved=true',
    );
  }
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
  const all: Record<string, string> = {
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
  };
  for (const [name, version] of Object.entries(all)) {
    if (!/^(npm:.+@)?\d+\.\d+\.\d+/.test(version))
      faults.push(`package.json: ${name} is not pinned: ${version}`);
  }
}

function checkMigrations(): void {
  const migrations = files.filter((file) => /^migrations\/.*\.sql$/.test(file)).toSorted();
  const seen = new Map<string, string>();
  for (const file of migrations) {
    const number = /^migrations\/(\d{4})_[a-z0-9_]+\.sql$/.exec(file)?.[1];
    if (!number) faults.push(`${file}: is not named NNNN_name.sql`);
    else if (seen.has(number)) faults.push(`${file}: has the number of ${seen.get(number)}`);
    else seen.set(number, file);
    const [, up, down] = /^-- up\b([\s\S]*?)^-- down\b([\s\S]*)$/m.exec(read(file)) ?? [];
    if (!up?.includes(';') || !down?.includes(';'))
      faults.push(`${file}: needs statements under "-- up" and "-- down"`);
  }
}

function checkLengths(): void {
  for (const file of code.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))) {
    const lines = read(file).split('\n').length - 1;
    if (lines > linesMax)
      notes.push(`note: ${file} has ${lines} lines; would a newcomer find the right room?`);
  }
}

searchWords();
checkPackages();
checkMigrations();
checkLengths();
for (const line of [...faults, ...notes]) console.log(line);
console.log(`${files.length} files looked at, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
