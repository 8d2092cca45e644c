import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codeOf,
  type OidcWorld,
  password,
  startOidcWorld,
} from '../../../../test/support/openid.ts';
import { openTab, type Tab } from '../../../../test/support/tab.ts';

let oidc: OidcWorld;
beforeAll(async () => {
  oidc = await startOidcWorld();
});
afterAll(() => oidc?.close());

describe('linking the provider to an account (ID-02)', () => {
  it('adds a way in, tells the person, and can be taken back (ID-02, ID-12)', async () => {
    const { tab, personId, email } = await oidc.member();
    const { subject, email: otherAddress } = oidc.newcomer();
    const { answer } = await oidc.signInAs(subject, {
      tab,
      body: { link: true, returnTo: '/account' },
    });
    expect(answer.json()).toEqual({ status: 'signed_in', returnTo: '/account' });
    const { items } = (await tab.get('/auth/oidc/links')).json();
    expect(items).toMatchObject([{ provider: 'Demo ID', email: otherAddress }]);

    const elsewhere = await oidc.signInAs(subject);
    expect((await elsewhere.tab.get('/me')).json()).toMatchObject({ id: personId, email });

    const path = `/auth/oidc/links/${items[0].id}`;
    expect((await (await oidc.member()).tab.call('DELETE', path)).statusCode).toBe(404);
    expect((await tab.call('DELETE', path)).statusCode).toBe(204);
    expect((await tab.get('/auth/oidc/links')).json()).toEqual({ items: [] });
    await oidc.world.runJobs();
    expect(
      oidc.heard.filter(({ data }) => data.personId === personId).map(({ event }) => event),
    ).toEqual(['identity.oidc_linked', 'identity.oidc_unlinked']);
  });

  it('asks for a proof of identity from the last ten minutes, and for a person at all (ID-02)', async () => {
    const { tab } = await oidc.member();
    oidc.world.clock.advance({ minutes: 11 });
    const stale = await tab.post('/auth/oidc/start', { link: true });
    expect([stale.statusCode, codeOf(stale)]).toEqual([403, 'fresh_sign_in_required']);
    const stranger = await openTab(oidc.world).post('/auth/oidc/start', { link: true });
    expect([stranger.statusCode, codeOf(stranger)]).toEqual([401, 'sign_in_required']);
  });

  it('is ended by the session that began it, and by no other (ID-02)', async () => {
    const { tab, email } = await oidc.member();
    const back = await oidc.provider.chooseAt(
      await oidc.start(tab, { link: true }),
      oidc.newcomer().subject,
    );
    await tab.post('/auth/login', { email, password });
    expect(codeOf(await tab.post('/auth/oidc/finish', back))).toBe('oidc_state_unknown');
    expect((await tab.get('/auth/oidc/links')).json()).toEqual({ items: [] });
  });

  it('lets one account elsewhere belong to one account here (ID-02)', async () => {
    const [ada, ben] = [await oidc.member(), await oidc.member()];
    const [first, second] = [oidc.newcomer(), oidc.newcomer()];
    const link = async ({ tab }: { tab: Tab }, { subject }: { subject: string }) =>
      codeOf((await oidc.signInAs(subject, { tab, body: { link: true } })).answer);
    expect(await link(ada, first)).toBeUndefined();
    expect(await link(ben, first)).toBe('oidc_linked_elsewhere');
    expect(await link(ada, second)).toBe('oidc_already_linked');
  });

  it('is not taken back while it is the only way in (ID-02)', async () => {
    const { tab } = await oidc.signInAs(oidc.newcomer().subject);
    const { items } = (await tab.get('/auth/oidc/links')).json();
    const answer = await tab.call('DELETE', `/auth/oidc/links/${items[0].id}`);
    expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'last_way_in']);
  });
});
