import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Gzipped kilobytes (1000 bytes) of script that a public page may load before anything is clicked. */
const scriptKilobytesMax = 130;

interface PageScript {
  page: string;
  /** Gzipped bytes of all scripts the page loads by itself. */
  bytes: number;
  files: string[];
}

interface Chunk {
  file: string;
  imports?: string[];
}

interface ServerRoute {
  id: string;
  parentId?: string;
  module: { default?: unknown; handle?: { hydrate?: boolean } };
}

/**
 * What each page loads at first, from the build itself: the static imports of its route, the
 * router's entry and the enhancements. What is imported on demand (the map) is not counted.
 */
async function measureScripts(buildDirectory = 'build'): Promise<PageScript[]> {
  const client = join(buildDirectory, 'client');
  const manifest = JSON.parse(
    await readFile(join(client, '.vite', 'manifest.json'), 'utf8'),
  ) as Record<string, Chunk>;
  const { routes, assets } = (await import(
    join(process.cwd(), buildDirectory, 'server', 'index.js')
  )) as {
    routes: Record<string, ServerRoute>;
    assets: { url: string };
  };
  const sizes = new Map<string, Promise<number>>();
  const sizeOf = (file: string): Promise<number> => {
    const known =
      sizes.get(file) ??
      readFile(join(client, file)).then((bytes) => gzipSync(bytes, { level: 9 }).length);
    sizes.set(file, known);
    return known;
  };
  const pages = Object.values(routes).filter(
    (route) => route.id !== 'root' && route.module.default,
  );
  return Promise.all(pages.map(async (route) => measurePage(route, manifest, assets.url, sizeOf)));
}

async function measurePage(
  route: ServerRoute,
  manifest: Record<string, Chunk>,
  routerManifestUrl: string,
  sizeOf: (file: string) => Promise<number>,
): Promise<PageScript> {
  const files = new Set<string>();
  const add = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the build does not name ${key}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(add);
  };
  add(keyOf(manifest, 'src/web/enhance/enhance.ts'));
  if (route.module.handle?.hydrate !== false) {
    for (const source of ['src/web/entry.client.tsx', 'src/web/root.tsx', `src/web/${route.id}.`])
      add(keyOf(manifest, source));
    files.add(routerManifestUrl.replace(/^\//, ''));
  }
  const sizes = await Promise.all([...files].map(sizeOf));
  return { page: route.id, bytes: sizes.reduce((sum, size) => sum + size, 0), files: [...files] };
}

function keyOf(manifest: Record<string, Chunk>, source: string): string {
  const key = Object.keys(manifest).find((name) => name.startsWith(source));
  if (key === undefined) throw new Error(`the build does not name ${source}`);
  return key;
}

/** Prints each page's weight and answers whether all keep the limit. */
export async function checkScripts(
  print: (line: string) => void,
  buildDirectory = 'build',
): Promise<boolean> {
  const pages = (await measureScripts(buildDirectory)).toSorted((a, b) => b.bytes - a.bytes);
  if (pages.length === 0) throw new Error('no page was measured');
  for (const { page, bytes, files } of pages) {
    const kilobytes = bytes / 1000;
    const verdict =
      kilobytes > scriptKilobytesMax ? `over the limit of ${scriptKilobytesMax} kB` : 'ok';
    print(
      `${kilobytes.toFixed(1).padStart(7)} kB gzip  ${page} (${files.length} files) ${verdict}`,
    );
  }
  return pages.every(({ bytes }) => bytes <= scriptKilobytesMax * 1000);
}
