/** Something that answers one method of one path; `:name` in the path stands for one segment. */
export interface Routed {
  readonly method: string;
  readonly path: string;
}

export interface Found<R> {
  route: R;
  /** What stood at the places of the names, decoded. */
  values: string[];
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function match(pattern: readonly string[], segments: readonly string[]): string[] | undefined {
  if (pattern.length !== segments.length) return undefined;
  const values: string[] = [];
  for (const [i, name] of pattern.entries()) {
    if (!name.startsWith(':')) {
      if (name !== segments[i]) return undefined;
      continue;
    }
    const value = decode(segments[i]!);
    if (!value || value.length > 200) return undefined;
    values.push(value);
  }
  return values;
}

/** Of two routes that fit, the one that comes first wins: the more exact stands before the other. */
export function createRouter<R extends Routed>(
  routes: readonly R[],
): (method: string, path: string) => Found<R> | undefined {
  const byStart = new Map<string, { route: R; pattern: string[] }[]>();
  const startOf = (method: string, segments: string[]) =>
    `${method} ${segments.length} ${segments[1] ?? ''}`;
  for (const route of routes) {
    const pattern = route.path.split('/').slice(1);
    const start = startOf(route.method, pattern);
    byStart.set(start, [...(byStart.get(start) ?? []), { route, pattern }]);
  }
  return (method, path) => {
    const segments = path.split('/').slice(1);
    for (const { route, pattern } of byStart.get(startOf(method, segments)) ?? []) {
      const values = match(pattern, segments);
      if (values) return { route, values };
    }
    return undefined;
  };
}
