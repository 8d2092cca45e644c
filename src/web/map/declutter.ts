/** Where a pin's middle is, and how large it is, all in one unit. */
export interface PinBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Which pins can be shown without one covering another; the first ones, the better matches, win.
 * The others are still on their cards, and come out when one moves closer.
 */
export function roomFor(pins: readonly PinBox[]): boolean[] {
  const placed: PinBox[] = [];
  return pins.map((pin) => {
    const free = placed.every(
      (other) =>
        Math.abs(pin.x - other.x) * 2 >= pin.width + other.width ||
        Math.abs(pin.y - other.y) * 2 >= pin.height + other.height,
    );
    if (free) placed.push(pin);
    return free;
  });
}
