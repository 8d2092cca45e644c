import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, type OidcWorld, startOidcWorld } from '../../../../test/support/openid.ts';
import { openTab, type Tab } from '../../../../test/support/tab.ts';
import type { Fault } from '../../../dev/oidc/faults.ts';
import { identityDomain } from '../index.ts';
import { tables } from '../tables.ts';
import { startTestWorld } from '../../../../test/support/world.ts';

let oidc: OidcWorld;
beforeAll(async () => {
  oidc = await startOidcWorld();
});
afterAll(() => oidc?.close());
afterEach(() => oidc.provider.setFault(undefined));

const personBy = (email: string) =>
  tables(oidc.world.ctx)
    .selectFrom('identity.people')
    .selectAll()
    .where('email_key', '=', email)
    .executeTakeFirst();

describe('what comes back from the provider (ID-02)', () => {
  it('counts only in the browser that was sent there, once, and for ten minutes (ID-02)', async () => {
    const { subject } = oidc.newcomer();
    const refused = async (tab: Tab, back: object) => {
      const answer = await tab.post('/auth/oidc/finish', back);
      expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'oidc_state_unknown']);
    };
    const [here, elsewhere] = [openTab(oidc.world), openTab(oidc.world)];
    await oidc.start(elsewhere);
    const planted = await oidc.provider.chooseAt(await oidc.start(here), subject);
    await refused(elsewhere, planted);
    await refused(openTab(oidc.world), planted);
    expect((await here.post('/auth/oidc/finish', planted)).statusCode).toBe(200);
    await refused(here, planted);

    const late = openTab(oidc.world);
    const back = await oidc.provider.chooseAt(await oidc.start(late), subject);
    oidc.world.clock.advance({ minutes: 10 });
    await refused(late, back);
  });

  it('may be that the person changed their mind (ID-02)', async () => {
    const tab = openTab(oidc.world);
    const back = await oidc.provider.cancelAt(await oidc.start(tab));
    const answer = await tab.post('/auth/oidc/finish', back);
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'oidc_cancelled']);
  });

  it.each([
    ['another code', { code: 'made-up' }],
    ['no code', { code: undefined }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['no issuer, though the provider names itself', { iss: undefined }],
    ['an error of the provider', { code: undefined, error: 'server_error' }],
  ])('signs nobody in with %s (ID-02)', async (_what, change) => {
    const tab = openTab(oidc.world);
    const back = await oidc.provider.chooseAt(await oidc.start(tab), oidc.newcomer().subject);
    const answer = await tab.post('/auth/oidc/finish', { ...back, ...change });
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'oidc_refused']);
    expect((await tab.get('/me')).statusCode).toBe(401);
  });

  it('signs nobody in with the code of somebody else’s browser (ID-02)', async () => {
    const victim = openTab(oidc.world);
    const stolen = await oidc.provider.chooseAt(await oidc.start(victim), oidc.newcomer().subject);
    const thief = openTab(oidc.world);
    const own = await oidc.provider.chooseAt(await oidc.start(thief), oidc.newcomer().subject);
    const answer = await thief.post('/auth/oidc/finish', { ...own, code: stolen['code'] });
    expect(codeOf(answer)).toBe('oidc_refused');
  });

  it.each<Fault>([
    'unsigned',
    'signed_with_client_secret',
    'signed_by_somebody',
    'wrong_nonce',
    'no_nonce',
    'wrong_audience',
    'wrong_issuer',
    'expired',
    'not_yet_valid',
    'no_id_token',
    'no_subject',
    'garbage_token_answer',
  ])('signs nobody in with an ID token that is %s (ID-02)', async (fault) => {
    const { subject, email } = oidc.newcomer();
    const tab = openTab(oidc.world);
    const back = await oidc.provider.chooseAt(await oidc.start(tab), subject);
    oidc.provider.setFault(fault);
    const answer = await tab.post('/auth/oidc/finish', back);
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'oidc_refused']);
    expect(await personBy(email)).toBeUndefined();
  });

  it('may come from a clock that is a little off (ID-02)', async () => {
    const { subject } = oidc.newcomer();
    oidc.provider.setFault('clock_a_little_off');
    expect((await oidc.signInAs(subject)).answer.statusCode).toBe(200);
  });

  it('may fail to come: then people are told to try again (ID-02)', async () => {
    const tab = openTab(oidc.world);
    for (const fault of ['broken_token_endpoint', 'slow_token_endpoint'] as const) {
      const back = await oidc.provider.chooseAt(await oidc.start(tab), oidc.newcomer().subject);
      oidc.provider.setFault(fault);
      const answer = await tab.post('/auth/oidc/finish', back);
      expect([answer.statusCode, codeOf(answer)]).toEqual([503, 'oidc_unavailable']);
      expect(answer.headers['retry-after']).toBe('30');
      oidc.provider.setFault(undefined);
    }
  });
});

describe('a provider that is not there, or not what it should be (ID-02)', () => {
  it.each<Fault>(['garbage_discovery', 'discovery_of_another', 'slow_discovery'])(
    'is not used: %s; and is asked again later (ID-02)',
    async (fault) => {
      const other = await startOidcWorld();
      try {
        other.provider.setFault(fault);
        const answer = await openTab(other.world).post('/auth/oidc/start');
        expect([answer.statusCode, codeOf(answer)]).toEqual([503, 'oidc_unavailable']);
        other.provider.setFault(undefined);
        expect((await openTab(other.world).post('/auth/oidc/start')).statusCode).toBe(200);
      } finally {
        await other.close();
      }
    },
  );

  it('may sign with RSA as well as with an elliptic curve (ID-02)', async () => {
    const other = await startOidcWorld('RS256');
    try {
      expect((await other.signInAs(other.newcomer().subject)).answer.statusCode).toBe(200);
    } finally {
      await other.close();
    }
  });

  it('is not offered when none is configured (ID-02)', async () => {
    const plain = await startTestWorld({ domains: [identityDomain] });
    try {
      const tab = openTab(plain);
      expect((await tab.get('/auth/oidc')).json()).toEqual({ provider: null });
      for (const path of ['/auth/oidc/start', '/auth/oidc/finish']) {
        const answer = await tab.post(path, path.endsWith('finish') ? { state: 'x' } : {});
        expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'oidc_not_configured']);
      }
    } finally {
      await plain.close();
    }
  });
});
