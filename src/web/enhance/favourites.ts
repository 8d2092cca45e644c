/** `<form data-favourite>`: the heart fills at once, and empties again when that could not be kept. */
export function keepFavourites(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const button = form.querySelector('button');
    if (form.dataset['favourite'] === undefined || !button) return;
    event.preventDefault();
    void send(form, button);
  });
}

async function send(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  if (form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  const keep = button.value;
  const body = new URLSearchParams(new FormData(form, button) as unknown as URLSearchParams);
  show(button, keep === '1');
  const answer = await fetch(form.action, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  }).catch(() => undefined);
  form.ariaBusy = null;
  if (answer?.ok) return;
  show(button, keep !== '1');
  // The page itself says why: to sign in, most often.
  withKeep(form, keep).submit();
}

function show(button: HTMLButtonElement, isKept: boolean): void {
  button.ariaPressed = String(isKept);
  button.value = isKept ? '0' : '1';
}

/** Without its button a form does not say which way. */
function withKeep(form: HTMLFormElement, keep: string): HTMLFormElement {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name: 'keep', value: keep });
  form.append(field);
  return form;
}
