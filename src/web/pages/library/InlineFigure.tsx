import { drawFigure, drawKeys, figureOf, frameOf } from '../../../figures/index.ts';
import type { ExerciseContent } from '../../api/types.ts';
import { classNames } from '../../ui/class-names.ts';

/** A drawing as it stands in a draft, which has no address of its own yet. */
export function InlineFigure({
  illustration,
  title,
  className,
}: {
  illustration: ExerciseContent['illustration'];
  title: string;
  className?: string;
}) {
  if (!illustration) return null;
  const svg =
    illustration.kind === 'figure'
      ? drawn(illustration.pose as unknown as Parameters<typeof figureOf>[0], title)
      : drawKeys(illustration as Parameters<typeof drawKeys>[0], { title });
  return (
    <div
      className={classNames('inline-figure bg-paper', className)}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

function drawn(pose: Parameters<typeof figureOf>[0], title: string): string {
  const geometry = figureOf(pose);
  return drawFigure(geometry, { title, frame: frameOf(geometry, 4 / 3) });
}
