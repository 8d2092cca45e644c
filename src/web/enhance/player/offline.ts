/** The worker's address. Only the player's pages are its business. */
const workerUrl = '/practice-worker.js';
const playerScope = '/practice/play';

/**
 * Asks this device to keep the practice of an address, for everybody or for the one person that it was
 * made for; `kept` is called once it does.
 */
export async function stayOffline(
  address: string,
  { person, kept }: { person?: string | undefined; kept?: () => void } = {},
): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const container = navigator.serviceWorker;
  container.addEventListener('message', ({ data }) => {
    if ((data as { kept?: string } | null)?.kept === address) kept?.();
  });
  try {
    await container.register(workerUrl, { scope: playerScope, updateViaCache: 'none' });
    const { active } = await container.ready;
    active?.postMessage({ keep: address, person });
  } catch {
    // Without a worker the practice goes on as long as its page is open.
  }
}
