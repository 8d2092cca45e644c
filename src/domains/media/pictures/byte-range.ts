/**
 * The one range of bytes that a header asks for (RFC 9110 §14.2), cut to the size, both ends included.
 * `whole` where it asks for none or several or makes no sense; undefined when it begins beyond the end.
 */
export function byteRange(
  header: string | undefined,
  size: number,
): { first: number; last: number } | 'whole' | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (!from && !to)) return 'whole';
  const end = size - 1;
  if (!from)
    return Number(to) === 0 ? undefined : { first: Math.max(0, size - Number(to)), last: end };
  const first = Number(from);
  const last = to ? Math.min(Number(to), end) : end;
  if (to && Number(to) < first) return 'whole';
  return first > end ? undefined : { first, last };
}
