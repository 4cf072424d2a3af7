/** Keeps the screen from going dark until the returned function is called; does nothing where the browser cannot. */
export function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => {};

  let lock: WakeLockSentinel | null = null;
  let over = false;
  const take = async () => {
    if (over || document.visibilityState !== 'visible' || (lock !== null && !lock.released)) return;
    // Refused when the battery is low: then the screen goes dark, as it would without us.
    const taken = await navigator.wakeLock.request('screen').catch(() => null);
    if (over) await taken?.release();
    else lock = taken;
  };
  // The browser lets go of it whenever the page is hidden.
  const retake = () => void take();

  document.addEventListener('visibilitychange', retake);
  retake();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', retake);
    void lock?.release();
  };
}
