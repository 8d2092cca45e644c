/**
 * `<time data-countdown dateTime="…">` shows the minutes and seconds left. At zero the page is
 * asked for again, since the server knows what became of what was waited for; `data-countdown="quiet"`
 * only counts.
 */
export function runCountdowns(): void {
  const ended = new WeakSet<Element>();
  const tick = (): void => {
    for (const element of document.querySelectorAll<HTMLTimeElement>('time[data-countdown]')) {
      const left = Math.ceil((Date.parse(element.dateTime) - Date.now()) / 1000);
      const text = formatLeft(Math.max(left, 0));
      if (element.textContent !== text) element.textContent = text;
      if (left > 0 || ended.has(element)) continue;
      ended.add(element);
      // No reload: that would send a form again.
      if (left > -5 && element.dataset['countdown'] !== 'quiet')
        location.replace(location.href.split('#', 1)[0] ?? '');
    }
  };
  tick();
  setInterval(tick, 1000);
}

function formatLeft(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
