/** The two halves of a sender such as "Etude <hello@etude.example>" or a bare address. */
export function senderOf(from: string): { name: string; address: string } {
  const match = /^\s*(.*?)\s*<([^<>\s]+@[^<>\s]+)>\s*$/.exec(from);
  return match
    ? { name: match[1]!.replaceAll('"', '') || 'Etude', address: match[2]! }
    : { name: 'Etude', address: from.trim() };
}
