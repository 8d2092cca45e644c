import type { Clock } from '../clock/index.ts';
import { randomBytes } from '../crypto/index.ts';

let lastMs = 0;
let count = 0;

/**
 * A UUIDv7 (RFC 9562, 6.2 method 1): sorts by the clock's millisecond, and within one millisecond of this
 * process by a counter of 12 bits that begins anywhere in its lower half. The rest is random.
 */
export function newId(clock: Clock): string {
  const bytes = randomBytes(16);
  const ms = clock.now().epochMilliseconds;
  count = ms === lastMs ? Math.min(count + 1, 0xfff) : bytes.readUInt16BE(6) & 0x7ff;
  lastMs = ms;
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
