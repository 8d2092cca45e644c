import type { Store } from '../store.ts';
import { invalidRequest } from './errors.ts';
import { get, type ApiRoute } from './route.ts';

type Json = Record<string, unknown>;
type Test = (item: Json) => boolean;

const clausePattern =
  /^(-)?(?:metadata\[(['"])(.{1,40}?)\2\]|([a-z_]+))\s*(:|~|>=|<=|>|<)\s*(?:(['"])(.*?)\6|(\d+)|null)$/;

function compare(found: unknown, operator: string, wanted: string): boolean {
  if (operator === ':') return String(found ?? '') === wanted;
  if (operator === '~') return String(found ?? '').includes(wanted);
  const [left, right] = [Number(found), Number(wanted)];
  if (operator === '>') return left > right;
  if (operator === '<') return left < right;
  return operator === '>=' ? left >= right : left <= right;
}

function readClause(text: string): Test {
  const match = clausePattern.exec(text.trim());
  if (!match) {
    throw invalidRequest(`We were unable to parse your search query near: ${text.slice(0, 60)}`, {
      param: 'query',
    });
  }
  const [, not, , key, field, operator = ':', , quoted, digits] = match;
  return (item) => {
    const source = key === undefined ? item : ((item['metadata'] as Json | null) ?? {});
    const fits = compare(source[key ?? field ?? ''], operator, quoted ?? digits ?? '');
    return not ? !fits : fits;
  };
}

function readQuery(query: string): Test {
  const any = / OR /i.test(query);
  const clauses = query.split(any ? / OR /i : / AND /i).map(readClause);
  return (item) => (any ? clauses.some((fits) => fits(item)) : clauses.every((fits) => fits(item)));
}

/** `GET path/search`: fields and metadata, joined by AND or by OR. Finds at once, which the provider does not promise. */
export function search(
  path: string,
  part: 'charges' | 'customers' | 'intents' | 'invoices' | 'subscriptions',
): ApiRoute {
  return get(`${path}/search`, (params) => {
    const fits = readQuery(params.requiredText('query'));
    const limit = params.integer('limit') ?? 10;
    const start = Number(params.text('page') ?? 0);
    if (limit < 1 || limit > 100 || !Number.isSafeInteger(start)) {
      throw invalidRequest('Invalid limit: must be between 1 and 100.', { param: 'limit' });
    }
    return ({ store }: { store: Store }) => {
      const items = [...store[part].values()].toReversed() as unknown as Json[];
      const found = items.filter(fits);
      const next = start + limit;
      return {
        object: 'search_result',
        data: found.slice(start, next),
        has_more: found.length > next,
        next_page: found.length > next ? String(next) : null,
        url: `${path}/search`,
      };
    };
  });
}
