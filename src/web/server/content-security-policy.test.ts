import { expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

it('lets a page run scripts that carry its nonce, nothing inline, and no frame around it (ID-16)', () => {
  const policy = contentSecurityPolicy('n0nce', 'https://pay.test');
  const directives = new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
  expect(directives.get('script-src')).toEqual(["'self'", "'nonce-n0nce'"]);
  expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
  expect(directives.get('form-action')).toEqual(["'self'", 'https://pay.test']);
  expect(policy).not.toContain('unsafe');
});
