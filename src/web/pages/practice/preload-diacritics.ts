import extended from '@fontsource-variable/instrument-sans/files/instrument-sans-latin-ext-wght-normal.woff2?url';

/** Names in a field's own tongue stand in the first lines, so their letters are worth loading with the page's own. */
export const preloadDiacritics = () => [
  {
    rel: 'preload',
    href: extended,
    as: 'font',
    type: 'font/woff2',
    crossOrigin: 'anonymous' as const,
  },
];
