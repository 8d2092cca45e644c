export type Press =
  | 'begin'
  | 'pause'
  | 'skip'
  | 'back'
  | 'longer'
  | 'shorter'
  | 'ask-end'
  | 'stay'
  | 'end'
  | 'discard'
  | 'again'
  | 'claim'
  | 'drop'
  | 'claim-there';

/** No letters: those belong to screen readers and voice control (WCAG 2.1.4). */
const keys: Record<string, Press> = {
  ' ': 'pause',
  ArrowLeft: 'back',
  ArrowRight: 'skip',
  ArrowUp: 'longer',
  ArrowDown: 'shorter',
  Escape: 'ask-end',
};

/** Hands on what a key stands for, unless the focused element has a use for it. `act` says if it was used. */
export function listenToKeys(act: (press: Press) => boolean): void {
  document.addEventListener('keydown', (event) => {
    const press = keys[event.key];
    if (!press || event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    const target = event.target as Element;
    if (target.closest('input, [popover]')) return;
    if (event.key === ' ' && target.closest('button, a')) return;
    if (act(press)) event.preventDefault();
  });
}
