import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../platform/clock/index.ts';
import { newId } from '../../platform/db/index.ts';

export interface KeptText {
  id: string;
  /** RFC 3339. */
  receivedAt: string;
  from: string;
  to: string;
  text: string;
}

const textsKept = 500;

/** SMS as files, one each; names sort by time (UUIDv7). */
export function keptTexts(dir: string) {
  const names = async () =>
    (await readdir(dir).catch(() => [])).filter((name) => name.endsWith('.json')).toSorted();

  return {
    /** Written aside and renamed, so that no reader meets half of it. */
    async keep(sms: Pick<KeptText, 'from' | 'to' | 'text'>): Promise<KeptText> {
      const kept = {
        id: newId(systemClock),
        receivedAt: systemClock.now().toString(),
        ...sms,
      };
      await mkdir(dir, { recursive: true });
      await writeFile(join(dir, `${kept.id}.partial`), JSON.stringify(kept));
      await rename(join(dir, `${kept.id}.partial`), join(dir, `${kept.id}.json`));
      for (const name of (await names()).slice(0, -textsKept))
        await rm(join(dir, name), { force: true });
      return kept;
    },
    /** Newest first; only those to a number that contains the digits of `to`. */
    async list({ to = '', limit }: { to?: string; limit: number }): Promise<KeptText[]> {
      const wanted = to.replaceAll(/\D/g, '');
      const texts: KeptText[] = [];
      for (const name of (await names()).toReversed()) {
        const text = JSON.parse(await readFile(join(dir, name), 'utf8')) as KeptText;
        if (text.to.includes(wanted)) texts.push(text);
        if (texts.length === limit) break;
      }
      return texts;
    },
  };
}

export type KeptTexts = ReturnType<typeof keptTexts>;
