/**
 * `<button data-enabled-at="…">` waits until then, and its `data-left` counts the seconds. Without
 * scripts the server says that it is too soon.
 */
export function holdButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-enabled-at]'))
    hold(button, Date.parse(button.dataset['enabledAt'] ?? ''));
}

function hold(button: HTMLButtonElement, until: number): void {
  const shown = button.querySelector('[data-left]');
  const tick = (): void => {
    const left = Math.ceil((until - Date.now()) / 1000);
    button.disabled = left > 0;
    if (shown) shown.textContent = left > 0 ? ` (${left} s)` : '';
    if (left <= 0) clearInterval(timer);
  };
  const timer = setInterval(tick, 500);
  tick();
}
