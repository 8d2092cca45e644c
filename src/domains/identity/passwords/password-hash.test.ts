import { describe, expect, it } from 'vitest';
import { hashingRoom, hashPassword, passwordMatches } from './password-hash.ts';

describe('a password hash', () => {
  it('is Argon2id with the parameters that OWASP names, and a salt of its own (ID-04)', async () => {
    const [one, other] = await Promise.all([hashPassword('same'), hashPassword('same')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(other).not.toBe(one);
  });

  it('belongs to its own password alone, every character of it counted (ID-04)', async () => {
    const long = `${'ünïcödé '.repeat(30)}1`;
    const hash = await hashPassword(long);
    expect(await passwordMatches(hash, long)).toBe(true);
    expect(await passwordMatches(hash, long.normalize('NFD'))).toBe(true);
    expect(await passwordMatches(hash, `${long.slice(0, -1)}2`)).toBe(false);
  });

  it('is compared with the same work for an account that does not exist (ID-03)', async () => {
    const hash = await hashPassword('Tidy-Garden-42');
    const time = async (against: string | undefined) => {
      const start = performance.now();
      expect(await passwordMatches(against, 'Wrong-Garden-43')).toBe(false);
      return performance.now() - start;
    };
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 9; round++) {
      times.known.push(await time(hash));
      times.unknown.push(await time(undefined));
    }
    const median = (list: number[]) => list.toSorted((a, b) => a - b)[4]!;
    expect(median(times.unknown) / median(times.known)).toBeGreaterThan(0.5);
  });

  it('that can be no hash is an error of ours, and the next one is compared all the same', async () => {
    await expect(passwordMatches('broken', 'x')).rejects.toThrow();
    expect(await passwordMatches(await hashPassword('next'), 'next')).toBe(true);
  });
});

describe('a flood of sign-ins', () => {
  it('is turned away at a bounded queue, and the next person is let in (ID-02)', async () => {
    const flood = Promise.allSettled(Array.from({ length: 450 }, () => hashPassword('flood')));
    const refused = (await flood).filter((one) => one.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused)
      expect(reason).toMatchObject({ kind: 'unavailable', retryAfterSeconds: 5 });
    expect(await hashPassword('next')).toMatch(/^\$argon2id\$/);
  });

  it('is let in up to a bounded number, and each that leaves makes room for one (ID-02)', () => {
    const leave: (() => void)[] = [];
    const fill = () => {
      for (;;) leave.push(hashingRoom.enter());
    };
    expect(fill).toThrow('Many people are signing in');
    const places = leave.length;
    leave.pop()!();
    expect(fill).toThrow('Many people are signing in');
    expect(leave).toHaveLength(places);
    for (const one of leave) one();
  });

  it('also leaves a stranger who is turned away no worse off later (ID-03)', async () => {
    const flood = Promise.allSettled(Array.from({ length: 450 }, () => passwordMatches(null, 'x')));
    await expect(passwordMatches(undefined, 'x')).rejects.toThrow('Many people are signing in');
    await flood;
    expect(await passwordMatches(undefined, 'x')).toBe(false);
  });
});
