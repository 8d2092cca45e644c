import type { Ctx } from '../../../platform/context.ts';
import { readAll } from '../../../platform/person-data/index.ts';
import * as queries from './identity-data.queries.ts';

/** Identity's part of an export: no password, key, code or token, not even hashed. */
export async function exportIdentity(ctx: Ctx, personId: string): Promise<Record<string, unknown>> {
  const all = <T extends { id: string }>(
    read: (
      ctx: Ctx,
      batch: { personId: string; afterId: string | undefined; limit: number },
    ) => Promise<T[]>,
  ) => readAll<T>(({ after, limit }) => read(ctx, { personId, afterId: after?.id, limit }));
  return {
    profile: await queries.getProfile(ctx, personId),
    twoFactorSince: await queries.findTwoFactorSince(ctx, personId),
    passkeys: await queries.findPasskeys(ctx, personId),
    linkedProviders: await queries.findProviders(ctx, personId),
    devices: await queries.findDevices(ctx, personId),
    trustedBrowsers: await queries.findTrustedBrowsers(ctx, personId),
    sessions: await all(queries.findSessions),
    emailChanges: await all(queries.findEmailChanges),
    securityLog: await all(queries.findSecurityLog),
  };
}
