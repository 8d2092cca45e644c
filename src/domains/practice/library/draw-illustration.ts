import { drawFigure, drawKeys, figureOf, type Palette, stage } from '../../../figures/index.ts';
import type { Illustration } from '../content/exercise.ts';

/** A picture that stands alone, or one of a row, where all figures have one scale and one ground. */
export function drawIllustration(
  illustration: Illustration,
  { inRow = false, ...options }: { title?: string; palette: Palette; inRow?: boolean },
): string {
  return illustration.kind === 'keys'
    ? drawKeys(illustration, options)
    : drawFigure(figureOf(illustration.pose), { ...options, ...(inRow && { frame: stage }) });
}
