import { createInstructors, instructorForSearch } from '../../src/domains/catalog/index.ts';
import { createPerson, hashPassword } from '../../src/domains/identity/index.ts';
import { chooseMarket } from '../../src/domains/markets/index.ts';
import { setAvailability } from '../../src/domains/scheduling/index.ts';
import type { Ctx, OperatorScope, Role } from '../../src/platform/context.ts';
import { teacherDraft } from '../../test/support/teacher-draft.ts';

export const password = 'Practice makes 1 better';
const timeZone = 'Europe/London';

export interface Teacher {
  email: string;
  market: string;
  serviceId: string;
}

export interface Cast {
  learners: { email: string; market: string }[];
  teachers: Teacher[];
  operator: { email: string };
}

const prices = { gb: { minor: 3_801, currency: 'GBP' }, jp: { minor: 4_999, currency: 'JPY' } };
type Market = keyof typeof prices;

/** Learners and teachers of two markets, and an operator; whoever teaches does so day and night. */
export async function seedCast(ctx: Ctx): Promise<Cast> {
  const passwordHash = await hashPassword(password);
  const person = async (
    name: string,
    market: Market,
    roles: Role[],
    operatorScopes: OperatorScope[] = [],
  ) => {
    const email = `${name}@example.com`;
    const id = await createPerson(ctx, {
      email,
      displayName: name,
      passwordHash,
      roles,
      operatorScopes,
      verified: true,
      timeZone,
    });
    await chooseMarket(ctx, { personId: id, code: market });
    return { id, email, displayName: name, market };
  };
  const learners = [];
  for (const [index, market] of (['gb', 'gb', 'gb', 'jp'] as const).entries())
    learners.push(await person(`learner${index}`, market, ['learner']));
  const teachers = [];
  for (const [index, market] of (['gb', 'gb', 'jp'] as const).entries()) {
    const teacher = await person(`teacher${index}`, market, ['learner', 'instructor']);
    // One of those in Britain confirms by hand.
    const serviceId = await publish(ctx, teacher, market, index === 1);
    teachers.push({ ...teacher, serviceId });
  }
  const operator = await person('operator', 'gb', ['learner', 'operator'], ['payments']);
  return { learners, teachers, operator };
}

async function publish(
  ctx: Ctx,
  person: { id: string; displayName: string },
  marketCode: Market,
  confirmsByHand: boolean,
): Promise<string> {
  const { minor: priceMinor, currency } = prices[marketCode];
  const draft = teacherDraft(person, marketCode, [{ priceMinor, currency }]);
  const [created] = await createInstructors(ctx, [draft]);
  const instructorId = created!.id;
  await setAvailability(ctx, {
    instructorId,
    timeZone,
    confirmsByHand,
    rules: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 0, endMinute: 1440 })),
  });
  return (await instructorForSearch(ctx, instructorId))!.services[0]!.id;
}
