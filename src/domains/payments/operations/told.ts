type Text<T> = T extends Temporal.Instant ? string : T;

/** A row as it is told over the wire: instants as text, all else as it is. */
export function told<T extends object>(row: T): { [K in keyof T]: Text<T[K]> } {
  const entries = Object.entries(row).map(([key, value]) => [
    key,
    value instanceof Temporal.Instant ? value.toString() : value,
  ]);
  return Object.fromEntries(entries) as { [K in keyof T]: Text<T[K]> };
}
