import { Type } from 'typebox';
import { type App, Problem } from '../../../platform/http/index.ts';
import { CautionWord } from '../schemas.ts';
import { cautions as words } from '../content/exercise.ts';
import { listCautions, setCautions } from './cautions.ts';

const Cautions = Type.Object(
  { cautions: Type.Array(CautionWord, { maxItems: words.length }) },
  { title: 'PracticeCautions' },
);
const own = { access: 'signed_in' } as const;

export function cautionRoutes(app: App): void {
  app.get(
    '/api/v1/me/practice-cautions',
    {
      config: own,
      schema: {
        tags: ['practice'],
        operationId: 'getPracticeCautions',
        summary: 'What my body asks to be careful with',
        response: { 200: Cautions, default: Problem },
      },
    },
    async ({ ctx }) => ({ cautions: await listCautions(ctx) }),
  );
  app.put(
    '/api/v1/me/practice-cautions',
    {
      config: own,
      schema: {
        tags: ['practice'],
        operationId: 'setPracticeCautions',
        summary: 'Say what my body asks to be careful with',
        body: Cautions,
        response: { 200: Cautions, default: Problem },
      },
    },
    async ({ ctx, body }) => {
      await setCautions(ctx, body);
      return { cautions: await listCautions(ctx) };
    },
  );
}
