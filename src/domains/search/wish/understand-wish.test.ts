import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../places/index.ts';
import { understandWish, type Understood, vocabularyOf } from './understand-wish.ts';

const place = (
  slug: string,
  name: string,
  parentName: string | null,
  ...aliases: string[]
): Place => ({
  id: slug,
  slug,
  marketCode: 'gb',
  kind: parentName ? 'neighbourhood' : 'city',
  name,
  parentName,
  aliases,
  point: { lat: 51.5, lng: -0.1 },
  radiusM: parentName ? 1200 : 16_000,
  rank: parentName ? 5 : 1,
});

const places = [
  place('london', 'London', null),
  place('bath', 'Bath', null),
  place('reading', 'Reading', null),
  place('camden-london', 'Camden', 'London', 'Camden Town'),
  place('hackney-london', 'Hackney', 'London'),
  place('kings-cross-london', "King's Cross", 'London', 'Kings X'),
  place('bow-london', 'Bow', 'London'),
  place('shimokitazawa-tokyo', 'Shimokitazawa', 'Tokyo', '下北沢'),
  place('indiranagar-bengaluru', 'Indiranagar', 'Bengaluru', 'Indira Nagar'),
  place('bengaluru', 'Bengaluru', null, 'Bangalore'),
  place('park-slope-brooklyn', 'Park Slope', 'Brooklyn'),
  place('new-york', 'New York', null, 'NYC'),
];
const subjects = [
  { slug: 'guitar', name: 'Guitar', synonyms: ['flamenco', 'rock guitar'] },
  { slug: 'piano', name: 'Piano', synonyms: ['keyboard', 'jazz piano', 'piano teacher'] },
  { slug: 'violin', name: 'Violin', synonyms: ['fiddle'] },
  { slug: 'maths', name: 'Maths', synonyms: ['math', 'mathematics', 'a level maths'] },
  { slug: 'french', name: 'French', synonyms: ['français'] },
  { slug: 'voice', name: 'Voice', synonyms: ['singing', 'vocal coach'] },
  { slug: 'coding', name: 'Coding', synonyms: ['programming', 'coding for kids'] },
  { slug: 'japanese', name: 'Japanese', synonyms: ['日本語'] },
];
const vocabularies = {
  GBP: vocabularyOf({ currency: 'GBP', subjects, places }),
  USD: vocabularyOf({ currency: 'USD', subjects, places }),
  INR: vocabularyOf({ currency: 'INR', subjects, places }),
  JPY: vocabularyOf({ currency: 'JPY', subjects, places }),
};

/** What was understood in one line: "guitar @camden-london <=4000 GBP online + leftover". */
function inShort({
  subject,
  place,
  priceMax,
  priceInOtherCurrency,
  mode,
  leftover,
}: Understood): string {
  return [
    subject?.slug,
    place && `@${place.slug}`,
    priceMax && `<=${priceMax.minor} ${priceMax.currency}`,
    priceInOtherCurrency && `other:${priceInOtherCurrency.minor} ${priceInOtherCurrency.currency}`,
    mode?.value,
    leftover && `+ ${leftover}`,
  ]
    .filter(Boolean)
    .join(' ');
}

