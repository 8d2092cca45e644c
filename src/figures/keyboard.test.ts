import { expect, it } from 'vitest';
import { drawKeys, keysFaults, type KeysDiagram } from './index.ts';

const five: KeysDiagram = {
  from: 'C4',
  to: 'C5',
  right: [
    ['C4', 1],
    ['D4', 2],
    ['F#4', 3],
  ],
};

it('draws every key once, with the fingers on theirs', () => {
  const svg = drawKeys(five, { title: 'Three <notes>' });
  expect(svg.match(/<rect /g)).toHaveLength(13);
  expect([...svg.matchAll(/>(\d)<\/text>/g)].map(([, finger]) => finger)).toEqual(['1', '2', '3']);
  expect(svg).toContain('Three &#60;notes&#62;');
});

it('says what is wrong with a diagram', () => {
  expect(keysFaults(five)).toEqual([]);
  expect(keysFaults({ ...five, from: 'H4' })).toEqual(['H4–C5 is no range of keys']);
  expect(keysFaults({ ...five, to: 'D4' })).toContain('the range has one to three octaves');
  expect(keysFaults({ ...five, right: [['C6', 6]] })).toEqual([
    'C6 is not in the range',
    '6 is no finger',
  ]);
});
