import type { Page } from 'playwright';
import { eventually } from '../../e2e/people/eventually.ts';
import type { FragileVisit } from '../../harness/FragileVisit.ts';

/** With no packet for so long, the one before was the last. */
const SILENT_MS = 2_000;

/** When the last packet of anybody came to this page, in milliseconds since 1970 (W3C webrtc-stats). */
const lastPacketAt = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const open = (window.__connections ?? []).filter(({ signalingState }) => signalingState !== 'closed');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    const came = reports.flatMap((report) =>
      [...report.values()].flatMap(({ type, trackIdentifier, lastPacketReceivedTimestamp }) =>
        type === 'inbound-rtp' && trackIdentifier !== 'probator' ? [Number(lastPacketReceivedTimestamp ?? 0)] : [],
      ),
    );

    return Math.max(0, ...came);
  });

const press = (visit: FragileVisit, name: string): Promise<void> =>
  visit.host.page.getByRole('button', { name, exact: true }).click();

/** A private room, to which the host can go. */
export async function openRoom(visit: FragileVisit): Promise<void> {
  await visit.host.page.getByRole('button', { name: /^Rooms/ }).click();
  await press(visit, 'Open a private room');
  await visit.host.page.getByRole('dialog').getByRole('button', { name: 'Open the room' }).click();
  await press(visit, 'Go back');
  await visit.timeUntilTogether();
}

/**
 * [PRIV-10] The host goes to the private room and comes back. In milliseconds: from the press until the last packet of anybody came to the
 * family left behind, and from the press on the way back until all are together.
 */
export async function safeHold(visit: FragileVisit): Promise<{ readonly held: number; readonly back: number }> {
  const gone = Date.now();
  await press(visit, 'Go there (Blue room)');
  const last = await eventually(async () => {
    const at = Math.max(...(await Promise.all([visit.danasPage, visit.samsPage].map(lastPacketAt))));
    if (Date.now() - at < SILENT_MS) throw new Error('Somebody is still seen or heard');

    return at;
  });
  const back = Date.now();
  await press(visit, 'Go back');
  await visit.timeUntilTogether();

  return { held: Math.max(0, last - gone), back: Date.now() - back };
}
