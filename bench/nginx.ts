// Usage: nginx.ts [--pictures 60] [--requests 20000]. The cache of deploy/nginx.conf in front of Etude:
// pictures asked for as on a real site (few very often, most seldom), and how many reach Etude. Needs
// nginx on the machine.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { signIn } from './support/demo.ts';
import { scratchDatabase } from './support/databases.ts';
import { freePort, startEtude, startServer } from './support/processes.ts';

const { values } = parseArgs({
  options: {
    pictures: { type: 'string', default: '60' },
    requests: { type: 'string', default: '20000' },
  },
});
const pictures = Number(values.pictures);
const requests = Number(values.requests);
const atOnce = 32;

if (spawnSync('nginx', ['-v']).error) {
  console.log('nginx is not on this machine: apt-get install nginx-light');
  process.exit(2);
}

/** The shipped configuration, on loopback, without https and with its cache in a folder of ours. */
function configuration(folder: string, port: number, etude: string): string {
  const shipped = readFileSync(join(import.meta.dirname, '../deploy/nginx.conf'), 'utf8');
  const plain = shipped
    .replace('/var/cache/nginx/etude', join(folder, 'cache'))
    .replace('server 127.0.0.1:4600', `server ${new URL(etude).host}`)
    .replace(/server \{\s+listen 80;[\s\S]*?\n\}\n/, '')
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port};`)
    .replaceAll(/^\s*ssl_.*\n/gm, '');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `${user} daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn;
events { worker_connections 1024; }
http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
${plain} }`;
}

async function uploadAll(url: string): Promise<string[]> {
  const cookie = await signIn(url);
  const files: string[] = [];
  for (let n = 0; n < pictures; n += 1) {
    const [red, green, blue] = [(n * 37) % 256, (n * 91) % 256, (n * 53) % 256];
    const body = await sharp({
      create: { width: 800, height: 600, channels: 3, background: { r: red, g: green, b: blue } },
    })
      .jpeg()
      .toBuffer();
    const answer = await fetch(`${url}/api/v1/me/pictures`, {
      method: 'POST',
      headers: { 'content-type': 'image/jpeg', cookie, origin: url },
      body: new Uint8Array(body),
    });
    if (!answer.ok) throw new Error(`an upload answers ${answer.status}: ${await answer.text()}`);
    const picture = (await answer.json()) as { files: { url: string }[] };
    files.push(...picture.files.map((file) => file.url));
  }
  return files;
}

/** Zipf: the n-th most wanted file is asked for 1/n as often as the first. */
function wanted(files: readonly string[], count: number): string[] {
  const weights = files.map((_, n) => 1 / (n + 1));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let state = 42;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    let left = (state / 0x7fffffff) * sum;
    const at = weights.findIndex((weight) => (left -= weight) <= 0);
    return files[at < 0 ? files.length - 1 : at]!;
  });
}

const folder = mkdtempSync(join(tmpdir(), 'etude-bench-nginx-'));
const database = await scratchDatabase();
const etude = await startEtude({
  DATABASE_URL: database.url,
  DATA_DIR: join(folder, 'data'),
  RATE_LIMIT_FACTOR: '1000',
});
const port = await freePort();
mkdirSync(join(folder, 'cache'));
writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, etude.url));
const nginx = await startServer({
  command: 'nginx',
  args: ['-c', join(folder, 'nginx.conf'), '-p', folder],
  env: {},
  port,
});
try {
  const queue = wanted(await uploadAll(etude.url), requests);
  const seen = new Map<string, number>();
  let bytes = 0;
  const began = performance.now();
  const ask = async () => {
    for (let path = queue.pop(); path; path = queue.pop()) {
      const answer = await fetch(`${nginx.url}${path}`);
      bytes += (await answer.arrayBuffer()).byteLength;
      if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
      const cache = answer.headers.get('x-cache') ?? 'none';
      seen.set(cache, (seen.get(cache) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  const seconds = (performance.now() - began) / 1000;
  const hits = seen.get('HIT') ?? 0;
  console.log(
    `${requests} requests for ${pictures * 6} files, ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s`,
  );
  console.log([...seen].map(([cache, count]) => `${cache} ${count}`).join(', '));
  console.log(`answered by nginx alone: ${((hits / requests) * 100).toFixed(2)} %`);
} finally {
  await nginx.stop();
  await etude.stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}
