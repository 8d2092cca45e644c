import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../../test/support/people.ts';

import { startTestWorld, type World } from '../../../../test/support/world.ts';
import type { OperatorScope, Role } from '../../../platform/context.ts';
import { identityDomain } from '../../identity/index.ts';
import { mediaDomain } from '../../media/index.ts';
import { yoga } from '../content/yoga.ts';
import { importLibrary, practiceDomain } from '../index.ts';
import { erasePerson, exportPerson } from '../person-data.ts';
import { tables } from '../tables.ts';

let world: World;
beforeAll(async () => {
  world = await startTestWorld({ domains: [identityDomain, mediaDomain, practiceDomain] });
}, 240_000);
afterAll(() => world?.close());

/** A plain picture, another one for each size. */
const jpeg = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#2b4bc8' } })
    .jpeg()
    .toBuffer();

let people = 0;

async function newAuthor(roles: Role[], scopes: OperatorScope[] = []) {
  const { cookie, personId } = await signIn(
    world,
    `author${(people += 1)}@example.com`,
    roles,
    scopes,
  );
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    payload?: object,
  ) => {
    const answer = await world.inject({
      method,
      url: `/api/v1${path}`,
      headers: { cookie },
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, ...(answer.body ? answer.json() : {}) };
  };
  const upload = async (body: Buffer) =>
    (
      await world.inject({
        method: 'POST',
        url: '/api/v1/me/pictures',
        headers: { cookie, 'content-type': 'image/jpeg' },
        body,
      })
    ).json();
  const idOf = async (slug: string) => {
    const { id } = await tables(world.ctx)
      .selectFrom('practice.exercises')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow();
    return id;
  };
  return {
    call,
    personId,
    upload,
    idOf,
    open: async (slug: string) => call('GET', item(await idOf(slug))),
  };
}
const operator = () => newAuthor(['learner', 'operator'], ['content']);
const instructor = () => newAuthor(['learner', 'instructor']);
const item = (id: string, more = '') => `/authoring/items/${id}${more}`;
const pose = async (slug: string) => {
  const answer = await world.inject({ url: `/api/v1/poses/${slug}` });
  return { status: answer.statusCode, ...answer.json() };
};
type Author = Awaited<ReturnType<typeof newAuthor>>;

/** Saves what is changed of the item's content, as its form would. */
async function change({ call }: Author, id: string, more: object) {
  const { exercise, sequence, draftVersion } = await call('GET', item(id));
  const content = exercise
    ? { exercise: { ...exercise, ...more } }
    : { sequence: { ...sequence, ...more } };
  return call('PUT', item(id, '/draft'), { draftVersion, ...content });
}

