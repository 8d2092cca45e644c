import type { Point } from '../gazetteer/place.ts';

export interface Address {
  id: string;
  label: string;
  place: { slug: string; name: string; parentName: string | null };
  point: Point;
  isDefault: boolean;
}

export const addressesMax = 20;
