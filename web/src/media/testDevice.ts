import type { DoorView } from '@doorstep/shared/visit/doorViewShape.ts';
import type { RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { OutView, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { Device } from 'mediasoup-client';
import * as fakeParameters from 'mediasoup-client/fakeParameters';
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler';
import type { ConnectionState, Transport } from 'mediasoup-client/types';
import { vi } from 'vitest';
import { aDoor, aRoom, SEATED_AT } from '../visit/testViews.ts';
import { ConditionWatch } from './condition/ConditionWatch.ts';
import { FakeSurroundings } from './condition/FakeSurroundings.ts';
import { FakeCapture } from './FakeCapture.ts';
import { FakeSfu } from './FakeSfu.ts';
import { FollowingMediaClient } from './FollowingMediaClient.ts';
import { LocalMedia } from './LocalMedia.ts';
import { FakeProtection } from './protection/FakeProtection.ts';

export const DAD = 'dads-phone' as SessionId;
const ROOM = 'main' as RoomId;

export const waiting: DoorView = aDoor('waiting', { can: { 'presence.setMedia': 'yes' } });

export const inside: RoomView = aRoom({
  room: { id: ROOM, kind: 'main', since: SEATED_AT, mark: null, heldSince: null, cover: null, words: null },
  can: waiting.can,
});

export const over: OutView = {
  screen: 'out',
  why: 'ended',
  words: null,
  me: { name: 'Amina', role: 'child' },
  can: {},
};

/** A device with its camera and microphone on, in front of a visit that it has not heard of yet. */
export async function begin({ newDevice }: { newDevice?: () => Promise<Device> } = {}) {
  const capture = new FakeCapture();
  const local = new LocalMedia(capture, () => true);
  await local.acquire();
  const sfu = new FakeSfu();
  const around = new FakeSurroundings();
  const condition = new ConditionWatch({ local, attention: around.attention, ...soundOf(around) });
  const transports: Transport[] = [];
  const makeDevice = async () => {
    const device = new Device({ handlerFactory: FakeHandler.createFactory(fakeParameters) });
    device.observer.on('newtransport', (transport) => transports.push(transport));
    return device;
  };
  const protection = new FakeProtection();
  const openProtection = async () => protection;
  const media = new FollowingMediaClient({
    visit: sfu,
    local,
    condition,
    newDevice: newDevice ?? makeDevice,
    openProtection,
  });
  /** What the browser finds out about the path of every transport that is still open. */
  const paths = (state: ConnectionState) => {
    for (const { closed, handler } of transports) {
      if (!closed && handler instanceof FakeHandler) handler.setConnectionState(state);
    }
  };
  return { capture, local, sfu, around, media, protection, transports, paths };
}

const soundOf = ({ loudspeaker, outputs, session }: FakeSurroundings) => ({ loudspeaker, outputs, session });

/** At the door and made ready. */
export async function atTheDoor() {
  const device = await begin();
  device.media.prepare();
  device.sfu.connect();
  device.sfu.show(waiting);
  await settle();
  return device;
}

/** Seated, with everything connected. */
export async function seated() {
  const device = await atTheDoor();
  device.sfu.seatedAt = SEATED_AT;
  device.sfu.show(inside);
  device.sfu.tell({ type: 'seated', at: SEATED_AT, iceServers: [] });
  device.sfu.offer(DAD, 'audio');
  await settle();
  device.paths('connected');
  await settle();
  return device;
}

/** Lets what is under way come to its end, without the time moving on. */
export const settle = () => vi.advanceTimersByTimeAsync(0);
