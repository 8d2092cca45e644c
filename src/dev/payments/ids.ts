import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A fresh identifier in the provider's style: a prefix that names the kind, then random letters and digits. */
export function newId(prefix: string, length = 24): string {
  let id = `${prefix}_`;
  for (const byte of randomBytes(length)) id += alphabet[byte % alphabet.length];
  return id;
}

/** The id behind a field that holds an id or, expanded, the object; empty when it holds nothing. */
export function idOf(reference: string | { id: string } | null): string {
  if (reference === null) return '';
  return typeof reference === 'string' ? reference : reference.id;
}
