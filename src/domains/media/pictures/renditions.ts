export interface Rendition {
  /** In pixels; a narrower picture keeps its own width. */
  width: number;
  format: 'webp' | 'avif';
}

export const pictureWidths = [200, 600, 1200] as const;

/** What is made of every picture. */
export const renditions: readonly Rendition[] = pictureWidths.flatMap((width) => [
  { width, format: 'webp' as const },
  { width, format: 'avif' as const },
]);

export const fileName = ({ width, format }: Rendition): string => `${width}.${format}`;

/** Where a file of a picture stands in the storage. */
export const storageKey = (digest: string, rendition: Rendition): string =>
  `pictures/${digest}/${fileName(rendition)}`;
