import { readStored, type Store, writeStored } from './stored.ts';
import { canSpeak } from './voice.ts';

export interface Settings {
  bell: boolean;
  voice: boolean;
}

const key = 'etude-player';

/** The switches of the page, wherever they stand, and what they were set to last time. */
export function openSettings(root: HTMLElement, store: Store, changed: () => void): Settings {
  const settings: Settings = { bell: true, voice: false, ...readStored<Settings>(store, key) };
  const switches = [...root.querySelectorAll<HTMLInputElement>('[data-setting]')];
  const show = (): void => {
    for (const one of switches) one.checked = settings[one.dataset['setting'] as keyof Settings];
  };
  for (const one of switches)
    one.addEventListener('change', () => {
      settings[one.dataset['setting'] as keyof Settings] = one.checked;
      writeStored(store, key, settings);
      show();
      changed();
    });
  for (const place of root.querySelectorAll<HTMLElement>('[data-speaks]'))
    place.hidden = !canSpeak();
  show();
  return settings;
}
