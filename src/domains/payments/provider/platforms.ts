import type { Config } from '../../../platform/config/index.ts';
import type { Ctx } from '../../../platform/context.ts';

export type PlatformSettings = Config['stripe'];

/** The platform account of every market that names none of its own. */
export const mainPlatform = 'main';

/** The platform account that a market's new charges go to: its own, named by its code, or the main one. */
export const platformOfMarket = (ctx: Ctx, market: string): string =>
  ctx.config.stripePlatforms.has(market) ? market : mainPlatform;

export const findPlatform = (ctx: Ctx, platform: string): PlatformSettings | undefined =>
  platform === mainPlatform ? ctx.config.stripe : ctx.config.stripePlatforms.get(platform);

/** Throws where the settings no longer name an account that rows still live in. */
export function getPlatform(ctx: Ctx, platform: string): PlatformSettings {
  const settings = findPlatform(ctx, platform);
  if (!settings) throw new Error(`STRIPE_PLATFORMS names no account for ${platform}`);
  return settings;
}
