import type { Picture } from './pictures.queries.ts';
import { fileName, renditions } from './renditions.ts';

/** The picture as the API shows it; addresses are paths on this site. */
export function viewPicture({ digest, width, height, placeholder }: Picture) {
  return {
    digest,
    width,
    height,
    placeholder,
    files: renditions.map((rendition) => ({
      url: `/media/${digest}/${fileName(rendition)}`,
      width: Math.min(rendition.width, width),
      type: `image/${rendition.format}`,
    })),
  };
}
