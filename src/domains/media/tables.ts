import type { Generated } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

export interface PicturesTable {
  /** First 128 bits of SHA-256 over the uploaded bytes, in hex. */
  digest: string;
  /** As shown, after turning by the camera's orientation. */
  width: number;
  height: number;
  /** A tiny picture as a data address, to be shown blurred until the real one is there. */
  placeholder: string;
  /** Nobody keeps it: its files are being deleted. */
  leaving: Generated<boolean>;
  created_at: Temporal.Instant;
}

export interface UploadsTable {
  id: string;
  digest: string;
  owner_id: string;
  created_at: Temporal.Instant;
}

export type MediaTables = {
  'media.pictures': PicturesTable;
  'media.uploads': UploadsTable;
};

export const tables = (ctx: Ctx) => ctx.db.withTables<MediaTables>();
