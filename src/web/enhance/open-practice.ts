import { forgetOthers } from './forget-others.ts';
import { openStore, queueKey } from './player/stored.ts';

/**
 * `<div data-player>` is led through, `<div data-practices-here>` lists what this device keeps. On any
 * other page what is kept for somebody else is forgotten, and what who is signed in practised offline
 * is sent.
 */
export function openPractice(): void {
  const player = document.querySelector<HTMLElement>('[data-player]');
  if (player) return void import('./player/player.ts').then(({ openPlayer }) => openPlayer(player));
  const here = document.querySelector<HTMLElement>('[data-practices-here]');
  if (here)
    return void import('./player/practices-here.ts').then(({ listPracticesHere }) =>
      listPracticesHere(here),
    );
  const person = document.querySelector<HTMLElement>('[data-signed-in]')?.dataset['signedIn'];
  void forgetOthers(person ?? null);
  if (person === undefined) return;
  const store = openStore();
  if (store.getItem(queueKey) === null) return;
  void import('./player/sync.ts').then(({ syncPractised }) => syncPractised(store));
}
