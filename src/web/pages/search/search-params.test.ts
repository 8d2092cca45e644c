import { describe, expect, it } from 'vitest';
import { minorOf, priceText, readWishes, searchUrl } from './search-params.ts';

const read = (query: string) => readWishes(new URLSearchParams(query), 'gb');

describe('the address of a results page', () => {
  it('carries the whole search, there and back (SR-03)', () => {
    const query =
      'market=gb&subject=guitar&place=camden-london&price=42.50&mode=in_person&sort=distance&text=patient&wish=a+patient+guitar+teacher&view=map';
    expect(searchUrl(read(query))).toBe(`/search?${query}`);
  });

  it('leaves out what makes no sense instead of failing', () => {
    const wishes = read('subject=../etc&place=%00&price=-3&mode=psychic&sort=luck&view=hologram');
    expect(searchUrl(wishes)).toBe('/search?market=gb');
  });

  it('takes one wish away and keeps the others', () => {
    const wishes = read('subject=piano&price=40');
    expect(searchUrl(wishes, { price: undefined })).toBe('/search?market=gb&subject=piano');
  });

  it('reads a price with a comma', () => {
    expect(read('price=42,5').price).toBe('42.5');
  });
});

describe('a typed price', () => {
  it('becomes minor units of its currency without a float (MK-03)', () => {
    expect(minorOf('19.99', 'GBP')).toBe(1999);
    expect(minorOf('40', 'GBP')).toBe(4000);
    expect(minorOf('42.5', 'USD')).toBe(4250);
    expect(minorOf('5000', 'JPY')).toBe(5000);
    expect(minorOf('5000.75', 'JPY')).toBe(5000);
  });

  it('comes back as people write it', () => {
    expect(priceText(4000, 'GBP')).toBe('40');
    expect(priceText(4050, 'GBP')).toBe('40.50');
    expect(priceText(5000, 'JPY')).toBe('5000');
  });
});
