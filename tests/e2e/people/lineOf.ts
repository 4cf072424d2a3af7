import type { Page } from 'playwright';

/** Every word that comes to this page over its line, from now on. */
export function lineOf(page: Page): readonly string[] {
  const told: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => told.push(String(payload))));

  return told;
}
