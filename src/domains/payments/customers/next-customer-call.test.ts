import { expect, it } from 'vitest';
import { nextCustomerCall } from './next-customer-call.ts';

const ada = { person_id: 'ada', provider_customer_id: 'cus_1', wanted_method_id: null };
const card = (id: string, changes: { is_default?: boolean; remove_asked_at?: string } = {}) => ({
  provider_method_id: id,
  is_default: false,
  remove_asked_at: null as string | null,
  ...changes,
});

it('makes a customer before anything else, and only of a person (PY-01)', () => {
  expect(nextCustomerCall({ ...ada, provider_customer_id: null }, [])).toEqual({
    operation: 'create_customer',
  });
  expect(
    nextCustomerCall({ ...ada, person_id: null, provider_customer_id: null }, []),
  ).toBeUndefined();
});

it('has the provider forget whom we have forgotten (ID-17)', () => {
  expect(nextCustomerCall({ ...ada, person_id: null }, [card('a')])).toEqual({
    operation: 'delete_customer',
  });
});

it('gives whoever has a card a default card (PY-01)', () => {
  expect(nextCustomerCall(ada, [])).toBeUndefined();
  expect(nextCustomerCall(ada, [card('a', { is_default: true }), card('b')])).toBeUndefined();
  expect(nextCustomerCall(ada, [card('a'), card('b')])).toEqual({
    operation: 'set_default',
    method: 'b',
  });
  const wanted = { ...ada, wanted_method_id: 'b' };
  expect(nextCustomerCall(wanted, [card('a', { is_default: true }), card('b')])).toEqual({
    operation: 'set_default',
    method: 'b',
  });
});

it('finds another default before the old one goes (PY-01)', () => {
  const leaving = card('a', { is_default: true, remove_asked_at: 'now' });
  expect(nextCustomerCall(ada, [leaving, card('b')])).toEqual({
    operation: 'set_default',
    method: 'b',
  });
  expect(nextCustomerCall(ada, [leaving, card('b', { is_default: true })])).toEqual({
    operation: 'remove_card',
    method: 'a',
  });
  expect(nextCustomerCall(ada, [leaving])).toEqual({ operation: 'remove_card', method: 'a' });
});
