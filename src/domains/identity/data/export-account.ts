import type { Ctx } from '../../../platform/context.ts';
import { recordAudit } from '../audit/audit.ts';

/** Grows when the shape of what is exported changes in a way that readers must know. */
const version = 1;

export interface AccountExport {
  format: 'etude-account';
  version: number;
  /** RFC 3339. */
  exportedAt: string;
  personId: string;
  /** By part of the product. */
  data: Record<string, Record<string, unknown>>;
}

/** Everything that is kept about a person, in one document; times are RFC 3339, money is minor units. */
export async function exportAccount(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<AccountExport> {
  const data = await ctx.personData.export(ctx, personId);
  await recordAudit(ctx, { action: 'data_exported', personId });
  const exportedAt = ctx.clock.now().toString();
  return { format: 'etude-account', version, exportedAt, personId, data };
}
