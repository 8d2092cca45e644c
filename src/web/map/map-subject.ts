import type { Point } from './projection.ts';

export interface MapPin {
  /** The instructor's slug: ties the pin to its card. */
  slug: string;
  point: Point;
  /** What stands on the pin: a price. */
  text: string;
  /** What it says to those who can't see where it is. */
  label: string;
  href: string;
}

/** What a map shows: pins with prices, or the area somebody teaches in. */
export interface MapSubject {
  marketCode: string;
  pins: MapPin[];
  area?: { center: Point; radiusMeters: number };
}
