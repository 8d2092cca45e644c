/** Shows the running part of a hold's clock, and says aloud now and then how long is left. */
export function runHoldClock(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-countdown-part]'))
    part.hidden = false;
  const said = document.querySelector<HTMLElement>('[data-countdown-said]');
  if (!said) return;
  const until = Date.parse(said.dataset['countdownSaid'] ?? '');
  for (const [seconds, text] of Object.entries(
    JSON.parse(said.dataset['texts'] ?? '{}') as Record<string, string>,
  )) {
    const wait = until - Number(seconds) * 1000 - Date.now();
    if (wait > 0) setTimeout(() => (said.textContent = text), wait);
  }
}
