import { availableParallelism } from 'node:os';
import type { default as SharpLibrary } from 'sharp';
import { picturesBusy } from '../errors.ts';

let loading: Promise<typeof SharpLibrary> | undefined;

/** Loaded with the first picture: most processes never see one. One thread a picture; the turns below share the cores. */
export function loadSharp(): Promise<typeof SharpLibrary> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return loading;
}

const runningMax = Math.max(1, Math.min(4, availableParallelism()));
const waitingMax = 32;
let running = 0;
const waiting: (() => void)[] = [];

/** Throws unavailable `pictures_busy` when too many wait already. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= runningMax) {
    if (waiting.length >= waitingMax) throw picturesBusy();
    await new Promise<void>((resume) => waiting.push(resume));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
