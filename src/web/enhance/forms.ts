/**
 * A form that is on its way is not sent again, and a page that the browser kept from before is
 * asked for anew: who is signed in, or what is held, may have changed since.
 */
export function keepFormsHonest(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.ariaBusy === 'true') return event.preventDefault();
    form.ariaBusy = 'true';
    const button = event.submitter ?? form.querySelector('button');
    if (button) button.ariaBusy = 'true';
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}

/** `<a data-follow-after="3000">` is followed by itself after so many milliseconds. */
export function followByItself(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-follow-after]');
  if (link) setTimeout(() => location.replace(link.href), Number(link.dataset['followAfter']));
}
