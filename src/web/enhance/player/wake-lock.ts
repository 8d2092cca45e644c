/** Keeps the screen on while `isWanted`; browsers take that away whenever the page is hidden. */
export function openWakeLock(): (isWanted: boolean) => void {
  let wanted = false;
  let lock: WakeLockSentinel | undefined;
  const follow = async (): Promise<void> => {
    if (!('wakeLock' in navigator)) return;
    if (!wanted || document.visibilityState !== 'visible') {
      const held = lock;
      lock = undefined;
      return held?.release();
    }
    if (lock && !lock.released) return;
    lock = await navigator.wakeLock.request('screen');
    // The practice may have been paused while the browser thought about it.
    if (!wanted) await follow();
  };
  // A phone that saves power refuses; then its own rules hold.
  const tryToFollow = (): void => void follow().catch(() => undefined);
  document.addEventListener('visibilitychange', tryToFollow);
  return (isWanted) => {
    if (wanted === isWanted) return;
    wanted = isWanted;
    tryToFollow();
  };
}
