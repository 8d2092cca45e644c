/** In the names of the caches in which the player's worker keeps what one person alone may see, before their id. */
const personMark = '-of-';

/** What this device keeps for one person leaves with them: with the first page that is not theirs. */
export async function forgetOthers(person: string | null): Promise<void> {
  if (!('caches' in globalThis)) return;
  const others = (await caches.keys()).filter(
    (name) => name.includes(personMark) && !name.endsWith(`${personMark}${person}`),
  );
  await Promise.all(others.map((name) => caches.delete(name)));
}
