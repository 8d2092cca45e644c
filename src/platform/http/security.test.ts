import { expect, it } from 'vitest';
import type { Config } from '../config/index.ts';
import { securityHeaders } from './security.ts';

const headersAt = (publicUrl: string) => securityHeaders({ publicUrl } as Config);

it('asks browsers to stay on https where people use https, and only there (ID-16)', () => {
  expect(headersAt('https://etude.test')['strict-transport-security']).toContain(
    'max-age=63072000',
  );
  expect(headersAt('http://localhost:4600')).not.toHaveProperty('strict-transport-security');
});
