import type { MapPin, MapSubject } from './map-subject.ts';
import { roomFor } from './declutter.ts';
import { drawingFrame } from './drawing-frames.ts';
import { focusOf } from './focus.ts';
import { frameAround, project, unitsOf, type Frame } from './projection.ts';

/** The frame is drawn this many pixels wide, more or less: decides how large the pins are. */
const nominalWidth = 620;

/** The map as a drawing with links for pins: no script, no WebGL. */
export function StaticMap({ subject }: { subject: MapSubject }) {
  const { marketCode, pins, area } = subject;
  const points = area
    ? [area.center]
    : focusOf(
        pins.map(({ point }) => point),
        marketCode,
      );
  const whole = drawingFrame(marketCode);
  if (!whole) return null;
  const frame = frameAround(points, area ? 2 : 0.75, area ? area.radiusMeters * 5 : 9_000);
  return (
    <svg
      viewBox={`${frame.x.toFixed(1)} ${frame.y.toFixed(1)} ${frame.width.toFixed(1)} ${frame.height.toFixed(1)}`}
      preserveAspectRatio="xMidYMid slice"
      data-swap="drawing"
      className="absolute inset-0 size-full"
    >
      <image
        href={`/maps/${marketCode}.svg`}
        x={whole.x}
        y={whole.y}
        width={whole.width}
        height={whole.height}
      />
      {area ? <Area area={area} frame={frame} /> : null}
      <Pins pins={pins} scale={frame.width / nominalWidth} />
    </svg>
  );
}

function Area({ area, frame }: { area: NonNullable<MapSubject['area']>; frame: Frame }) {
  const { x, y } = project(area.center);
  return (
    <circle
      cx={x.toFixed(1)}
      cy={y.toFixed(1)}
      r={unitsOf(area.radiusMeters, area.center.lat).toFixed(1)}
      strokeWidth={(frame.width / 400).toFixed(2)}
      fillOpacity="0.16"
      className="fill-accent stroke-accent"
    />
  );
}

function Pins({ pins, scale }: { pins: MapSubject['pins']; scale: number }) {
  const boxes = pins.map((pin) => ({
    ...project(pin.point),
    width: widthOf(pin) * scale,
    height: 32 * scale,
  }));
  const visible = roomFor(boxes);
  return pins.map((pin, index) => {
    const { x, y } = project(pin.point);
    const width = widthOf(pin);
    return (
      <a
        key={pin.slug}
        href={pin.href}
        data-instructor={pin.slug}
        data-point={`${pin.point.lng} ${pin.point.lat}`}
        aria-label={pin.label}
        className={visible[index] ? 'group' : 'invisible'}
      >
        <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(3)})`}>
          <rect
            x={-width / 2}
            y="-14"
            width={width}
            height="28"
            rx="14"
            className="fill-surface stroke-line group-data-active:fill-accent group-data-active:stroke-accent"
          />
          <text
            y="5"
            textAnchor="middle"
            fontSize="14"
            className="numerals fill-ink font-semibold group-data-active:fill-on-accent"
          >
            {pin.text}
          </text>
        </g>
      </a>
    );
  });
}

function widthOf(pin: MapPin): number {
  return 22 + pin.text.length * 7.5;
}