describe('reading a wish (SR-01)', () => {
  it.each<[keyof typeof vocabularies, string, string]>([
    ['GBP', 'guitar near Camden under £40', 'guitar @camden-london <=4000 GBP'],
    ['GBP', 'GUITAR NEAR CAMDEN UNDER £40', 'guitar @camden-london <=4000 GBP'],
    [
      'GBP',
      'guitar for my 9-year-old near Camden, Saturdays, under £40',
      'guitar @camden-london <=4000 GBP + Saturdays',
    ],
    [
      'USD',
      'patient piano teacher near Park Slope under $60 tomorrow evening for my 7 year old',
      'piano @park-slope-brooklyn <=6000 USD + patient tomorrow evening',
    ],
    ['GBP', 'online maths tutor', 'maths online'],
    ['GBP', 'math', 'maths'],
    ['GBP', 'français', 'french'],
    ['GBP', 'francais in London', 'french @london'],
    ['GBP', 'singing lessons', 'voice'],
    ['GBP', 'flamenco', 'guitar'],
    ['GBP', 'guitars', 'guitar'],
    ['GBP', 'pinao lessons in Hackny', 'piano @hackney-london'],
    ['GBP', 'voilin lessons', 'violin'],
    ['GBP', 'jazz piano Camden', 'piano @camden-london + jazz'],
    ['GBP', 'a level maths', 'maths + a level'],
    ['GBP', 'coding for kids under 12', 'coding + kids'],
    ['GBP', 'French in person near King’s Cross', 'french @kings-cross-london in_person'],
    ['GBP', 'Kings X guitar', 'guitar @kings-cross-london'],
    ['GBP', 'guitar in Camden, London', 'guitar @camden-london'],
    ['GBP', 'guitar London Camden', 'guitar @camden-london'],
    ['GBP', 'piano teacher in north London', 'piano @london'],
    ['GBP', 'French in Bath', 'french @bath'],
    ['GBP', 'violin bow technique', 'violin + bow technique'],
    ['GBP', 'guitar near Bow', 'guitar @bow-london'],
    ['GBP', 'Reading maths in Reading', 'maths @reading + Reading'],
    ['GBP', 'guitar max 40', 'guitar <=4000 GBP'],
    ['GBP', 'guitar £40 max', 'guitar <=4000 GBP'],
    ['GBP', 'guitar 40 or less', 'guitar <=4000 GBP'],
    ['GBP', '40 quid guitar', 'guitar <=4000 GBP'],
    ['GBP', 'guitar for £37.50 an hour', 'guitar <=3750 GBP'],
    ['GBP', 'guitar no more than 35 gbp per hour', 'guitar <=3500 GBP'],
    ['GBP', 'guitar £20-£40/h', 'guitar <=4000 GBP'],
    ['GBP', 'guitar between £20 and £40', 'guitar <=4000 GBP'],
    ['GBP', 'guitar over £40', 'guitar'],
    ['GBP', 'guitar under 40 minutes', 'guitar'],
    ['GBP', 'guitar under £0', 'guitar'],
    ['GBP', 'cheap guitar lessons', 'guitar'],
    ['GBP', 'less than $60 guitar', 'guitar other:6000 USD'],
    ['GBP', 'guitar 30 euros', 'guitar other:3000 EUR'],
    ['USD', 'guitar for less than $1,200.50', 'guitar <=120050 USD'],
    ['USD', 'guitar 50 bucks NYC', 'guitar @new-york <=5000 USD'],
    ['INR', 'guitar in Bangalore under ₹1,500', 'guitar @bengaluru <=150000 INR'],
    ['INR', 'guitar Indira Nagar rs. 800', 'guitar @indiranagar-bengaluru <=80000 INR'],
    ['INR', 'guitar max 1.5k rupees', 'guitar <=150000 INR'],
    ['INR', 'guitar under 1,00,000 rupees', 'guitar <=10000000 INR'],
    ['JPY', 'guitar near Shimokitazawa under ¥5,000', 'guitar @shimokitazawa-tokyo <=5000 JPY'],
    ['JPY', '下北沢で日本語 5000円以下', 'japanese @shimokitazawa-tokyo <=5000 JPY'],
    ['JPY', 'piano ￥３０００まで オンライン', 'piano <=3000 JPY online'],
    ['JPY', 'piano under 3000.50 yen', 'piano <=3000 JPY'],
    ['GBP', 'guitar online or in person', 'guitar'],
    ['GBP', 'guitar, not online', 'guitar in_person'],
    ['GBP', 'guitar at my home', 'guitar in_person'],
    ['GBP', 'guitar via Zoom', 'guitar online'],
    ['GBP', 'Mara Ellison', '+ Mara Ellison'],
    ['GBP', '🎸 near Camden 🎶', '@camden-london'],
    ['GBP', 'معلم جيتار', '+ معلم جيتار'],
    ['GBP', 'near me', ''],
    ['GBP', '£', ''],
    ['GBP', '   ', ''],
  ])('%s: "%s" is read as %s (MK-03: amounts in minor units)', (currency, wish, expected) => {
    expect(inShort(understandWish(wish, vocabularies[currency]))).toBe(expected);
  });

  it('says from which part of the text each wish came', () => {
    const { subject, place, priceMax } = understandWish(
      'Guitar, please, near Camden Town under £40!',
      vocabularies.GBP,
    );
    expect([subject, place, priceMax].map((part) => part?.text)).toEqual([
      'Guitar',
      'near Camden Town',
      'under £40',
    ]);
  });

  it('searches as far as the wish says, else as far as the place reaches, and at least 5 km', () => {
    const reach = (wish: string) => understandWish(wish, vocabularies.GBP).place?.reachM;
    expect(reach('guitar within 3 miles of Camden')).toBe(4828);
    expect(reach('guitar 10 km from Camden')).toBe(10_000);
    expect(reach('guitar near Camden')).toBe(5_000);
    expect(reach('guitar in London')).toBe(16_000);
    expect(
      understandWish('under 5 miles from Camden under £30', vocabularies.GBP).priceMax?.minor,
    ).toBe(3000);
  });

  const pieces = [
    'guitar',
    'Camden',
    'near',
    'in',
    'under',
    '£40',
    '$5',
    '¥',
    'online',
    'or',
    'in person',
    '9',
    '1,000',
    '.',
    ',',
    '下北沢',
    'é',
    '👩‍🏫',
    '\u202e',
    '\0',
    "'",
    '-',
    '\n',
    'km of',
    'max',
  ];
  const wishes = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(' ')),
    fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
  );

  it('never throws, and every span is the text it names, none over another', () => {
    fc.assert(
      fc.property(wishes, fc.constantFrom(...Object.values(vocabularies)), (wish, vocabulary) => {
        const understood = understandWish(wish, vocabulary);
        const { subject, place, priceMax, priceInOtherCurrency, mode } = understood;
        const spans = [subject, place, priceMax, priceInOtherCurrency, mode].filter(
          (span) => span !== undefined,
        );
        for (const { start, end, text } of spans) expect(wish.slice(start, end)).toBe(text);
        for (const [at, a] of spans.entries())
          for (const b of spans.slice(at + 1))
            expect(a.end <= b.start || b.end <= a.start).toBe(true);
        for (const price of [priceMax, priceInOtherCurrency])
          if (price) expect(Number.isSafeInteger(price.minor) && price.minor > 0).toBe(true);
        if (priceMax) expect(priceMax.currency).toBe(vocabulary.currency);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds subject, place and price in whatever order and case they come', () => {
    const parts = fc.shuffledSubarray(['guitar', 'near Camden', 'under £40', 'online'], {
      minLength: 4,
    });
    fc.assert(
      fc.property(parts, fc.boolean(), (order, loud) => {
        const wish = loud ? order.join(', ').toUpperCase() : order.join(' ');
        expect(inShort(understandWish(wish, vocabularies.GBP))).toBe(
          'guitar @camden-london <=4000 GBP online',
        );
      }),
    );
  });

  it('reads the longest wish that the API lets in within a few milliseconds', () => {
    const wish = 'guitra near Camdn under £4 '.repeat(12).slice(0, 300);
    const start = performance.now();
    for (let n = 0; n < 20; n++) understandWish(wish, vocabularies.GBP);
    expect((performance.now() - start) / 20).toBeLessThan(50);
  });
});
