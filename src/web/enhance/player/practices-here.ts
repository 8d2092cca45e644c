import { stayOffline } from './offline.ts';

interface Kept {
  address: string;
  title: string;
}

/** The list of practices that this device keeps. The worker knows them. */
export async function listPracticesHere(root: HTMLElement): Promise<void> {
  const list = root.querySelector<HTMLElement>('[data-list]');
  if (!list || !('serviceWorker' in navigator)) return;
  const container = navigator.serviceWorker;
  container.addEventListener('message', ({ data }) => {
    const practices = (data as { practices?: Kept[] } | null)?.practices;
    if (!practices) return;
    list.replaceChildren(...practices.map(rowOf));
    list.hidden = practices.length === 0;
    for (const none of root.querySelectorAll<HTMLElement>('[data-shown="none"]'))
      none.hidden = practices.length > 0;
  });
  await stayOffline(location.pathname);
  const { active } = await container.ready;
  active?.postMessage({ list: true });
}

function rowOf({ address, title }: Kept): HTMLElement {
  const row = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = title;
  link.className = 'target w-full font-semibold hover:underline';
  row.append(link);
  return row;
}
