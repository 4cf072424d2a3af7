import { DANA, LENA, NURSE, RAY, SAM } from '@doorstep/shared/testing/personas.ts';
import type { RoomId } from '@doorstep/shared/visit/ids.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Device } from '../harness/Device.ts';
import { withSound } from '../harness/HostileStage.ts';
import { LiveServer } from '../harness/LiveServer.ts';
import { LiveVisit } from '../harness/LiveVisit.ts';
import { isRoom } from '../harness/views.ts';

const MAIN2 = 'main-2' as RoomId;

let server: LiveServer;
let visit: LiveVisit;
/** Amina and Dana in the first main room, Ray alone in the second; the health visitor waits at the door. */
let devices: Readonly<Record<'amina' | 'dana' | 'ray' | 'lena', Device>>;
beforeEach(async () => {
  server = await LiveServer.open();
  visit = await LiveVisit.plan(server);
  await visit.must({ type: 'roster.add', person: NURSE });
  await visit.must({ type: 'invitation.issue', participant: LENA });
  await visit.must({ type: 'separation.order', participant: RAY, against: { is: 'these', people: [DANA, SAM] } });
  const amina = await visit.connectHost();
  for (const type of ['visit.start', 'presence.enter'] as const) await amina.command({ type });
  const [dana, ray] = [await visit.bringIn(amina, DANA), await visit.bringIn(amina, RAY)];
  const lena = await visit.connect(await visit.seatOf(LENA));
  await lena.command({ type: 'lobby.knock' });
  devices = { amina, dana, ray, lena };
});
afterEach(async () => {
  expect(server.errors).toEqual([]);
  await server.close();
});

/** Which device receives sound of which, now, at the SFU. */
function flows(): readonly string[] {
  const nameOf = (session: string): string =>
    Object.entries(devices).find(([, { seat }]) => seat.session === session)?.[0] ?? session;

  return server.plane
    .inventory(visit.id)
    .flatMap(({ places }) => places)
    .flatMap(({ session, consumers }) =>
      consumers.flatMap(({ from }) => (from ? [`${nameOf(from.session)}→${nameOf(session)}`] : [])),
    )
    .sort();
}
const admits = (by: Device, room: RoomId) =>
  by.command({ type: 'lobby.admit', session: devices.lena.seat.session, room });

test('[PRIV-5] [JOIN-3] a professional is let in to one side: sound flows with that side alone, and the other is sent nothing', async () => {
  const { amina, dana, ray, lena } = devices;
  for (const [place, device] of [amina, dana, ray].entries()) await withSound(device, 7_000 + place);
  await expect.poll(flows).toEqual(['amina→dana', 'dana→amina']);
  // What was on its way has come when this is answered.
  await dana.say('command', 'are you there?');
  const sent = dana.received.length;
  expect(await admits(amina, MAIN2)).toEqual({ ok: true });
  const view = await lena.until(isRoom);
  expect(isRoom(view) && view.people.map(({ name }) => name)).toEqual(['Ray Cole', 'Lena Voss']);
  await withSound(lena, 7_100);
  await expect.poll(flows).toEqual(['amina→dana', 'dana→amina', 'lena→ray', 'ray→lena']);
  // An answer to her own, and the heartbeat, which is empty.
  await dana.say('command', 'are you there?');
  expect(dana.received.slice(sent).filter((packet) => packet !== '')).toEqual([expect.stringContaining('malformed')]);
});

test('[PRIV-5] [JOIN-3] a place that was made ready at the door is made anew in the room that was chosen', async () => {
  const { amina, ray, lena } = devices;
  await withSound(ray, 7_000);
  expect(await lena.media({ type: 'join' })).toMatchObject({ ok: expect.any(Boolean) });
  expect(await admits(amina, MAIN2)).toEqual({ ok: true });
  await lena.until(isRoom);
  await withSound(lena, 7_100);
  await expect.poll(flows).toEqual(['lena→ray', 'ray→lena']);
});

test('[PRIV-7] [JOIN-3] nobody but the host chooses, and no room that is not a main room of this visit', async () => {
  const { amina, dana, ray, lena } = devices;
  for (const device of [dana, ray, lena])
    expect(await admits(device, MAIN2)).toMatchObject({ ok: false, refusal: 'notYours' });
  await amina.command({ type: 'room.open', told: 'away', mark: 'blue' });
  const view = await amina.until((now) => isRoom(now) && now.console?.rooms.at(-1)?.kind === 'private');
  const blue = isRoom(view) ? view.console?.rooms.at(-1)?.id : undefined;
  for (const room of [blue, 'main-3' as RoomId, 'nobody-has-this' as RoomId])
    expect(await admits(amina, room ?? MAIN2)).toMatchObject({ ok: false, refusal: 'notFound' });
  expect(lena.views.at(-1)?.screen).toBe('waiting');
});
