import { PROTOCOL_VERSION } from '@doorstep/shared/protocol/version.ts';

const KEY = 'reloaded-for';

interface Page {
  readonly location: Pick<Location, 'reload'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * Loads the page anew because the server speaks a newer protocol. False, and nothing happens, when this tab has already done so for the
 * version it still has: then the cache is stale or the server is older, and reloading would go on for ever.
 */
export function reloadOnce(page: Page): boolean {
  try {
    if (page.storage.getItem(KEY) === String(PROTOCOL_VERSION)) return false;
    page.storage.setItem(KEY, String(PROTOCOL_VERSION));
  } catch {
    // Without storage a loop could not be noticed.
    return false;
  }

  page.location.reload();
  return true;
}
