import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  gardenPassword,
  type IdentityWorld,
  startIdentityWorld,
} from '../../../../test/support/identity.ts';
import { openTab, type Tab } from '../../../../test/support/tab.ts';
import { newDevice, verificationRequested } from '../events.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const firefoxLater = firefox.replaceAll('140', '141');
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.settle());

const browser = (userAgent: string) => openTab(world, { 'user-agent': userAgent });

/** Registers and confirms in this browser. */
async function joinIn(tab: Tab): Promise<string> {
  const email = `joined${Math.random()}@example.com`;
  await world.register(email);
  const token = await world.lastLink(verificationRequested, email);
  await tab.post('/auth/verify-email', { token });
  return email;
}

/** The browsers of which the person is told by this sign-in. */
async function toldBySigningIn(email: string, tab: Tab): Promise<unknown[]> {
  await world.settle();
  const answer = await tab.post('/auth/login', { email, password: gardenPassword });
  expect(answer.statusCode).toBe(200);
  await world.runJobs();
  return world.heard
    .filter(({ event }) => event === newDevice.name)
    .map(({ data }) => data['browser']);
}

describe('a sign-in', () => {
  it('from a browser that the account has not seen is told, once (ID-12)', async () => {
    const [laptop, phone] = [browser(firefox), browser(iphone)];
    const email = await joinIn(laptop);
    expect(await toldBySigningIn(email, laptop)).toEqual([]);
    expect(await toldBySigningIn(email, phone)).toEqual(['Safari on iPhone']);
    expect(await toldBySigningIn(email, phone)).toEqual([]);
  });

  it('from a browser that has updated itself, or moved, is no news (ID-12)', async () => {
    const laptop = browser(firefox);
    const email = await joinIn(laptop);
    const later = browser(firefoxLater);
    for (const [name, value] of laptop.cookies) later.cookies.set(name, value);
    expect(await toldBySigningIn(email, later)).toEqual([]);
  });

  it('with the cookie of a known browser in another one is told (ID-12)', async () => {
    const laptop = browser(firefox);
    const email = await joinIn(laptop);
    const thief = browser(iphone);
    thief.cookies.set('etude_device', laptop.cookies.get('etude_device')!);
    expect(await toldBySigningIn(email, thief)).toEqual(['Safari on iPhone']);
  });

  it('of a second account in one browser is told to that account alone (ID-12)', async () => {
    const [laptop, other] = [browser(firefox), browser(iphone)];
    const [first, second] = [await joinIn(laptop), await joinIn(other)];
    expect(await toldBySigningIn(second, laptop)).toEqual(['Firefox on Linux']);
    expect(await toldBySigningIn(first, laptop)).toEqual([]);
  });

  it('right after joining makes no notice (ID-12)', async () => {
    await joinIn(browser(firefox));
    await world.runJobs();
    expect(world.heard.filter(({ event }) => event === newDevice.name)).toEqual([]);
  });
});

describe('the cookie of a device', () => {
  it('remembers five accounts and lets the oldest go (ID-09)', async () => {
    const laptop = browser(firefox);
    for (let n = 0; n < 7; n++) await joinIn(laptop);
    expect(laptop.cookies.get('etude_device')!.split('.')).toHaveLength(1 + 5);
  });

  it('lives 400 days and is for no script (ID-16)', async () => {
    const email = await world.verified();
    const answer = await world.post('login', { email, password: gardenPassword });
    expect(answer.cookies.find(({ name }) => name === 'etude_device')).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: 400 * 24 * 3600,
    });
  });
});
