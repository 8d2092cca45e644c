import {
  type InstructedCharge,
  nextCall,
} from '../../../src/domains/payments/charges/next-call.ts';
import type { RawStatements } from '../memory-database/interpret.ts';
import type { Row } from '../memory-database/schema.ts';
import { compare, type Store } from '../memory-database/store.ts';

/** The domain's statements that are written as SQL, by what they begin with. */
export const rawStatements: RawStatements = {
  // The sweep: what is wanted and not done, and not left to a person.
  'select id from payments.charges as charge where': (store, [before, limit]) =>
    store
      .rows('payments.charges')
      .filter((charge) => nextCall(charge as unknown as InstructedCharge))
      .filter((charge) => compare(charge['updated_at'], before) < 0)
      .filter((charge) => !waitsForPerson(store, charge))
      .toSorted((a, b) => compare(a['updated_at'], b['updated_at']))
      .slice(0, Number(limit)),
};

const waitsForPerson = (store: Store, charge: Row): boolean =>
  store
    .rows('payments.provider_calls')
    .some(
      (call) =>
        call['subject_kind'] === 'charge' &&
        call['subject_id'] === charge['id'] &&
        call['status'] === 'failed' &&
        call['needs_person_at'] !== null,
    );
