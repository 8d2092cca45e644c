import { Type } from 'typebox';
import { pictureWidths } from './pictures/renditions.ts';

const digestPattern = '^[0-9a-f]{32}$';

export const PictureView = Type.Object(
  {
    digest: Type.String({ pattern: digestPattern }),
    width: Type.Integer({ description: 'pixels, as shown' }),
    height: Type.Integer({ description: 'pixels, as shown' }),
    placeholder: Type.String({ description: 'a tiny picture as a data address' }),
    files: Type.Array(
      Type.Object({ url: Type.String(), width: Type.Integer(), type: Type.String() }),
      { description: 'never change: their address is made from what they show' },
    ),
  },
  { title: 'Picture' },
);

export const PictureParams = Type.Object({ digest: Type.String({ pattern: digestPattern }) });

export const FileParams = Type.Object({
  digest: Type.String({ pattern: digestPattern }),
  file: Type.String({ pattern: `^(${pictureWidths.join('|')})\\.(webp|avif)$` }),
});
