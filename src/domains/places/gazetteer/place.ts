export interface Point {
  readonly lat: number;
  readonly lng: number;
}

export interface Place {
  readonly id: string;
  readonly slug: string;
  readonly marketCode: string;
  readonly kind: 'city' | 'neighbourhood';
  readonly name: string;
  /** The city of a neighbourhood or borough. */
  readonly parentName: string | null;
  readonly aliases: string[];
  readonly point: Point;
  readonly radiusM: number;
  /** 1 is a world city, 8 the neighbourhood of a large town. */
  readonly rank: number;
}
