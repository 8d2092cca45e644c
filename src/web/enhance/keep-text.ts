/** `data-copies="id"` copies that element's text and says so; `data-prints` prints the page. */
export function offerKeeping(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copies],[data-prints]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const { copies, doneText } = button.dataset;
      if (copies === undefined) return print();
      const text = document.getElementById(copies)?.innerText ?? '';
      void navigator.clipboard.writeText(text).then(() => (button.textContent = doneText ?? ''));
    });
  }
}
