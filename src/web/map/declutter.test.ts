import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roomFor, type PinBox } from './declutter.ts';

const pin = (x: number, y: number): PinBox => ({ x, y, width: 50, height: 32 });
const cover = (a: PinBox, b: PinBox) => Math.abs(a.x - b.x) < 50 && Math.abs(a.y - b.y) < 32;

it('lets the better match keep its place (SR-03)', () => {
  expect(roomFor([pin(0, 0), pin(20, 10), pin(60, 0)])).toEqual([true, false, true]);
});

it('never shows two pins where one covers the other, and hides none for nothing', () => {
  const pins = fc.array(
    fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }) }),
    {
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(pins, (points) => {
      const boxes = points.map(({ x, y }) => pin(x, y));
      const shown = roomFor(boxes);
      boxes.forEach((box, index) => {
        const before = boxes.filter((_, other) => other < index && shown[other]);
        expect(shown[index]).toBe(!before.some((other) => cover(box, other)));
      });
    }),
  );
});
