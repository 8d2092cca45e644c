import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';

export interface MapColours {
  land: string;
  water: string;
  park: string;
  road: string;
  label: string;
  accent: string;
}

const noArea = { type: 'FeatureCollection' as const, features: [] };

/** Our own geography in our own colours; nothing comes from another server. */
export function mapStyle(geographyUrl: string, colours: MapColours): StyleSpecification {
  const kind = (...kinds: string[]): ['in', ['get', string], ['literal', string[]]] => [
    'in',
    ['get', 'kind'],
    ['literal', kinds],
  ];
  const byRank = (
    main: number,
    second: number,
    rest: number,
  ): ['match', ['get', string], number, number, number, number, number] => [
    'match',
    ['get', 'rank'],
    1,
    main,
    2,
    second,
    rest,
  ];
  return {
    version: 8,
    sources: {
      geography: { type: 'geojson', data: geographyUrl },
      area: { type: 'geojson', data: noArea },
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': colours.land } },
      {
        id: 'parks',
        source: 'geography',
        type: 'fill',
        filter: kind('park'),
        paint: { 'fill-color': colours.park },
      },
      {
        id: 'water',
        source: 'geography',
        type: 'fill',
        filter: kind('water'),
        paint: { 'fill-color': colours.water },
      },
      {
        id: 'roads',
        source: 'geography',
        type: 'line',
        filter: kind('road'),
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': colours.road,
          'line-width': [
            'interpolate',
            ['exponential', 1.5],
            ['zoom'],
            8,
            byRank(1, 0.6, 0.2),
            12,
            byRank(4, 3, 1.8),
            15,
            byRank(12, 9, 6),
          ],
        },
      },
      {
        id: 'area',
        source: 'area',
        type: 'fill',
        paint: { 'fill-color': colours.accent, 'fill-opacity': 0.16 },
      },
      {
        id: 'area-edge',
        source: 'area',
        type: 'line',
        paint: { 'line-color': colours.accent, 'line-width': 1.5 },
      },
      ...[1, 2, 3, 4].map((rank) => labels(rank, colours)),
    ],
  };
}

/** Names of a rank: the city from afar, its smaller parts from nearby. */
function labels(rank: number, colours: MapColours): LayerSpecification {
  return {
    id: `labels-${rank}`,
    source: 'geography',
    type: 'symbol',
    minzoom: [0, 6, 10, 11.5, 13][rank] ?? 0,
    filter: ['all', ['==', ['get', 'kind'], 'label'], ['==', ['get', 'rank'], rank]],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['Instrument Sans Variable'],
      'text-size': rank === 1 ? 15 : 12,
      'text-letter-spacing': 0.02,
      'text-max-width': 8,
    },
    paint: { 'text-color': colours.label, 'text-halo-color': colours.land, 'text-halo-width': 1.4 },
  };
}
