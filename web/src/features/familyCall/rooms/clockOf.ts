/** How long something lasts, as a clock says it: "0:07", "12:30". A clock that is behind says "0:00". Milliseconds. */
export function clockOf(since: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - since) / 1000));

  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
