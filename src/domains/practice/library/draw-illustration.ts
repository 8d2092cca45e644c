import { drawFigure, drawKeys, figureOf, type Palette } from '../../../figures/index.ts';
import type { Illustration } from '../content/exercise.ts';

/** A picture that stands alone. */
export function drawIllustration(
  illustration: Illustration,
  options: { title?: string; palette: Palette },
): string {
  return illustration.kind === 'keys'
    ? drawKeys(illustration, options)
    : drawFigure(figureOf(illustration.pose), options);
}
