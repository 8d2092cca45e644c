import type { Ctx } from '../../../platform/context.ts';
import { type AchievementKey, achievements, isEarned } from './achievements.ts';
import { insertEarned, listEarned } from './progress.queries.ts';
import { readHistory } from './stats.ts';

export interface Earned {
  key: AchievementKey;
  earnedAt: string;
}

/** Keeps what the practice so far has earned; answers with what is new. */
export async function awardAchievements(
  ctx: Ctx,
  person: { id: string; timeZone: string },
): Promise<Earned[]> {
  const { stats } = await readHistory(ctx, person);
  const before = new Set((await listEarned(ctx, person.id)).map(({ key }) => key));
  const due = achievements.filter((one) => !before.has(one.key) && isEarned(one, stats));
  if (due.length === 0) return [];
  const keys = due.map(({ key }) => key);
  const isNew = new Set(await insertEarned(ctx, person.id, keys));
  return due
    .filter(({ key }) => isNew.has(key))
    .map(({ key }) => ({ key, earnedAt: ctx.clock.now().toString() }));
}
