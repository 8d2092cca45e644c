import type { PGlite } from '@electric-sql/pglite';

const [query, sync] = [0x51, 0x53]; // 'Q', 'S'
const ready = Buffer.from([0x5a, 0, 0, 0, 5]); // 'Z' and its length; one byte of status follows

/**
 * Makes the embedded database answer errors as PostgreSQL does: in the extended protocol
 * ReadyForQuery comes once, with Sync (PostgreSQL docs, "Message Flow"). PGlite 0.5.8 sends it with
 * the error too, and then the client hands the answer of one query to the next.
 */
export function readyOnlyOnce(db: PGlite): void {
  const send = db.execProtocolRawStream.bind(db);
  db.execProtocolRawStream = async (message, options) => {
    if (message[0] === query || message[0] === sync) return send(message, options);
    const parts: Uint8Array[] = [];
    await send(message, { ...options, onRawData: (part) => void parts.push(part.slice()) });
    const answer = Buffer.concat(parts);
    const early = answer.length > ready.length && answer.subarray(-6, -1).equals(ready);
    // A startup message begins with its length; its answer does end with ReadyForQuery.
    options?.onRawData?.(early && message[0] !== 0 ? answer.subarray(0, -6) : answer);
  };
}
