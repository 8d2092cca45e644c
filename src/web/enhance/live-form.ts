import { addressOf, visit } from './swap-in-place.ts';

const pauseMs = 300;

/**
 * `<form data-live>`: what is chosen in it shows at once, what is typed after a pause. The form itself
 * stays where it is, and follows the address when a link or the back button changed that.
 */
export function followLiveForms(): void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('input', (event) => {
    const field = event.target as HTMLInputElement;
    const { form } = field;
    if (form?.dataset['live'] === undefined) return;
    const isTyped = field.type === 'search' || field.type === 'text';
    clearTimeout(pause);
    pause = setTimeout(
      () => void visit(addressOf(form), { replace: isTyped }),
      isTyped ? pauseMs : 0,
    );
  });
  document.addEventListener('submit', () => clearTimeout(pause));
  document.addEventListener('swapped', () => {
    const form = document.querySelector<HTMLFormElement>('form[data-live]');
    if (form) fillFromAddress(form);
  });
}

function fillFromAddress(form: HTMLFormElement): void {
  const params = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field instanceof HTMLSelectElement) field.value = params.get(field.name) ?? '';
    else if (!(field instanceof HTMLInputElement)) continue;
    else if (field.type === 'checkbox')
      field.checked = params.getAll(field.name).includes(field.value);
    // Somebody who is still typing is ahead of the address.
    else if (field !== document.activeElement) field.value = params.get(field.name) ?? '';
  }
}
