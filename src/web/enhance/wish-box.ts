/** In a wish box Enter sends the form; a new line has no meaning there. */
export function sendWishOnEnter(): void {
  document.addEventListener('keydown', (event) => {
    const field = event.target;
    if (event.key !== 'Enter' || event.isComposing || !(field instanceof HTMLTextAreaElement))
      return;
    if (field.dataset['submit'] !== 'enter') return;
    event.preventDefault();
    field.form?.requestSubmit();
  });
}