describe('an operator’s edit', () => {
  it('is seen by nobody until it is published, then by everybody (PR-09)', async () => {
    const author = await operator();
    const { id, faults, isEdited } = await author.open('tree');
    expect({ faults, isEdited }).toEqual({ faults: [], isEdited: false });
    expect(await change(author, id, { name: 'Tall Tree' })).toMatchObject({
      status: 'published',
      hasDraft: true,
      faults: [],
      name: 'Tall Tree',
    });
    expect((await pose('tree')).name).toBe('Tree Pose');
    expect((await author.call('GET', item(id, '/preview'))).exercise.name).toBe('Tall Tree');
    expect(await author.call('POST', item(id, '/publish'))).toMatchObject({
      hasDraft: false,
      isEdited: true,
      isShipped: true,
    });
    expect((await pose('tree')).name).toBe('Tall Tree');
  });

  it('survives the next release of the library (PR-09)', async () => {
    const author = await operator();
    const { id } = await author.open('chair');
    await change(author, id, { name: 'Fierce Chair' });
    await author.call('POST', item(id, '/publish'));
    const exercises = yoga.exercises.map((one) => ({
      ...one,
      aliases: [...one.aliases, `Anew ${one.slug}`],
    }));
    await importLibrary(world.ctx, { ...yoga, exercises });
    expect((await pose('chair')).name).toBe('Fierce Chair');
    expect((await pose('bridge')).aliases).toContain('Anew bridge');
  });

  it('keeps what shipped in the history, from where it comes back as a draft (PR-09)', async () => {
    const author = await operator();
    const { id, exercise } = await author.open('cobra');
    for (const seconds of [40, 50]) {
      await change(author, id, { seconds });
      await author.call('POST', item(id, '/publish'));
    }
    const { items } = await author.call('GET', item(id, '/history'));
    expect(items).toMatchObject([
      { by: 'Test Person', isCurrent: true, changed: ['seconds'] },
      { by: 'Test Person', isCurrent: false, changed: ['seconds'] },
      { by: null, changed: [] },
    ]);
    const { version } = items[2];
    expect(await author.call('POST', item(id, '/restore'), { version })).toMatchObject({
      hasDraft: true,
      exercise: { seconds: exercise.seconds },
    });
    expect((await pose('cobra')).seconds).toBe(50);
    await author.call('POST', item(id, '/publish'));
    expect((await pose('cobra')).seconds).toBe(exercise.seconds);
  });

  it('in two windows never overwrites the other one unseen (PR-09)', async () => {
    const author = await operator();
    const { id, exercise } = await author.open('plank');
    const body = { draftVersion: 0, exercise };
    expect((await author.call('PUT', item(id, '/draft'), body)).draftVersion).toBe(1);
    expect(await author.call('PUT', item(id, '/draft'), body)).toMatchObject({
      status: 409,
      code: 'draft_changed',
      details: { draftVersion: 1 },
    });
    expect((await author.call('DELETE', item(id, '/draft'))).status).toBe(204);
    expect((await author.open('plank')).hasDraft).toBe(false);
  });

  it('is told every rule that it breaks, by its field (PR-09)', async () => {
    const author = await operator();
    const { id } = await author.open('boat');
    const broken = {
      areas: [],
      seconds: 5,
      steps: ['sit'],
      benefits: ['Cures asthma'],
      safety: '',
      breath: 'in',
      aliases: ['Mountain Pose'],
      category: 'flying',
      related: ['boat', 'nowhere'],
      illustration: {
        kind: 'figure',
        pose: {
          ...yogaPose('boat'),
          spine: [0, 170, 350],
        },
      },
    };
    const { faults } = await change(author, id, broken);
    const fields = new Set(faults.map(({ field }: { field: string }) => field));
    for (const field of Object.keys(broken)) expect([...fields]).toContain(field);
    const refused = await author.call('POST', item(id, '/publish'));
    expect(refused).toMatchObject({ status: 422, code: 'not_ready', details: { faults } });
    await author.call('DELETE', item(id, '/draft'));
  });

  it('refuses a drawing that is none, and a photo of somebody else (PR-09)', async () => {
    const author = await operator();
    const { id } = await author.open('crow');
    for (const illustration of [
      { kind: 'figure', pose: { spine: 'up' } },
      { kind: 'keys', from: 'C4', to: 'x' },
    ])
      expect(await change(author, id, { illustration })).toMatchObject({
        status: 422,
        code: 'drawing_malformed',
      });
    const other = await instructor();
    const { digest, width, height, placeholder } = await other.upload(await jpeg(320, 240));
    expect(
      await change(author, id, { photo: { digest, width, height, placeholder } }),
    ).toMatchObject({ status: 422, code: 'picture_not_found' });
  });

  it('takes a pose out of the library and back, and sequences keep it meanwhile (PR-09)', async () => {
    const author = await operator();
    const { id } = await author.open('corpse');
    expect((await author.call('POST', item(id, '/unpublish'))).status).toBe('archived');
    expect((await pose('corpse')).status).toBe(404);
    const { steps } = (await world.inject({ url: '/api/v1/sequences/gentle-restorative' })).json();
    expect(steps.at(-1).exercise.slug).toBe('corpse');
    await author.call('POST', item(id, '/publish'));
    expect((await pose('corpse')).status).toBe(200);
    expect((await author.call('POST', item(id, '/publish'))).code).toBe('nothing_to_publish');
  });
});

const yogaPose = (slug: string) => {
  const drawn = yoga.illustrations[slug]!;
  return drawn.kind === 'figure' ? drawn.pose : undefined;
};

const wrist = {
  areas: ['arms'],
  category: 'seated',
  seconds: 30,
  safety: 'Stop where it hurts, and shake out.',
  steps: ['Circle both wrists ten times, slowly, and then turn them the other way round.'],
  benefits: ['Warms the wrists'],
  breath: 'Breathe evenly.',
  illustration: {
    kind: 'figure',
    pose: yogaPose('easy-seat') ?? yogaPose('mountain'),
  },
};

