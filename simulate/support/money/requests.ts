import { settleCancelledCharge } from '../../../src/domains/payments/index.ts';
import type { ChargeView } from '../../../src/domains/payments/index.ts';
import { answerByOf } from '../../../src/domains/scheduling/bookings/request-times.ts';
import { isSecured } from '../../../src/domains/scheduling/bookings/secured-charge.ts';
import type { Row } from '../memory-database/schema.ts';
import type { MoneyWorld } from './world.ts';

interface Request {
  startsAt: Temporal.Instant;
  /** From when its payment was seen to be secured. */
  answerBy?: Temporal.Instant;
  accepted: boolean;
  /** Also where payments had nothing to do for it any more. */
  ended: boolean;
}

const noticeMinutes = 120;

/** What scheduling knows of the lessons whose teacher confirms by hand, by the reference of their charges. */
export class Requests {
  readonly #requests = new Map<unknown, Request>();

  note(reference: string, startsAt: Temporal.Instant): void {
    this.#requests.set(reference, { startsAt, accepted: false, ended: false });
  }

  /** Whether it is more than asked for, so that it can take place or be cancelled. */
  isLesson = ({ reference }: Row): boolean => this.#requests.get(reference)?.accepted !== false;

  /** The request while its teacher is asked: paid, and not ended. */
  waiting(charge: Row): Request | undefined {
    if (this.isLesson(charge) || charge['keep_minor'] === 0) return undefined;
    const lastKnownStatus = charge['last_known_status'] as ChargeView['lastKnownStatus'];
    const request = this.#requests.get(charge['reference']);
    return isSecured({ lastKnownStatus }) && !request?.ended ? request : undefined;
  }

  /** Sees what was paid, and ends what nobody has answered in time. */
  async tick(world: MoneyWorld): Promise<void> {
    const now = world.clock.now();
    for (const chargeId of world.charges) {
      const charge = world.charge(chargeId);
      const request = this.waiting(charge);
      if (!request) continue;
      const captureBefore = charge['capture_before'] as Temporal.Instant | null;
      const { startsAt } = request;
      request.answerBy ??= answerByOf({ requestedAt: now, startsAt, noticeMinutes, captureBefore });
      if (Temporal.Instant.compare(now, request.answerBy) < 0) continue;
      const isEnded = await world.product.survives(() => endRequest(world, chargeId, 'unanswered'));
      // While something else is under way with its payment, it is tried again.
      if (!isEnded) request.answerBy = now.add({ minutes: 1 });
    }
  }

  /** When a request runs out next, in milliseconds. */
  timesMs(world: MoneyWorld): number[] {
    return world.charges.flatMap((id) => {
      const until = this.waiting(world.charge(id))?.answerBy;
      return until ? [until.epochMilliseconds] : [];
    });
  }
}

export async function endRequest(
  world: MoneyWorld,
  chargeId: string,
  how: 'declined' | 'unanswered' | 'withdrawn',
): Promise<void> {
  const request = world.requests.waiting(world.charge(chargeId));
  await settleCancelledCharge(world.ctx, { chargeId, keepMinor: 0, reason: `request_${how}` });
  if (request) request.ended = true;
  world.tally.count(`request: ${how}`);
}
