import type { Upload } from './body.ts';
import { invalidRequest } from './errors.ts';
import type { FormMap, FormNode } from './form.ts';

/**
 * Reads one level of a form. Every name that is asked for counts as known; `close()` refuses the others,
 * here and in every nested level, as the provider does.
 */
export interface Params {
  text(name: string, lengthMax?: number): string | undefined;
  /** An empty value is null: it takes away what was there. */
  clearable(name: string, lengthMax?: number): string | null | undefined;
  flag(name: string): boolean | undefined;
  /** Whether it was given as plain text, where an object may stand as well. */
  isText(name: string): boolean;
  /** Takes a parameter with all that is in it, and makes nothing of it. */
  ignore(name: string): void;
  requiredText(name: string, lengthMax?: number): string;
  integer(name: string): number | undefined;
  requiredInteger(name: string): number;
  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined;
  object(name: string): Params | undefined;
  list(name: string): Params[];
  texts(name: string): string[];
  metadata(): Record<string, string>;
  /** As `metadata`, but empty values stay: they take their keys away. */
  metadataChange(): Record<string, string>;
  readonly upload: Upload | undefined;
  /** `created` as a number, or as `created[gte]` and its siblings. */
  range(name: string): (value: number) => boolean;
  close(): void;
}

export function readParams(form: FormMap, upload?: Upload, prefix = ''): Params {
  const known = new Set<string>();
  const children: Params[] = [];
  const full = (name: string) => (prefix ? `${prefix}[${name}]` : name);

  const node = (name: string): FormNode | undefined => {
    known.add(name);
    return form.get(name);
  };
  const child = (map: FormMap, name: string): Params => {
    const params = readParams(map, undefined, name);
    children.push(params);
    return params;
  };
  const missing = (name: string) =>
    invalidRequest(`Missing required param: ${full(name)}.`, {
      code: 'parameter_missing',
      param: full(name),
    });
  const wrongShape = (name: string, wanted: string) =>
    invalidRequest(`Invalid ${wanted}: ${full(name)}`, { param: full(name) });

  const mapAt = (name: string): FormMap | undefined => {
    const value = node(name);
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string') throw wrongShape(name, 'object');
    return value;
  };

  const params: Params = {
    upload,
    clearable(name, lengthMax) {
      if (node(name) === '') return null;
      return params.text(name, lengthMax);
    },
    isText: (name) => typeof form.get(name) === 'string',
    ignore: (name) => void known.add(name),
    flag(name) {
      const value = params.oneOf(name, ['true', 'false']);
      return value === undefined ? undefined : value === 'true';
    },
    text(name, lengthMax = 5000) {
      const value = node(name);
      if (value === undefined) return undefined;
      if (typeof value !== 'string') throw wrongShape(name, 'string');
      if (value === '') {
        throw invalidRequest(
          `You passed an empty value for '${full(name)}'. Leave it out, or give it a value.`,
          { code: 'parameter_invalid_empty', param: full(name) },
        );
      }
      if (value.length > lengthMax) {
        throw invalidRequest(
          `Invalid string: ${full(name)} must be at most ${lengthMax} characters.`,
          { param: full(name) },
        );
      }
      return value;
    },
    requiredText(name, lengthMax) {
      const value = params.text(name, lengthMax);
      if (value === undefined) throw missing(name);
      return value;
    },
    integer(name) {
      const value = params.text(name);
      if (value === undefined) return undefined;
      if (!/^-?\d{1,15}$/.test(value)) {
        throw invalidRequest(`Invalid integer: ${value.slice(0, 40)}`, {
          code: 'parameter_invalid_integer',
          param: full(name),
        });
      }
      return Number(value);
    },
    requiredInteger(name) {
      const value = params.integer(name);
      if (value === undefined) throw missing(name);
      return value;
    },
    oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
      const value = params.text(name);
      if (value === undefined) return undefined;
      const found = allowed.find((candidate) => candidate === value);
      if (found !== undefined) return found;
      throw invalidRequest(`Invalid ${full(name)}: must be one of ${allowed.join(', ')}`, {
        param: full(name),
      });
    },
    object(name) {
      const map = mapAt(name);
      return map && child(map, full(name));
    },
    list(name) {
      return [...(mapAt(name) ?? [])].map(([index, item]) => {
        if (typeof item === 'string') throw wrongShape(`${name}[${index}]`, 'object');
        return child(item, `${full(name)}[${index}]`);
      });
    },
    texts(name) {
      return [...(mapAt(name)?.values() ?? [])].map((item) => {
        if (typeof item !== 'string') throw wrongShape(name, 'array');
        return item;
      });
    },
    metadata() {
      const kept = Object.entries(params.metadataChange()).filter(([, value]) => value !== '');
      return Object.fromEntries(kept);
    },
    metadataChange() {
      const entries = [...(mapAt('metadata') ?? [])];
      if (entries.length > 50) throw wrongShape('metadata', 'metadata (more than 50 keys)');
      for (const [key, value] of entries) {
        if (typeof value !== 'string' || key.length > 40 || value.length > 500) {
          throw invalidRequest(
            `Invalid metadata: keys have at most 40 characters, values are text of at most 500.`,
            { param: full('metadata') },
          );
        }
      }
      return Object.fromEntries(entries) as Record<string, string>;
    },
    range(name) {
      if (typeof form.get(name) === 'string') {
        const wanted = params.requiredInteger(name);
        return (value) => value === wanted;
      }
      const bounds = params.object(name);
      const gt = bounds?.integer('gt') ?? -Infinity;
      const gte = bounds?.integer('gte') ?? -Infinity;
      const lt = bounds?.integer('lt') ?? Infinity;
      const lte = bounds?.integer('lte') ?? Infinity;
      return (value) => value > gt && value >= gte && value < lt && value <= lte;
    },
    close() {
      for (const name of form.keys()) {
        if (known.has(name)) continue;
        throw invalidRequest(
          `Received unknown parameter: ${full(name)} (the local emulator knows no such parameter here).`,
          { code: 'parameter_unknown', param: full(name) },
        );
      }
      for (const nested of children) nested.close();
    },
  };
  return params;
}
