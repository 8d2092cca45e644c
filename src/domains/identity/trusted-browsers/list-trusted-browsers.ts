import type { Ctx } from '../../../platform/context.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import { decodeIdCursor, pageById } from '../../../platform/http/index.ts';
import { findTrustedBrowsers, type TrustedBrowser } from './trusted-browsers.queries.ts';

export interface ListTrustedBrowsers {
  personId: string;
  /** Of the browser that asks. */
  trustToken: string | undefined;
  cursor: string | undefined;
  limit: number;
}

/** Newest first. Throws invalid bad_cursor. */
export async function listTrustedBrowsers(
  ctx: Ctx,
  { personId, trustToken, cursor, limit }: ListTrustedBrowsers,
): Promise<{ items: (TrustedBrowser & { current: boolean })[]; nextCursor: string | null }> {
  const beforeId = cursor === undefined ? undefined : decodeIdCursor(cursor);
  const rows = await findTrustedBrowsers(ctx, { personId, beforeId, limit: limit + 1 });
  const { items, nextCursor } = pageById(rows, limit);
  const own = trustToken === undefined ? undefined : sha256(trustToken);
  return {
    items: items.map(({ tokenHash, ...trusted }) => ({
      ...trusted,
      current: own?.equals(tokenHash) ?? false,
    })),
    nextCursor,
  };
}
