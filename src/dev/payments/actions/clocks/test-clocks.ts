import type Stripe from 'stripe';
import { invalidRequest, missingResource } from '../../api/errors.ts';
import type { Operation } from '../../core.ts';
import { newId } from '../../ids.ts';
import { deleteCustomer } from '../cards/customers.ts';

const keptSeconds = 30 * 86_400;
const yearSeconds = 366 * 86_400;

export function getClock(op: Operation, id: string): Stripe.TestHelpers.TestClock {
  const clock = op.platform.own.store.clocks.get(id);
  if (!clock) throw missingResource('billingclock', id, 'test_clock');
  return clock;
}

export function createClock(
  op: Operation,
  input: { frozenTime: number; name: string | null },
): Stripe.TestHelpers.TestClock {
  const clock = {
    id: newId('clock'),
    object: 'test_helpers.test_clock',
    created: op.now,
    deletes_after: op.now + keptSeconds,
    frozen_time: input.frozenTime,
    livemode: false,
    name: input.name,
    status: 'ready',
    status_details: {},
  } satisfies Stripe.TestHelpers.TestClock;
  op.platform.own.store.clocks.set(clock.id, clock);
  op.publish('test_helpers.test_clock.created', clock);
  return clock;
}

/** Everything that becomes due on the way has happened when the answer comes; it still says `advancing`. */
export function advanceClock(
  op: Operation,
  id: string,
  frozenTime: number,
): Stripe.TestHelpers.TestClock {
  const clock = getClock(op, id);
  const { frozen_time: before } = clock;
  if (frozenTime <= before || frozenTime > before + 2 * yearSeconds) {
    throw invalidRequest('A test clock moves forward, by two years at most.', {
      param: 'frozen_time',
    });
  }
  const answer = structuredClone({
    ...clock,
    status: 'advancing',
    status_details: { advancing: { target_frozen_time: frozenTime } },
  });
  op.publish('test_helpers.test_clock.advancing', answer);
  op.moveClock(clock, frozenTime);
  op.publish('test_helpers.test_clock.ready', clock);
  return answer;
}

/** With a clock go its customers. */
export function deleteClock(op: Operation, id: string): Stripe.TestHelpers.DeletedTestClock {
  getClock(op, id);
  for (const customer of op.store.customers.values()) {
    if (customer.test_clock === id) deleteCustomer(op, customer.id);
  }
  op.platform.own.store.clocks.delete(id);
  op.platform.own.store.clockTasks.delete(id);
  return { id, object: 'test_helpers.test_clock', deleted: true };
}
