const rules: Record<string, (password: string) => boolean> = {
  length: (password) => [...password].length >= 8,
  upper: (password) => /\p{Lu}/u.test(password),
  lower: (password) => /\p{Ll}/u.test(password),
  digit: (password) => /\p{Nd}/u.test(password),
};

/** Ticks what a new password fulfils while it is typed. The server decides, and also knows the common ones. */
export function tickPasswordHints(): void {
  for (const hints of document.querySelectorAll<HTMLElement>('[data-password-hints]')) {
    const field = document.getElementById(
      hints.dataset['passwordHints'] ?? '',
    ) as HTMLInputElement | null;
    field?.addEventListener('input', () => tick(hints, field.value.normalize('NFKC')));
  }
}

function tick(hints: HTMLElement, password: string): void {
  const isPhrase = [...password].length >= 15;
  for (const line of hints.querySelectorAll<HTMLElement>('[data-rule]')) {
    const isMet = isPhrase || rules[line.dataset['rule'] ?? '']?.(password) === true;
    line.toggleAttribute('data-met', isMet);
    const said = line.querySelector('span');
    if (said) said.textContent = isMet ? ` (${hints.dataset['metText']})` : '';
  }
}
