import type { LiveMap } from '../map/live-map.ts';
import type { MapPin, MapSubject } from '../map/map-subject.ts';

const opened = new WeakMap<Element, Promise<LiveMap | undefined>>();

/** Turns each drawn map into a movable one, once it is on screen and the browser has a quiet moment. */
export function enlivenMaps(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-map]'))
    whenShown(element, () => enliven(element));
}

/** After the pins in the page changed: the movable map follows, or is opened. */
export async function followPins(element: HTMLElement): Promise<void> {
  const map = await opened.get(element);
  if (map) map.update(subjectOf(element));
  else whenShown(element, () => enliven(element));
}

function enliven(element: HTMLElement): void {
  if (opened.has(element)) return;
  opened.set(
    element,
    import('../map/live-map.ts')
      .then(({ openLiveMap }) => openLiveMap(element, subjectOf(element)))
      // Without the file, or without WebGL, the drawing is the map.
      .catch(() => undefined),
  );
}

function whenShown(element: Element, act: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: 2000 });
    else setTimeout(act, 200);
  });
  observer.observe(element);
}

/** What the drawing shows, read from its own links. */
function subjectOf(element: HTMLElement): MapSubject {
  const pins = [...element.querySelectorAll<SVGAElement>('svg a[data-instructor]')].map(pinOf);
  const [lng, lat, radiusMeters] = (element.dataset['area'] ?? '').split(' ').map(Number);
  const area = lng && lat && radiusMeters ? { center: { lat, lng }, radiusMeters } : undefined;
  return { marketCode: element.dataset['map'] ?? '', pins, ...(area && { area }) };
}

function pinOf(link: SVGAElement): MapPin {
  const [lng = 0, lat = 0] = (link.dataset['point'] ?? '').split(' ').map(Number);
  return {
    slug: link.dataset['instructor'] ?? '',
    point: { lat, lng },
    text: link.textContent,
    label: link.getAttribute('aria-label') ?? '',
    href: link.getAttribute('href') ?? '',
  };
}
