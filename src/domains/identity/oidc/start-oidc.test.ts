import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, type OidcWorld, startOidcWorld } from '../../../../test/support/openid.ts';
import { openTab } from '../../../../test/support/tab.ts';

let oidc: OidcWorld;
beforeAll(async () => {
  oidc = await startOidcWorld();
});
afterAll(() => oidc?.close());

describe('the page to return to (ID-02)', () => {
  it.each([
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'week',
  ])('is never %j', async (returnTo) => {
    const answer = await openTab(oidc.world).post('/auth/oidc/start', { returnTo });
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'return_to_not_local']);
  });

  it('can not be changed on the way (ID-02)', async () => {
    const tab = openTab(oidc.world);
    const back = await oidc.provider.chooseAt(await oidc.start(tab), oidc.newcomer().subject);
    const forged = await tab.post('/auth/oidc/finish', { ...back, returnTo: '//evil.example' });
    expect(forged.statusCode).toBe(400);
    const [text = '', seal] = tab.cookies.get('etude_oidc')!.split('.');
    const attempt = JSON.parse(Buffer.from(text, 'base64url').toString());
    const changed = Buffer.from(JSON.stringify({ ...attempt, returnTo: '//evil.example' }));
    tab.cookies.set('etude_oidc', `${changed.toString('base64url')}.${seal}`);
    expect(codeOf(await tab.post('/auth/oidc/finish', back))).toBe('oidc_state_unknown');
  });

  it('is no way in for another site: its requests are refused (ID-16)', async () => {
    const evil = openTab(oidc.world, { origin: 'https://evil.example' });
    for (const path of ['/auth/oidc/start', '/auth/oidc/finish'])
      expect(codeOf(await evil.post(path, { state: 'x' }))).toBe('cross_site');
  });
});
