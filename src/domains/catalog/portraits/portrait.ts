import type { Options } from '@dicebear/notionists';

/**
 * The kinds of drawn portrait. A key is `kind-seed`; the same key always gives the same picture.
 * `w` and `m` suit names usually borne by women and men, `n` suits anyone,
 * `h` wears a headscarf and `t` a turban.
 */
type PortraitKind = 'w' | 'm' | 'n' | 'h' | 't';

export const PORTRAIT_KEY = /^[hmntw]-[a-z0-9]{1,40}$/;

/** The key of a photo: `p-` and the digest of a picture. */
export const photoKey = (digest: string): string => `p-${digest}`;

/** The picture that a key shows; undefined for what is drawn. */
export const photoDigest = (key: string): string | undefined => /^p-([0-9a-f]{32})$/.exec(key)?.[1];

/** Where the picture of a key is, as a path on this site. */
export const portraitPath = (key: string): string => {
  const digest = photoDigest(key);
  return digest ? `/media/${digest}/600.webp` : `/portraits/${key}.svg`;
};

/** The portrait of someone who has not chosen one: suits any name, differs from person to person. */
export const portraitFor = (personId: string): string =>
  `n-${personId.replaceAll('-', '').slice(-12)}`;

const TINTS = ['F3E2C7', 'EFD8D2', 'DCE9E1', 'E7DBC5'];

const variants = (numbers: string): string[] =>
  numbers.split(' ').map((number) => `variant${number}`);

// Picked by eye from a contact sheet of the whole set: kind mouths, open eyes, clear glasses, and
// clothes a teacher would wear. Left out: crowns of spikes, paper hats, sunglasses, grimaces.
const EYES = variants('02 04 05');
const NOSES = variants('01 02 04 05 06 07 08 10 11 12 13 14 16 17 18 20');
const CLEAR_GLASSES = variants('03 08 11');
const MOUTHS = variants('03 08 14 17 22 23 25 30');
const CALM_BROWS = variants('01 04 05 09 12');
const STRONG_BROWS = variants('02 04 05 07 08 09');
const ANY_BODY = variants('01 02 03 04 05 06 07 08 09 10 13 14 16 17 23 25');
const BEARDS = variants('02 02 05 06 07 09 12');

interface Look {
  hair: string[];
  body: string[];
  brows: string[];
  beard: number;
  glasses: number;
}

const LOOKS: Record<PortraitKind, Look> = {
  w: {
    hair: variants('02 08 10 23 28 30 36 37 39 41 43 45 46 47 48 57 58'),
    body: [...ANY_BODY, ...variants('11 12 12 15 21 21')],
    brows: CALM_BROWS,
    beard: 0,
    glasses: 24,
  },
  m: {
    hair: variants(
      '01 03 05 06 07 09 12 13 15 16 18 19 21 22 24 25 27 31 33 34 35 38 49 52 54 55 56 60',
    ),
    body: [...ANY_BODY, ...variants('14 19 20 25')],
    brows: STRONG_BROWS,
    beard: 34,
    glasses: 26,
  },
  n: {
    hair: variants('04 05 09 11 16 20 22 24 29 33 40 43'),
    body: ANY_BODY,
    brows: CALM_BROWS,
    beard: 0,
    glasses: 28,
  },
  h: {
    hair: variants('62 63'),
    body: variants('01 02 03 07 08 12 14 16 17 21'),
    brows: CALM_BROWS,
    beard: 0,
    glasses: 24,
  },
  t: {
    hair: variants('61'),
    body: variants('01 05 07 08 13 14 16 17 19 25'),
    brows: STRONG_BROWS,
    beard: 100,
    glasses: 20,
  },
};

/**
 * Draws the portrait of a key as an SVG document.
 * @param key must match PORTRAIT_KEY; its first letter decides the kind, the whole key the rest.
 */
export async function drawPortrait(key: string): Promise<string> {
  const [{ createAvatar }, notionists] = await Promise.all([
    import('@dicebear/core'),
    import('@dicebear/notionists'),
  ]);
  const kind = key[0] as PortraitKind;
  const look = LOOKS[kind];
  const options = {
    seed: key,
    hair: look.hair,
    body: look.body,
    brows: look.brows,
    eyes: EYES,
    nose: NOSES,
    lips: MOUTHS,
    beard: kind === 't' ? ['variant02'] : BEARDS,
    beardProbability: look.beard,
    glasses: CLEAR_GLASSES,
    glassesProbability: look.glasses,
    gestureProbability: 0,
    bodyIconProbability: 0,
    backgroundColor: TINTS,
  };
  return createAvatar(notionists, options as Partial<Options>).toString();
}
