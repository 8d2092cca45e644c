import type { Place } from '../../domains/places/index.ts';
import { inventHours } from './hours.ts';
import { languageOf, type MarketFacts, related } from './market-facts.ts';
import { type DrawnName, drawName } from './names/draw-name.ts';
import { type Chance, decks } from './random.ts';
import { inventHourly, inventPlaces, inventServices, type PriceLimits } from './services.ts';
import type { Teacher } from './teacher.ts';
import { textWriter } from './teacher-texts.ts';
import { subjectTexts } from './text/index.ts';
import { timeZoneOf } from './time-zones.ts';

export interface InventInput {
  market: PriceLimits;
  facts: MarketFacts;
  places: readonly Place[];
  /** Names already given away; grows. */
  taken: Set<string>;
}

interface Wish {
  subject: string;
  /** When set, the teacher is there, in person, and costs at most this much an hour. */
  anchor?: { place: string; hourlyMax: number };
}

// "guitar near Camden under £40" must find a choice of teachers.
const anchors: Record<string, Wish[]> = {
  gb: [
    ...[
      'camden-london',
      'camden-london',
      'camden-london',
      'kentish-town-london',
      'primrose-hill-london',
      'kings-cross-london',
      'islington-london',
    ].map((place) => ({ subject: 'guitar', anchor: { place, hourlyMax: 39 } })),
    ...[
      'camden-london',
      'camden-london',
      'kentish-town-london',
      'hampstead-london',
      'primrose-hill-london',
    ].map((place) => ({
      subject: 'piano',
      anchor: { place, hourlyMax: 39 },
    })),
  ],
  us: [
    'park-slope-brooklyn',
    'park-slope-brooklyn',
    'windsor-terrace-brooklyn',
    'prospect-heights-brooklyn',
  ].map((place) => ({
    subject: 'piano',
    anchor: { place, hourlyMax: 60 },
  })),
};

/** Invents a market's teachers: the same input always gives the same people. */
export function inventTeachers(random: Chance, input: InventInput): Teacher[] {
  const { market, facts } = input;
  const write = textWriter(random, decks(random), facts);
  const city = placeDrawer(random, input);
  return wishes(market.code, facts).map((wish) => {
    const { subject, anchor } = wish;
    const { group } = subjectTexts[subject]!;
    const name = drawName(random, facts.names, input.taken, languageOf[subject]);
    const place = anchor ? input.places.find((one) => one.slug === anchor.place)! : city();
    const places = anchor
      ? (['instructor', 'online'] as const).slice(0, random.between(1, 2))
      : inventPlaces(random, subject, group);
    const drawn = inventHourly(random, facts, group);
    const hourly = anchor ? Math.min(drawn, anchor.hourlyMax - random.between(0, 9)) : drawn;
    const second = random.maybe(0.22)
      ? (related[subject] ?? []).at(random.between(0, 1))
      : undefined;
    const home = homeOf(place);
    const texts = write({
      marketCode: market.code,
      subject,
      group,
      places,
      ...home,
      years: random.between(4, 24),
    });
    return {
      given: name.given,
      locale: facts.locale,
      subject,
      group,
      city: home.city,
      hours: inventHours(random),
      draft: {
        marketCode: market.code,
        displayName: name.displayName,
        ...texts,
        languages: spoken(random, facts, name, subject),
        portrait: `${name.portraitKind}-${random.between(1, 999_999).toString(36)}`,
        placeId: place.id,
        placeName: home.hood === home.city ? home.city : `${home.hood}, ${home.city}`,
        point: nearby(random, place.point),
        timeZone: timeZoneOf(market.code, place),
        isDemo: true,
        services: inventServices(random, market, facts, { subject, second, hourly, places }),
      },
    };
  });
}

/** As many wishes as the market has teachers: the anchors, then subjects by weight, largest shares first. */
function wishes(marketCode: string, facts: MarketFacts): Wish[] {
  const fixed = anchors[marketCode] ?? [];
  const weights = Object.entries(facts.subjects);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const owed = weights.map(([subject, weight]) => ({
    subject,
    share:
      (weight / total) * facts.teachers - fixed.filter((wish) => wish.subject === subject).length,
  }));
  const rest: Wish[] = [];
  while (rest.length < facts.teachers - fixed.length) {
    const next = owed.reduce((most, one) => (one.share > most.share ? one : most));
    next.share -= 1;
    rest.push({ subject: next.subject });
  }
  return [...fixed, ...rest];
}

function placeDrawer(random: Chance, { facts, places }: InventInput): () => Place {
  const byCity = Object.entries(facts.cities).map(([city, weight]) => {
    const hoods = places.filter(
      (place) => place.kind === 'neighbourhood' && place.parentName === city,
    );
    const inCity = hoods.length > 0 ? hoods : places.filter((place) => place.slug === city);
    return [
      inCity.map((place) => [place, facts.favourites.includes(place.slug) ? 7 : 1] as const),
      weight,
    ] as const;
  });
  const known = byCity.filter(([inCity]) => inCity.length > 0);
  return () => random.weighted(random.weighted(known));
}

const homeOf = (place: Place): { hood: string; city: string } => ({
  hood: place.name,
  city: place.kind === 'city' ? place.name : (place.parentName ?? place.name),
});

const metresPerDegree = 111_320;
const jitterMetresMax = 600;

/** A point at most 600 m away, so that teachers of one neighbourhood do not share a pin. */
function nearby(
  random: Chance,
  { lat, lng }: { lat: number; lng: number },
): { lat: number; lng: number } {
  const metres = jitterMetresMax * Math.sqrt(random.next());
  const angle = random.next() * 2 * Math.PI;
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return {
    lat: round(lat + (metres * Math.sin(angle)) / metresPerDegree),
    lng: round(
      lng + (metres * Math.cos(angle)) / (metresPerDegree * Math.cos((lat * Math.PI) / 180)),
    ),
  };
}

function spoken(random: Chance, facts: MarketFacts, name: DrawnName, subject: string): string[] {
  const taught = languageOf[subject];
  const own = name.speaks.length > 0 && random.maybe(0.6) ? [random.pick(name.speaks)] : [];
  const english = random.maybe(0.75) ? ['en'] : [];
  return [...new Set([facts.speaks, ...(taught ? [taught] : []), ...own, ...english])];
}
