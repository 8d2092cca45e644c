/** Turns on the button that shows a password. Its text stays; `aria-pressed` says the state. */
export function showPasswords(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-shows-password]'))
    button.hidden = false;
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-shows-password]');
    const field = button && document.getElementById(button.dataset['showsPassword'] ?? '');
    if (!button || !(field instanceof HTMLInputElement)) return;
    const shown = field.type === 'password';
    field.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shown));
    field.focus();
  });
}
