import type { Exercise } from '../../../src/domains/practice/content/exercise.ts';

/** Numbers in [0, 1), always the same ones (mulberry32). */
function drawFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const levels = ['beginner', 'intermediate', 'advanced'];
const sorts = ['name', 'difficulty', 'popularity'];

/**
 * Addresses as visitors of the list ask them: four in ten search, with what stands in the field at a
 * pause of typing (either name, with marks or without, one in five with a slip), and the others filter
 * and sort; one in four of those turns the page.
 */
export function questions(exercises: readonly Exercise[], areas: readonly string[], seed: number) {
  const draw = drawFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!;
  const params = () => new URLSearchParams();
  const words = (): string => {
    const { name, original } = pick(exercises);
    const whole = draw() < 0.5 ? name : (original ?? name);
    const plain = draw() < 0.5 ? whole : whole.normalize('NFD').replaceAll(/\p{M}/gu, '');
    const typed = plain.slice(0, 3 + Math.floor(draw() * (plain.length - 2))).toLowerCase();
    return draw() < 0.2 ? withSlip(typed, Math.floor(draw() * (typed.length - 1))) : typed;
  };
  const filters = (query: URLSearchParams) => {
    if (draw() < 0.5) query.append('level', pick(levels));
    if (draw() < 0.6) query.append('area', pick(areas));
    if (draw() < 0.2) query.append('area', pick(areas));
    if (draw() < 0.3) query.append('sort', pick(sorts));
    return query;
  };
  return {
    search(): string {
      const query = params();
      query.set('q', words().trim());
      return address(draw() < 0.25 ? filters(query) : query);
    },
    filter: (): string => address(filters(params())),
    turnsPage: () => draw() < 0.25,
    searches: () => draw() < 0.4,
  };
}

const address = (query: URLSearchParams): string =>
  query.size > 0 ? `/api/v1/poses?${query}` : '/api/v1/poses';

/** Two neighbours swapped. */
const withSlip = (text: string, at: number): string =>
  text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);

/** So many requests, and what the product at that address answers to each. */
export async function askedAndAnswered(
  url: string,
  ask: ReturnType<typeof questions>,
  count: number,
): Promise<{ paths: string[]; bodies: Map<string, Uint8Array> }> {
  const paths: string[] = [];
  const bodies = new Map<string, Uint8Array>();
  const fetchOnce = async (path: string): Promise<string | null> => {
    paths.push(path);
    const answer = await fetch(url + path);
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    const text = await answer.text();
    bodies.set(path, new TextEncoder().encode(text));
    return (JSON.parse(text) as { nextCursor: string | null }).nextCursor;
  };
  while (paths.length < count) {
    const path = ask.searches() ? ask.search() : ask.filter();
    let cursor = await fetchOnce(path);
    while (cursor !== null && paths.length < count && ask.turnsPage())
      cursor = await fetchOnce(`${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`);
  }
  return { paths, bodies };
}
