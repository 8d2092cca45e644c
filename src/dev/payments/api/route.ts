import { missingResource } from './errors.ts';
import { readPage } from './lists.ts';
import type { Params } from './params.ts';
import type { Operation } from '../core.ts';
import type { Store } from '../store.ts';
import type { Routed } from '../web/router.ts';

/**
 * One endpoint. `prepare` reads the parameters and returns the step to run: an error while preparing is not
 * remembered under an idempotency key, one while running is.
 */
export interface ApiRoute extends Routed {
  method: 'DELETE' | 'GET' | 'POST';
  prepare(params: Params, ...ids: string[]): (op: Operation) => object;
}

type Prepare = (params: Params, id: string, second: string) => (op: Operation) => object;

const route =
  (method: ApiRoute['method']) =>
  (path: string, prepare: Prepare): ApiRoute => ({
    method,
    path,
    prepare: (params, id = '', second = '') => prepare(params, id, second),
  });

export const get = route('GET');
export const post = route('POST');
export const remove = route('DELETE');

interface Identified {
  id: string;
  object: string;
}

type MapsOfObjects = {
  [Part in keyof Store]: Store[Part] extends Map<string, infer Item>
    ? Item extends Identified
      ? Part
      : never
    : never;
}[keyof Store];

type Listed<Part extends MapsOfObjects> =
  Store[Part] extends Map<string, infer Item> ? Item & Identified : never;

/** The object, or the error that says there is none. */
export function find<Part extends MapsOfObjects>(
  store: Store,
  part: Part,
  id: string,
  kind: string,
  param = 'id',
): Listed<Part> {
  const found = store[part].get(id) as Listed<Part> | undefined;
  if (!found) throw missingResource(kind, id, param);
  return found;
}

/** `GET path/:id` for objects that need nothing but their id. */
export function retrieve(path: string, part: MapsOfObjects, kind: string, param = 'id'): ApiRoute {
  return get(
    `${path}/:id`,
    (_params, id) =>
      ({ store }) =>
        find(store, part, id, kind, param),
  );
}

/** `GET path` with cursor, `created`, and equality filters on the named fields. */
export function list<Part extends MapsOfObjects>(
  path: string,
  part: Part,
  filters: readonly (keyof Listed<Part> & string)[],
  fits: (item: Listed<Part>, store: Store) => boolean = () => true,
): ApiRoute {
  return get(path, (params) => {
    const created = params.range('created');
    const wanted = filters.flatMap((field) => {
      const value = params.text(field);
      return value === undefined ? [] : [[field, value] as const];
    });
    const page = readPage(params, path);
    return ({ store }) => {
      const items = [...store[part].values()] as unknown as Listed<Part>[];
      return page(
        items.filter(
          (item) =>
            created((item as unknown as { created: number }).created) &&
            wanted.every(([field, value]) => String(item[field]) === value) &&
            fits(item, store),
        ),
      );
    };
  });
}

/** `POST path/:id` that changes nothing but `metadata`. */
export function updateMetadata(path: string, part: MapsOfObjects, kind: string): ApiRoute {
  return post(`${path}/:id`, (params, id) => {
    const changed = params.metadataChange();
    return ({ store }) => {
      const found = find(store, part, id, kind) as { metadata: Record<string, string> };
      applyMetadata(found, changed);
      return found;
    };
  });
}

/** An empty value takes its key away. */
export function applyMetadata(
  object: { metadata: Record<string, string> | null },
  changed: Record<string, string>,
): void {
  const merged = { ...object.metadata, ...changed };
  object.metadata = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
}