describe('an instructor’s own exercise', () => {
  it('is found by its address and shown in no list (PR-09)', async () => {
    const author = await instructor();
    const made = { own: true, kind: 'exercise', library: 'yoga', name: 'Wrist Circles' };
    const { id, slug, status } = await author.call('POST', '/authoring/items', made);
    expect(slug).toMatch(/^wrist-circles-[0-9a-f]{10}$/);
    expect(status).toBe('draft');
    expect((await author.call('POST', item(id, '/publish'))).code).toBe('not_ready');
    expect((await change(author, id, wrist)).faults).toEqual([]);
    await author.call('POST', item(id, '/publish'));
    expect(await pose(slug)).toMatchObject({ status: 200, name: 'Wrist Circles' });
    const listed = (await world.inject({ url: '/api/v1/poses?q=wrist+circles' })).json();
    expect(listed.items.map((one: { slug: string }) => one.slug)).not.toContain(slug);
    const { items } = await author.call('GET', '/authoring/items?own=true&q=WRIST');
    expect(items).toMatchObject([{ id, status: 'published' }]);
  });

  it('shows a photo that was uploaded, and keeps it (PR-09, MD-01)', async () => {
    const author = await instructor();
    const made = { own: true, kind: 'exercise', library: 'yoga', name: 'With Photo' };
    const { id, slug } = await author.call('POST', '/authoring/items', made);
    const { digest, width, height, placeholder } = await author.upload(await jpeg(640, 480));
    const photo = { digest, width, height, placeholder };
    expect((await change(author, id, { ...wrist, illustration: null, photo })).faults).toEqual([]);
    await author.call('POST', item(id, '/publish'));
    expect((await pose(slug)).photo).toMatchObject({ digest, width: 640 });
    expect((await author.call('DELETE', `/me/pictures/${digest}`)).status).toBe(204);
    await world.ctx.jobs.enqueue(world.ctx, 'media.sweep', {});
    world.clock.set(world.clock.now().add({ hours: 48 }));
    await world.runJobs();
    expect((await world.inject({ url: `/media/${digest}/200.webp` })).statusCode).toBe(200);
  });

  it('belongs to its instructor alone (PR-09)', async () => {
    const author = await instructor();
    const made = { own: true, kind: 'sequence', library: 'yoga', name: 'Mine' };
    const { id } = await author.call('POST', '/authoring/items', made);
    for (const other of [await instructor(), await operator(), await newAuthor(['learner'])])
      expect(await other.call('GET', item(id))).toMatchObject({
        status: 404,
        code: 'item_not_found',
      });
    const learner = await newAuthor(['learner']);
    expect((await learner.call('POST', '/authoring/items', made)).code).toBe('not_an_author');
    expect((await learner.call('GET', '/authoring/items')).code).toBe('not_an_author');
    const { id: tree } = await (await operator()).open('tree');
    expect((await author.call('PUT', item(tree, '/draft'), { draftVersion: 0 })).status).toBe(404);
  });

  it('is exported, and leaves with its author (PR-09)', async () => {
    const author = await instructor();
    const made = { own: true, kind: 'exercise', library: 'yoga', name: 'Gone Soon' };
    const { id, slug } = await author.call('POST', '/authoring/items', made);
    await change(author, id, wrist);
    await author.call('POST', item(id, '/publish'));
    expect(await exportPerson(world.ctx, author.personId)).toMatchObject({ exercises: [{ slug }] });
    await erasePerson(world.ctx, author.personId);
    const left = await tables(world.ctx)
      .selectFrom('practice.revisions')
      .select('version')
      .where('item_id', '=', id)
      .execute();
    expect(left).toEqual([]);
  });
});

describe('a sequence in work', () => {
  it('says which step is wrong, and is published with its steps (PR-09)', async () => {
    const author = await operator();
    const made = { kind: 'sequence', library: 'yoga', name: 'Short Rest' };
    const { id, slug } = await author.call('POST', '/authoring/items', made);
    const texts = {
      summary: 'A few quiet minutes on the floor before sleep.',
      audience: 'Everybody who lies awake too long.',
      benefits: ['Slows the breath', 'Rests the back', 'Ends the day'],
    };
    const step = { exercise: 'corpse', side: null, seconds: 120, transition: null };
    const { faults } = await change(author, id, {
      ...texts,
      steps: [step, { ...step, exercise: 'tree' }, { ...step, exercise: 'gone' }],
    });
    expect(faults.map(({ field }: { field: string }) => field)).toEqual(['steps.1', 'steps.2']);
    await change(author, id, { ...texts, steps: [step] });
    expect((await author.call('POST', item(id, '/publish'))).status).toBe('published');
    const shown = (await world.inject({ url: `/api/v1/sequences/${slug}` })).json();
    expect(shown).toMatchObject({ seconds: 120, stepCount: 1, locked: false });
  });
});

describe('content for subscribers', () => {
  it('shows its first part to everybody else, and is whole for who edits it (PR-09, PY-06)', async () => {
    const author = await operator();
    const { id } = await author.open('wheel');
    await change(author, id, { plus: true });
    await author.call('POST', item(id, '/publish'));
    const shown = await pose('wheel');
    expect(shown).toMatchObject({ locked: true, plus: true });
    expect(shown.steps).toHaveLength(2);
    expect(shown.stepCount).toBeGreaterThan(2);
    const whole = await author.call('GET', '/poses/wheel');
    expect(whole).toMatchObject({ locked: false });
    expect(whole.steps).toHaveLength(whole.stepCount);
    expect((await pose('bridge')).locked).toBe(false);
  });
});
