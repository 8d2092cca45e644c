import type { MapSubject } from './map-subject.ts';
import { StaticMap } from './StaticMap.tsx';

/**
 * A map. The page carries a drawing with links for pins; where scripts and WebGL are at hand the
 * enhancement replaces it by a movable map with the same pins (enhance/maps.ts).
 */
export function MapView({ subject, label }: { subject: MapSubject; label: string }) {
  const { area } = subject;
  return (
    <section
      aria-label={label}
      data-map={subject.marketCode}
      data-area={area ? `${area.center.lng} ${area.center.lat} ${area.radiusMeters}` : undefined}
      className="relative h-full min-h-60 overflow-hidden bg-map-land"
    >
      <StaticMap subject={subject} />
    </section>
  );
}
