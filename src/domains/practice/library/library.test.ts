import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import type { Exercise, Library } from '../content/exercise.ts';
import { importLibrary, practiceDomain } from '../index.ts';
import { tables } from '../tables.ts';

const pose = {
  spine: 0,
  rightArm: [180, 180],
  leftArm: [180, 180],
  rightLeg: [180, 180],
  leftLeg: [180, 180],
  rests: ['rightFoot'],
} as const;

const exercise = (slug: string, more: Partial<Exercise> = {}): Exercise => ({
  slug,
  name: slug,
  aliases: [],
  level: 'beginner',
  category: 'standing',
  areas: ['legs'],
  seconds: 30,
  sides: 'one',
  steps: ['Stand.'],
  benefits: ['Steady.'],
  contraindications: [],
  precautions: [],
  safety: '',
  breath: 'Breathe.',
  preparatory: [],
  counter: [],
  related: [],
  ...more,
});

const many = Array.from({ length: 25 }, (_, at) => exercise(`pose-${at}`, { name: `Pose ${at}` }));
const triangle = exercise('triangle', {
  name: 'Triangle',
  original: 'Utthita Trikoṇāsana',
  level: 'intermediate',
  areas: ['hips', 'legs'],
  sides: 'both',
  related: ['pose-1', 'gone'],
});
const release = (exercises: Exercise[]): Library => ({
  slug: 'yoga',
  name: 'Yoga',
  subject: 'yoga',
  noun: ['pose', 'poses'],
  areas: ['legs', 'hips'],
  categories: ['standing'],
  exercises,
  sequences: [
    {
      slug: 'short-flow',
      name: 'Short Flow',
      level: 'beginner',
      minutes: 2,
      summary: 'Short.',
      audience: 'Everybody.',
      benefits: ['Calm.'],
      changeSeconds: 5,
      steps: [
        { exercise: 'pose-1', seconds: 50 },
        { exercise: 'triangle', seconds: 30, side: 'right', transition: 'Step wide.' },
        { exercise: 'triangle', seconds: 30, side: 'left' },
      ],
    },
  ],
  illustrations: { triangle: { kind: 'figure', pose } },
});

let world: World;
beforeAll(async () => {
  // Without what ships: these tests bring a library of their own.
  const { prepare: _shipped, ...practice } = practiceDomain;
  world = await startTestWorld({ domains: [practice] });
});
afterAll(() => world?.close());

const load = (exercises: Exercise[]) => importLibrary(world.ctx, release(exercises));
const get = async (url: string) => (await world.inject({ url: `/api/v1${url}` })).json();
const names = async (query: string) =>
  (await get(`/poses?${query}`)).items.map(({ name }: { name: string }) => name);

describe('a library that ships', () => {
  it('is loaded once, and again only where it changed (PR-01)', async () => {
    expect(await load([...many, triangle])).toEqual({
      added: 27,
      changed: 0,
      kept: 0,
      unchanged: 0,
    });
    expect(await load([...many, triangle])).toEqual({
      added: 0,
      changed: 0,
      kept: 0,
      unchanged: 27,
    });
    const [first, ...others] = many;
    const renamed = { ...first!, name: 'First Pose' };
    expect(await load([renamed, ...others, triangle])).toMatchObject({ changed: 1, unchanged: 26 });
    expect((await get('/poses/pose-0')).name).toBe('First Pose');
  });

  it('leaves alone what was edited here (PR-09)', async () => {
    await tables(world.ctx)
      .updateTable('practice.exercises')
      .set({ name: 'Our Own Words', edited_at: world.clock.now() })
      .where('slug', '=', 'pose-2')
      .execute();
    const changed = many.map((one) => (one.slug === 'pose-2' ? { ...one, seconds: 45 } : one));
    expect(await load([...changed, triangle])).toMatchObject({ kept: 1 });
    expect(await get('/poses/pose-2')).toMatchObject({ name: 'Our Own Words', seconds: 30 });
  });
});

