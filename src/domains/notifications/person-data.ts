import type { Ctx } from '../../platform/context.ts';
import { readAll } from '../../platform/person-data/index.ts';
import { tables } from './tables.ts';

/** What was sent to the person, where to and when; the words themselves are not kept. */
export async function exportPerson(ctx: Ctx, personId: string): Promise<Record<string, unknown>> {
  const deliveries = await readAll<{ id: string }>(({ after, limit }) =>
    tables(ctx)
      .selectFrom('notifications.deliveries')
      .select([
        'id',
        'channel',
        'template as subject',
        'address',
        'status',
        'created_at as createdAt',
        'sent_at as sentAt',
      ])
      .where('person_id', '=', personId)
      .$if(after !== undefined, (query) => query.where('id', '>', after!.id))
      .orderBy('id')
      .limit(limit)
      .execute(),
  );
  return { deliveries };
}

export async function erasePerson(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('notifications.deliveries')
    .where('person_id', '=', personId)
    .execute();
}
