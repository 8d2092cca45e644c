import type { ServiceDraft, ServicePlace } from '../../domains/catalog/index.ts';
import type { MarketFacts } from './market-facts.ts';
import type { Chance } from './random.ts';
import { type Group, subjectTexts } from './text/index.ts';
import { spellFor } from './text/spelling.ts';

export interface PriceLimits {
  code: string;
  currency: string;
  /** Digits after the point. */
  exponent: number;
  priceMinMinor: number;
  priceMaxMinor: number;
}

const inPersonShare: Record<Group, number> = {
  music: 0.75,
  school: 0.5,
  language: 0.4,
  movement: 0.85,
  making: 0.65,
};
const neverOnline = new Set(['swimming', 'tennis']);

export function inventPlaces(random: Chance, subject: string, group: Group): ServicePlace[] {
  if (neverOnline.has(subject)) return ['instructor'];
  const inPerson = random.maybe(inPersonShare[group]);
  const online = !inPerson || random.maybe(0.72);
  return [...(inPerson ? (['instructor'] as const) : []), ...(online ? (['online'] as const) : [])];
}

/** An hourly price in major units: the middle of the range is the most common. */
export function inventHourly(random: Chance, facts: MarketFacts, group: Group): number {
  const [low, high] = facts.hourly[group];
  return roundTo(low + ((high - low) * (random.next() + random.next())) / 2, facts.hourStep);
}

const roundTo = (value: number, step: number): number => Math.round(value / step) * step;

/** What part of the hourly price a lesson of that many minutes costs: short ones are dearer by the minute. */
const shareOfHour: Record<number, number> = { 30: 0.58, 45: 0.8, 60: 1, 90: 1.5 };

export interface Offer {
  subject: string;
  second?: string | undefined;
  hourly: number;
  places: ServicePlace[];
}

export function inventServices(
  random: Chance,
  market: PriceLimits,
  facts: MarketFacts,
  offer: Offer,
): ServiceDraft[] {
  const service = (
    subjectSlug: string,
    title: string,
    durationMinutes: number,
    place: ServicePlace,
  ): ServiceDraft => {
    const major =
      durationMinutes === 60
        ? offer.hourly
        : roundTo(offer.hourly * shareOfHour[durationMinutes]!, facts.partStep);
    const minor = Math.round(major * 10 ** market.exponent);
    return {
      subjectSlug,
      title: spellFor(market.code, title),
      durationMinutes,
      priceMinor: Math.min(Math.max(minor, market.priceMinMinor), market.priceMaxMinor),
      currency: market.currency,
      place,
    };
  };
  const [title, ...others] = subjectTexts[offer.subject]!.titles as [string, ...string[]];
  const services = offer.places.map((place) => service(offer.subject, title, 60, place));
  if (random.maybe(0.6)) {
    const other = others.length > 0 ? random.pick(others) : title;
    const minutes = /children|beginners/i.test(other)
      ? random.pick([30, 45])
      : random.pick([45, 90]);
    services.push(service(offer.subject, other, minutes, random.pick(offer.places)));
  }
  if (offer.second)
    services.push(
      service(offer.second, subjectTexts[offer.second]!.titles[0]!, 60, random.pick(offer.places)),
    );
  return services;
}
