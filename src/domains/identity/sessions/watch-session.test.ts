import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  gardenPassword,
  type IdentityWorld,
  sessionOf,
  startIdentityWorld,
} from '../../../../test/support/identity.ts';
import { passwordResetRequested } from '../events.ts';

let world: IdentityWorld;
let address: string;
let closed: boolean;
beforeEach(async () => {
  world = await startIdentityWorld();
  address = await world.app.listen({ port: 0, host: '127.0.0.1' });
  closed = false;
});
afterEach(() => (closed ? undefined : world.close()));

const signIn = async (email: string) =>
  sessionOf(await world.post('login', { email, password: gardenPassword }));

const watch = (session: string) =>
  fetch(`${address}/api/v1/auth/watch`, {
    headers: { accept: 'text/event-stream', cookie: `etude_session=${session}` },
  });

/** What the stream says until it ends, and how long that took. */
async function readToEnd(response: Response): Promise<{ text: string; ms: number }> {
  const began = performance.now();
  return { text: await response.text(), ms: performance.now() - began };
}

describe('an open tab', () => {
  it('hears within a second that another browser has reset the password (ID-02, ID-03)', async () => {
    const email = await world.verified();
    const stream = await watch(await signIn(email));
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers.get('x-content-type-options')).toBe('nosniff');
    await world.post('forgot-password', { email });
    const token = await world.lastLink(passwordResetRequested, email);
    const ended = readToEnd(stream);
    await world.post('reset-password', { token, password: 'Fresh-Garden-46' });
    const resetAt = performance.now();
    expect((await ended).text).toContain('event: ended\ndata: {"reason":"password_reset"}\n\n');
    expect(performance.now() - resetAt).toBeLessThan(1_000);
  });

  it('hears of its own sign-out in another tab, and not of another session’s (ID-02)', async () => {
    const email = await world.verified();
    const [here, elsewhere] = [await signIn(email), await signIn(email)];
    const [ours, theirs] = [await watch(here), await watch(elsewhere)];
    await world.post('logout', {}, elsewhere);
    expect((await readToEnd(theirs)).text).toContain('{"reason":"signed_out"}');
    await world.post('logout', {}, here);
    expect((await readToEnd(ours)).text).toContain('event: ended');
  });

  it('is told at once when its session ended before it began to listen (ID-02)', async () => {
    const email = await world.verified();
    const session = await signIn(email);
    const streams = await Promise.all([
      ...Array.from({ length: 3 }, () => watch(session)),
      world.post('logout', {}, session),
      ...Array.from({ length: 3 }, () => watch(session)),
    ]);
    for (const stream of streams)
      if (stream instanceof Response && stream.status === 200)
        expect((await readToEnd(stream)).text).toContain('event: ended');
  });

  it('is let go when the server closes, at once (ID-02)', async () => {
    const stream = await watch(await signIn(await world.verified()));
    const ended = readToEnd(stream);
    const began = performance.now();
    closed = true;
    await world.close();
    expect((await ended).text).not.toContain('ended');
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('may listen a few times, not without end, and only as a stream (ID-02)', async () => {
    const session = await signIn(await world.verified());
    const streams = await Promise.all(Array.from({ length: 6 }, () => watch(session)));
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    const refused = await watch(session);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '25']);
    await streams[0]!.body!.cancel();
    await expect.poll(async () => (await watch(session)).status).toBe(200);
    const plain = await world.inject({
      url: '/api/v1/auth/watch',
      cookies: { etude_session: session },
    });
    expect([plain.statusCode, plain.json().code]).toEqual([400, 'event_stream_only']);
    expect((await watch('nobody')).status).toBe(401);
  });
});
