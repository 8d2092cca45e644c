import type { Domain } from '../../platform/domain.ts';
import { routes } from './routes.ts';

export { importLibrary } from './library/import-library.ts';

export const practiceDomain: Domain = { name: 'practice', routes };
