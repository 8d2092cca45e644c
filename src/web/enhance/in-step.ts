/**
 * Keeps cards and pins in step: pointing at one, or focusing it, marks every element of the same
 * instructor with `data-active`.
 */
export function keepInStep(): void {
  document.addEventListener('pointerover', mark);
  document.addEventListener('focusin', mark);
}

let active: string | undefined;

function mark(event: Event): void {
  const slug = (event.target as Element).closest<HTMLElement>('[data-instructor]')?.dataset[
    'instructor'
  ];
  if (slug === active) return;
  for (const element of document.querySelectorAll('[data-instructor][data-active]'))
    element.removeAttribute('data-active');
  active = slug;
  if (slug === undefined) return;
  for (const element of document.querySelectorAll(`[data-instructor="${CSS.escape(slug)}"]`))
    element.setAttribute('data-active', '');
}
