import type { Domain } from './platform/domain.ts';

/** Every domain, in the order in which their reference data is loaded. */
export const domains: readonly Domain[] = [];
