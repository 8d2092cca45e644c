interface Schema {
  title?: string;
  [key: string]: unknown;
}

interface Document {
  paths?: Record<string, Record<string, { responses?: Record<string, unknown> }>>;
  components?: { schemas?: Record<string, Schema> };
}

/**
 * Lifts what answers name by a `title` into the document's components, so that it stands there once
 * and a generated client has a type of that name. Throws when two different schemas bear one title.
 */
export function withComponents<T extends Document>(document: T): T {
  const schemas: Record<string, Schema> = {};

  function lift(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(lift);
    if (typeof node !== 'object' || node === null) return node;
    const { title, ...rest } = Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, lift(value)]),
    ) as Schema;
    if (typeof title !== 'string') return title === undefined ? rest : { title, ...rest };
    if (schemas[title] && JSON.stringify(schemas[title]) !== JSON.stringify(rest))
      throw new Error(`two different schemas are titled ${title}`);
    schemas[title] = rest;
    return { $ref: `#/components/schemas/${title}` };
  }

  const paths = Object.fromEntries(
    Object.entries(document.paths ?? {}).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, { responses, ...operation }]) => [
          method,
          { ...operation, ...(responses && { responses: lift(responses) }) },
        ]),
      ),
    ]),
  );
  const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...document, paths, components: { ...document.components, schemas: sorted } };
}

/** The document with every component put back where it is referred to, for readers that want one text. */
export function withoutComponents<T extends Document>(document: T): T {
  const schemas = document.components?.schemas ?? {};
  const inline = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(inline);
    if (typeof node !== 'object' || node === null) return node;
    const { $ref } = node as { $ref?: unknown };
    if (typeof $ref === 'string') return inline(schemas[$ref.slice($ref.lastIndexOf('/') + 1)]);
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inline(value)]));
  };
  return inline(document) as T;
}