describe('the list of poses', () => {
  it('is paged by twenty, each pose on one page (PR-02)', async () => {
    const first = await get('/poses');
    expect([first.items.length, first.total]).toEqual([20, 26]);
    const second = await get(`/poses?cursor=${first.nextCursor}`);
    expect([second.items.length, second.nextCursor]).toEqual([6, null]);
    const slugs = [...first.items, ...second.items].map(({ slug }: { slug: string }) => slug);
    expect(new Set(slugs).size).toBe(26);
  });

  it('finds by either name, by area, by level and by all of them (PR-02)', async () => {
    expect(await names('q=trikonasana')).toEqual(['Triangle']);
    expect(await names('q=triangel')).toEqual(['Triangle']);
    expect(await names('area=hips')).toEqual(['Triangle']);
    expect(await names('level=intermediate&level=advanced')).toEqual(['Triangle']);
    expect((await names('area=hips&area=legs&limit=100')).length).toBe(26);
    expect(await names('level=beginner&area=hips')).toEqual([]);
  });

  it('is sorted by name, by difficulty or by how often it is practised (PR-02)', async () => {
    expect((await names('sort=name&limit=4')).slice(1)).toEqual(['Pose 0', 'Pose 1', 'Pose 3']);
    expect((await names('sort=difficulty&limit=100')).at(-1)).toBe('Triangle');
    expect((await names('sort=popularity')).length).toBe(20);
  });

  it.each([
    'level=expert',
    'sort=random',
    'limit=0',
    'limit=1000',
    'cursor=nonsense',
    'cursor=WyJhIiwiYiJd',
    `q=${'x'.repeat(101)}`,
  ])('refuses ?%s by its name (PR-02)', async (query) => {
    const { status, errors } = await get(`/poses?${query}`);
    expect(status).toBeLessThan(500);
    expect(errors[0].field.split('.')[0]).toBe(query.split('=')[0]);
  });
});

describe('one pose', () => {
  it('is told whole, with relations that exist (PR-04)', async () => {
    expect(await get('/poses/triangle')).toMatchObject({
      library: 'yoga',
      original: 'Utthita Trikoṇāsana',
      twoSided: true,
      related: [{ slug: 'pose-1', name: 'Pose 1', original: null, figure: null }],
      figure: '/figures/yoga/triangle.svg',
    });
    expect((await get('/poses/nothing')).code).toBe('exercise_not_found');
    expect((await get('/exercises/piano/scale')).code).toBe('library_not_found');
  });

  it('tells what its figure is drawn from, so that a player can move it (PR-06)', async () => {
    const { items } = await get('/illustrations?library=yoga&exercise=triangle&exercise=pose-1');
    expect(items).toEqual([{ exercise: 'triangle', illustration: { kind: 'figure', pose } }]);
    expect((await get('/illustrations?library=tuba&exercise=a')).code).toBe('library_not_found');
    const many = Array.from({ length: 101 }, (_, at) => `exercise=e-${at}`).join('&');
    expect((await get(`/illustrations?library=yoga&${many}`)).status).toBe(400);
  });

  it('is drawn for light and for dark (PR-01)', async () => {
    const light = await world.inject({ url: '/figures/yoga/triangle.svg' });
    const dark = await world.inject({ url: '/figures/yoga/triangle~dark.svg' });
    expect(light.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(light.body).toMatch(/^<svg .*<title>Triangle<\/title>/);
    expect(dark.body).not.toBe(light.body);
    expect((await world.inject({ url: '/figures/yoga/pose-1.svg' })).statusCode).toBe(404);
  });
});

describe('a sequence', () => {
  it('is listed with its length and told step by step (PR-05)', async () => {
    const { items } = await get('/sequences?library=yoga');
    expect(items).toMatchObject([{ slug: 'short-flow', seconds: 120, stepCount: 3 }]);
    const { steps } = await get('/sequences/short-flow');
    expect(steps).toMatchObject([
      { exercise: { slug: 'pose-1' }, side: null, seconds: 50 },
      { exercise: { slug: 'triangle' }, side: 'right', transition: 'Step wide.' },
      { exercise: { slug: 'triangle' }, side: 'left' },
    ]);
    expect((await get('/sequences/nothing')).code).toBe('sequence_not_found');
  });

  it('keeps a pose that was archived since, though the list does not show it (PR-05)', async () => {
    await tables(world.ctx)
      .updateTable('practice.exercises')
      .set({ status: 'archived' })
      .where('slug', '=', 'pose-1')
      .execute();
    await load([...many, { ...triangle, breath: 'Breathe wide.' }]);
    expect((await get('/poses/pose-1')).code).toBe('exercise_not_found');
    expect((await get('/sequences/short-flow')).steps[0].exercise.name).toBe('Pose 1');
  });

  it('is made to a wish, or not made and told why (PR-05)', async () => {
    const make = async (wish: object) =>
      (await world.inject({ method: 'POST', url: '/api/v1/sequences/make', payload: wish })).json();
    const made = await make({ minutes: 5, areas: ['legs'], seed: 7 });
    expect(made).toMatchObject({ seconds: 300, seed: 7 });
    expect(await make({ minutes: 5, areas: ['legs'], seed: 7 })).toEqual(made);
    expect(await make({ minutes: 5, areas: ['wings'] })).toMatchObject({
      code: 'practice_nothing_left',
      errors: [{ field: 'areas' }],
    });
    expect(await make({ minutes: 110 })).toMatchObject({ code: 'practice_not_enough' });
    expect(await make({ minutes: 1 })).toMatchObject({ code: 'practice_too_short' });
    expect((await make({ minutes: 5, without: ['everything'] })).status).toBe(400);
  });
});
