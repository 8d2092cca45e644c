import { createInstructors, instructorForSearch } from '../../domains/catalog/index.ts';
import { createPerson, findPersonByEmail, hashPassword } from '../../domains/identity/index.ts';
import { chooseMarket, listMarkets } from '../../domains/markets/index.ts';
import { listPlaces } from '../../domains/places/index.ts';
import { recordDemoReviews } from '../../domains/reviews/index.ts';
import { recordDemoLesson, setAvailability } from '../../domains/scheduling/index.ts';
import { rebuildSearch } from '../../domains/search/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction, sql } from '../../platform/db/index.ts';
import { inventReviews } from './invent-reviews.ts';
import { inventTeachers } from './invent-teachers.ts';
import { marketFacts } from './market-facts.ts';
import { givenNames } from './names/draw-name.ts';
import { DEMO_SIGN_IN, mara, reviewsOfMara } from './people.ts';
import { chance } from './random.ts';
import type { Teacher } from './teacher.ts';

const seed = 20_261_121;

interface LoadedDemo {
  /** How many teachers were added: none when the demo was there already. */
  teachers: number;
}

/**
 * Fills an installation with invented people, all marked as demo. Needs places to be loaded. Runs
 * once: later calls change nothing. Throws in production.
 */
export async function loadDemo(ctx: Ctx): Promise<LoadedDemo> {
  if (ctx.config.production) throw new Error('Demo data is never loaded in production.');
  if (await findPersonByEmail(ctx, DEMO_SIGN_IN.learner.email)) return { teachers: 0 };
  const passwordHash = await hashPassword(DEMO_SIGN_IN.password);
  const teachers = await inventEveryone(ctx);
  // Nobody needs to hear of each of them: what reads them is rebuilt afterwards.
  const silent: Ctx = { ...ctx, events: { ...ctx.events, publish: async () => {} } };
  const stored = await inTransaction(silent, async (tx) => {
    // Two nodes may start on one empty database: the second finds the work done.
    await sql`select pg_advisory_xact_lock(hashtext('demo.load'))`.execute(tx.db);
    if (await findPersonByEmail(tx, DEMO_SIGN_IN.learner.email)) return 0;
    await createSignIns(tx, passwordHash);
    await storeTeachers(tx, teachers, passwordHash);
    return teachers.length;
  });
  if (stored > 0) await rebuildSearch(ctx);
  return { teachers: stored };
}

async function inventEveryone(ctx: Ctx): Promise<Teacher[]> {
  const random = chance(seed);
  const taken = new Set<string>(
    Object.values(DEMO_SIGN_IN).map((one) => (typeof one === 'string' ? one : one.name)),
  );
  const teachers: Teacher[] = [];
  for (const market of await listMarkets(ctx)) {
    const places = await listPlaces(ctx, market.code);
    const camden = places.find((place) => place.slug === 'camden-london');
    if (camden) teachers.push(mara(camden));
    teachers.push(
      ...inventTeachers(random, { market, facts: marketFacts[market.code]!, places, taken }),
    );
  }
  return teachers;
}

async function createSignIns(ctx: Ctx, passwordHash: string): Promise<void> {
  const common = {
    passwordHash,
    locale: 'en-GB',
    timeZone: 'Europe/London',
    verified: true,
    isDemo: true,
  };
  const { learner, operator } = DEMO_SIGN_IN;
  const learnerId = await createPerson(ctx, {
    ...common,
    email: learner.email,
    displayName: learner.name,
    roles: ['learner'],
  });
  await chooseMarket(ctx, { personId: learnerId, code: 'gb' });
  await createPerson(ctx, {
    ...common,
    email: operator.email,
    displayName: operator.name,
    roles: ['learner', 'operator'],
    operatorScopes: ['people', 'catalog', 'payments', 'content', 'markets'],
  });
}

async function storeTeachers(
  ctx: Ctx,
  teachers: readonly Teacher[],
  passwordHash: string,
): Promise<void> {
  const personIds: string[] = [];
  for (const [index, teacher] of teachers.entries())
    personIds.push(await createTeacherPerson(ctx, teacher, index, passwordHash));
  const created = await createInstructors(
    ctx,
    teachers.map(({ draft }, index) => ({ ...draft, personId: personIds[index]! })),
  );
  for (const [index, { hours, draft }] of teachers.entries())
    await setAvailability(ctx, {
      instructorId: created[index]!.id,
      timeZone: draft.timeZone,
      rules: hours,
    });
  await giveLesson(ctx, created[teachers.findIndex(isMara)]?.id);
  const random = chance(seed + 1);
  const now = ctx.clock.now();
  await recordDemoReviews(
    ctx,
    teachers.flatMap((teacher, index) => {
      const learners = givenNames(marketFacts[teacher.draft.marketCode]!.names);
      const reviews = isMara(teacher)
        ? reviewsOfMara(now)
        : inventReviews(random, teacher, learners, now);
      return reviews.map((review) => ({ ...review, instructorId: created[index]!.id }));
    }),
  );
}

/** The learner of the demo has had a lesson with its instructor, three days ago at five. */
async function giveLesson(ctx: Ctx, instructorId: string | undefined): Promise<void> {
  const learner = await findPersonByEmail(ctx, DEMO_SIGN_IN.learner.email);
  const instructor = instructorId ? await instructorForSearch(ctx, instructorId) : undefined;
  const service = instructor?.services[0];
  if (!learner || !service) return;
  const startsAt = ctx.clock
    .now()
    .toZonedDateTimeISO('Europe/London')
    .subtract({ days: 3 })
    .startOfDay()
    .add({ hours: 17 })
    .toInstant();
  await recordDemoLesson(ctx, { serviceId: service.id, learnerId: learner.id, startsAt });
}

const isMara = (teacher: Teacher): boolean =>
  teacher.draft.displayName === DEMO_SIGN_IN.instructor.name;

/** Only the instructor whom the demo lets you be can sign in; the others have no password. */
async function createTeacherPerson(
  ctx: Ctx,
  teacher: Teacher,
  index: number,
  passwordHash: string,
): Promise<string> {
  const { displayName, marketCode, timeZone } = teacher.draft;
  const email = isMara(teacher)
    ? DEMO_SIGN_IN.instructor.email
    : `teacher-${index}@demo.etude.example`;
  const id = await createPerson(ctx, {
    email,
    displayName,
    roles: ['learner', 'instructor'],
    locale: teacher.locale,
    timeZone,
    verified: true,
    isDemo: true,
    ...(isMara(teacher) && { passwordHash }),
  });
  await chooseMarket(ctx, { personId: id, code: marketCode });
  return id;
}
