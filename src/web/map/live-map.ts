import {
  GeoJSONSource,
  LngLatBounds,
  Map as MapLibre,
  Marker,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { roomFor } from './declutter.ts';
import { focusOf } from './focus.ts';
import { geographyUrls } from './geography.ts';
import { mapStyle, type MapColours } from './map-style.ts';
import type { MapPin, MapSubject } from './map-subject.ts';

export interface LiveMap {
  update(subject: MapSubject): void;
}

/** Draws the movable map over the drawing in an element. Throws where there is no WebGL. */
export function openLiveMap(element: HTMLElement, subject: MapSubject): LiveMap {
  setWorkerUrl(workerUrl);
  const geography = geographyUrls[subject.marketCode];
  if (!geography) throw new Error(`there is no map of ${subject.marketCode}`);
  const style = () => mapStyle(geography, coloursOf(element));
  const { frame, container } = addFrame(element);
  const map = new MapLibre({
    container,
    style: style(),
    bounds: boundsOf(subject),
    fitBoundsOptions: { padding: 56, maxZoom: 13.5 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 16,
    cooperativeGestures: subject.area !== undefined,
  });
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.touchZoomRotate.disableRotation();
  map.getCanvas().setAttribute('tabindex', '0');
  let markers = addPins(map, subject.pins);
  let current = subject;
  map.once('load', () => element.setAttribute('data-live', ''));
  // Geography that can't be had leaves nothing to move about in: the drawing stays.
  map.once('error', () => element.hasAttribute('data-live') || frame.remove());
  map.on('style.load', () => showArea(map, current));
  map.on('render', () => declutter(map, markers));
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const recolour = (): void => void map.setStyle(style(), { diff: false });
  scheme.addEventListener('change', recolour);
  return {
    update(next) {
      if (next === current) return;
      current = next;
      for (const marker of markers) marker.remove();
      markers = addPins(map, next.pins);
      showArea(map, next);
      map.fitBounds(boundsOf(next), {
        padding: 56,
        maxZoom: 13.5,
        duration: reducedMotion() ? 0 : 200,
      });
    },
  };
}

/** The library positions its container itself, so ours goes around it. */
function addFrame(element: HTMLElement): { frame: HTMLElement; container: HTMLElement } {
  const frame = document.createElement('div');
  const container = document.createElement('div');
  frame.className = 'live-map';
  container.className = 'size-full';
  frame.append(container);
  element.append(frame);
  return { frame, container };
}

function reducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function coloursOf(element: Element): MapColours {
  const tokens = getComputedStyle(element);
  const colour = (name: string): string => tokens.getPropertyValue(`--color-${name}`).trim();
  return {
    land: colour('map-land'),
    water: colour('map-water'),
    park: colour('map-park'),
    road: colour('map-road'),
    label: colour('map-label'),
    accent: colour('accent'),
  };
}

function boundsOf({ marketCode, pins, area }: MapSubject): LngLatBounds {
  const bounds = new LngLatBounds();
  const points = area
    ? []
    : focusOf(
        pins.map(({ point }) => point),
        marketCode,
      );
  for (const { lat, lng } of points) bounds.extend([lng, lat]);
  if (area) {
    const north = (area.radiusMeters * 2) / 111_320;
    const east = north / Math.cos((area.center.lat * Math.PI) / 180);
    bounds
      .extend([area.center.lng - east, area.center.lat - north])
      .extend([area.center.lng + east, area.center.lat + north]);
  }
  return bounds;
}

function addPins(map: MapLibre, pins: readonly MapPin[]): Marker[] {
  return pins.map((pin) => {
    const element = document.createElement('a');
    element.href = pin.href;
    element.textContent = pin.text;
    element.className = 'map-pin';
    element.dataset['instructor'] = pin.slug;
    element.setAttribute('aria-label', pin.label);
    return new Marker({ element }).setLngLat([pin.point.lng, pin.point.lat]).addTo(map);
  });
}

/** Hides the pins that others would cover at this zoom. */
function declutter(map: MapLibre, markers: readonly Marker[]): void {
  const visible = roomFor(
    markers.map((marker) => {
      const { offsetWidth: width, offsetHeight: height } = marker.getElement();
      return { ...map.project(marker.getLngLat()), width, height };
    }),
  );
  markers.forEach((marker, index) =>
    marker.getElement().toggleAttribute('data-covered', !visible[index]),
  );
}

function showArea(map: MapLibre, { area }: MapSubject): void {
  const source = map.getSource('area');
  if (!(source instanceof GeoJSONSource)) return;
  void source.setData({
    type: 'FeatureCollection',
    features: area ? [circle(area.center, area.radiusMeters)] : [],
  });
}

function circle(center: { lat: number; lng: number }, radiusMeters: number) {
  const north = radiusMeters / 111_320;
  const east = north / Math.cos((center.lat * Math.PI) / 180);
  const ring = Array.from({ length: 65 }, (_, step) => {
    const angle = (step / 64) * 2 * Math.PI;
    return [center.lng + east * Math.cos(angle), center.lat + north * Math.sin(angle)];
  });
  return {
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
  };
}
