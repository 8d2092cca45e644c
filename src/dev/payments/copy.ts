/** A copy of plain data, as JSON has it; several times faster than `structuredClone`. */
export function copyOf<T>(data: T): T {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((item: unknown) => copyOf(item)) as T;
  const copy = { ...data } as Record<string, unknown>;
  for (const name in copy) if (typeof copy[name] === 'object') copy[name] = copyOf(copy[name]);
  return copy as T;
}
