import { expect, it } from 'vitest';
import type { Config } from '../config/index.ts';
import { documentHeaders, securityHeaders } from './security.ts';

const headersAt = (publicUrl: string) => securityHeaders({ publicUrl } as Config);

it('asks browsers to stay on https where people use https, and only there (ID-16)', () => {
  expect(headersAt('https://etude.test')['strict-transport-security']).toContain(
    'max-age=63072000',
  );
  expect(headersAt('http://localhost:4600')).not.toHaveProperty('strict-transport-security');
});

it('forbids framing of every answer, and more of what opens as a document (ID-16)', () => {
  const config = { publicUrl: 'https://etude.test' } as Config;
  expect(securityHeaders(config)).toMatchObject({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
  expect(documentHeaders(config)).toMatchObject({
    ...securityHeaders(config),
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
  });
});
