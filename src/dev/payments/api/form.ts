import { invalidRequest } from './errors.ts';

/** A form body: text, or named parts. Maps, so that a name such as `__proto__` is only a name. */
export type FormNode = string | FormMap;
export interface FormMap extends Map<string, FormNode> {}

const pairsMax = 1000;
const depthMax = 8;

/** Splits `line_items[0][price_data][currency]` into its names; an empty pair of brackets appends. */
function splitName(name: string): string[] {
  const open = name.indexOf('[');
  if (open < 0) return [name];
  const rest = name.slice(open);
  if (open === 0 || !/^(\[[^[\]]*\])+$/.test(rest)) {
    throw invalidRequest(`Invalid parameter name: ${name.slice(0, 100)}`);
  }
  return [name.slice(0, open), ...rest.slice(1, -1).split('][')];
}

function insert(root: FormMap, names: string[], value: string, fullName: string): void {
  let node = root;
  for (const [depth, name] of names.entries()) {
    const key = name === '' ? String(node.size) : name;
    if (depth === names.length - 1) {
      node.set(key, value);
      return;
    }
    const next = node.get(key) ?? new Map<string, FormNode>();
    if (typeof next === 'string') throw invalidRequest(`Invalid parameter: ${fullName}`);
    node.set(key, next);
    node = next;
  }
}

/** Reads `application/x-www-form-urlencoded` text with the bracket notation the provider's libraries send. */
export function parseForm(text: string): FormMap {
  const root: FormMap = new Map<string, FormNode>();
  let pairs = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    pairs += 1;
    const names = splitName(name);
    if (pairs > pairsMax || names.length > depthMax) throw invalidRequest('Too many parameters.');
    insert(root, names, value, name);
  }
  return root;
}

/** The same parameters give the same text whatever their order: used to recognise a repeated request. */
export function canonicalForm(text: string): string {
  return [...new URLSearchParams(text)]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .toSorted()
    .join('&');
}
