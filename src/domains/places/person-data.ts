import type { Ctx } from '../../platform/context.ts';
import { readAll } from '../../platform/person-data/index.ts';
import type { Address } from './address-book/address.ts';
import { deleteAddressesOf, selectAddresses } from './address-book/addresses.queries.ts';

export async function exportPerson(ctx: Ctx, personId: string): Promise<Record<string, unknown>> {
  const addresses = await readAll<Address>(({ after, limit }) =>
    selectAddresses(ctx, personId, after?.id ?? null, limit),
  );
  return { addresses };
}

export const erasePerson = deleteAddressesOf;
