import type { NearProvider, SentEvent } from '../near-provider.ts';
import type { EventFaultKind } from './steps.ts';
import type { Tally } from './tally.ts';

export interface Delivery extends SentEvent {
  atMs: number;
}

const delayMs = 20 * 60_000;
/** When the provider sends again what was not answered. */
const againMs = 60_000;

/** The provider's events on their way to us. */
export class Post {
  /** What happens to the next events, one each. */
  readonly faults: EventFaultKind[] = [];
  /** How many never arrive. */
  lost = 0;
  /** Whether somebody keeps an event, to deliver it when they like. */
  keeps: ((event: SentEvent) => boolean) | undefined;
  #under: Delivery[] = [];
  readonly #provider: NearProvider;
  readonly #tally: Tally;

  constructor(provider: NearProvider, tally: Tally) {
    this.#provider = provider;
    this.#tally = tally;
  }

  /** What arrives by now, in the order in which it does. */
  arrive(nowMs: number): Delivery[] {
    const sent = this.#provider.events.splice(0);
    const overtaken: Delivery[] = [];
    for (const event of sent) {
      if (this.keeps?.(event)) continue;
      const fault = this.faults.shift();
      if (fault) this.#tally.count(`event fault: ${fault}`);
      this.#send({ ...event, atMs: nowMs }, fault, overtaken);
    }
    this.#under.push(...overtaken);
    const due = this.#under.filter(({ atMs }) => atMs <= nowMs);
    this.#under = this.#under.filter(({ atMs }) => atMs > nowMs);
    return due;
  }

  #send(delivery: Delivery, fault: EventFaultKind | undefined, overtaken: Delivery[]): void {
    switch (fault) {
      case 'lose':
        this.lost += 1;
        break;
      case 'duplicate':
        this.#under.push(delivery, delivery, delivery);
        break;
      case 'reorder':
        overtaken.unshift(delivery);
        break;
      case 'delay':
        this.#under.push({ ...delivery, atMs: delivery.atMs + delayMs });
        break;
      default:
        this.#under.push(delivery);
    }
  }

  sendAgain({ atMs, ...event }: Delivery): void {
    this.#under.push({ ...event, atMs: atMs + againMs });
  }

  get times(): number[] {
    return this.#under.map(({ atMs }) => atMs);
  }
}
