import { randomBytes } from '../../../platform/crypto/index.ts';
import { type Ctx, personOf } from '../../../platform/context.ts';
import { afterCommit, inTransaction } from '../../../platform/db/index.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { ownSequenceNotFound, sequenceChanged, sequencesFull } from '../errors.ts';
import { changeSeconds as changeSecondsDefault } from '../solver/wish.ts';
import { readLibrarySteps } from './check-sequence.ts';
import { getOwnSequence } from './own-sequences.ts';
import { levelOf, type OwnStep, type WrittenStep } from './own-sequence.ts';
import * as queries from './sequences.queries.ts';

const sequencesMax = 200;
const slugBytes = 16;

export interface WrittenSequence {
  name: string;
  summary?: string | undefined;
  changeSeconds?: number | undefined;
  steps: readonly WrittenStep[];
}

/**
 * Keeps a sequence of one's own, for nobody else to see. Its slug can't be guessed.
 * Throws conflict sequences_full, `invalid` name_empty, and as `readLibrarySteps`.
 */
export async function createSequence(ctx: Ctx, input: WrittenSequence & { library: string }) {
  const { id } = personOf(ctx);
  const steps = await readLibrarySteps(ctx, input);
  const slug = randomBytes(slugBytes).toString('hex');
  const { library } = input;
  await inTransaction(ctx, async (ctx) => {
    if ((await queries.countOwn(ctx, id)) >= sequencesMax) throw sequencesFull(sequencesMax);
    await queries.insertOwn(ctx, id, { library, slug, ...contentOf(input, steps) });
  });
  return getOwnSequence(ctx, { slug });
}

/**
 * Puts this in the place of the version that was read. Throws conflict sequence_changed where another
 * one was saved since, not_found sequence_not_found, and as `createSequence`.
 */
export async function changeSequence(
  ctx: Ctx,
  { slug, version, ...input }: WrittenSequence & { slug: string; version: number },
) {
  const before = await queries.findOwn(ctx, personOf(ctx).id, slug);
  if (!before) throw ownSequenceNotFound();
  const { id, library } = before;
  const steps = await readLibrarySteps(ctx, { library, steps: input.steps });
  await inTransaction(ctx, async (ctx) => {
    if (!(await queries.replaceOwn(ctx, { id, version }, contentOf(input, steps))))
      throw sequenceChanged(before.version);
    tellOfChange(ctx);
  });
  return getOwnSequence(ctx, { slug });
}

/** Anybody with the address may see a shared one. Throws not_found sequence_not_found. */
export async function shareSequence(ctx: Ctx, { slug, shared }: { slug: string; shared: boolean }) {
  const sequence = await queries.findOwn(ctx, personOf(ctx).id, slug);
  if (!sequence) throw ownSequenceNotFound();
  await queries.setVisibility(ctx, sequence.id, shared ? 'link' : 'private');
  tellOfChange(ctx);
  return getOwnSequence(ctx, { slug });
}

/** For good, and for everybody who had its address. Does nothing when there is none. */
export async function deleteSequence(ctx: Ctx, { slug }: { slug: string }): Promise<void> {
  await queries.deleteOwn(ctx, personOf(ctx).id, slug);
  tellOfChange(ctx);
}

/** Pages with somebody's sequence, kept for those who are not signed in, are made anew. */
const tellOfChange = (ctx: Ctx) =>
  afterCommit(ctx, () => ctx.bus.publish('practice.sequences_changed'));

function contentOf(input: WrittenSequence, steps: OwnStep[]) {
  const { name, summary = '', changeSeconds = changeSecondsDefault } = input;
  const kept = name.toWellFormed().trim();
  if (kept === '') throw invalid('name_empty', 'Give your sequence a name.', { field: 'name' });
  return {
    name: kept,
    summary: summary.toWellFormed().trim(),
    changeSeconds,
    level: levelOf(steps),
    steps,
  };
}
