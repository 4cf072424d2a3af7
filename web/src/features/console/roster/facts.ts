import type { HostDeviceView } from '@doorstep/shared/visit/viewShape.ts';
import { DEVICES, sayRole } from '../../../content/people.ts';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { BLUR, CAMERA_KINDS, ROSTER, SAID_WHO, SIGHTS } from '../../../content/staff/roster.ts';
import { isInside, type LineDevice, type RosterLine } from './rosterLines.ts';

const WORDS = ROSTER.details;

export const nameOfDevice = ({ seen, told }: LineDevice): string =>
  told?.arrival === 'second' ? `${DEVICES[seen.device]} (${ROSTER.second})` : DEVICES[seen.device];

/** A device in few words: what it is, whether its camera is off, and what is known of its blur. */
function sayDevice(device: LineDevice): string {
  const { seen, told, place, room } = device;
  if (room !== null) return `${nameOfDevice(device)}, ${ROOMS.elsewhere(room)}`;
  if (place !== 'inside') return `${nameOfDevice(device)}, ${WORDS.place[place].toLowerCase()}`;
  if (seen.camera === 'off') return `${nameOfDevice(device)}, ${WORDS.camera.off.toLowerCase()}`;
  return told === null ? nameOfDevice(device) : `${nameOfDevice(device)}, ${BLUR[told.blur].toLowerCase()}`;
}

/** [ROST-1] [SEE-3] Who somebody is, how that is known, and with what they are here. */
export function sayFacts(line: RosterLine): string {
  const known = line.known === 'signsIn' ? ROSTER.signsIn : ROSTER.link;
  const devices = line.devices.map(isInside(line) ? sayDevice : nameOfDevice);
  const speech = line.speech === 'notYet' ? [ROSTER.speaksNotYet] : [];
  return [sayRole(line.role, line.relationship), ...speech, known, ...devices].join(' · ');
}

/** Everything that is known of one device, in words, for whoever asks for more. `isAsked`: whether it was asked what it sees and hears. */
export function deviceFacts({ seen, told, place, room }: LineDevice, isAsked: boolean): readonly string[] {
  if (room !== null) return [ROOMS.elsewhere(room)];
  if (place !== 'inside') return [WORDS.place[place]];
  return [
    seen.connection === 'reconnecting' ? WORDS.reconnecting : WORDS.place.inside,
    WORDS.microphone[seen.microphone],
    WORDS.camera[seen.camera],
    ...(told === null ? [] : factsForHost(told, isAsked)),
  ];
}

function factsForHost(
  { blur, cameraKind, sight, camera, senses }: HostDeviceView,
  isAsked: boolean,
): readonly string[] {
  const isFine = senses?.sees === 'yes' && senses.hears === 'yes';
  return [
    BLUR[blur],
    CAMERA_KINDS[cameraKind],
    ...(sight !== null && camera === 'on' ? [SIGHTS[sight]] : []),
    ...(isFine ? [WORDS.senses.fine] : []),
    ...(isAsked && senses === null ? [WORDS.senses.notAnswered] : []),
  ];
}

/** [JOIN-5] What a device has said of who is with it; null where the names beside it say it. */
export const sayWho = ({ saidWho, beside }: Pick<HostDeviceView, 'saidWho' | 'beside'>): string | null =>
  saidWho === 'said' && beside.length > 0 ? null : SAID_WHO[saidWho];
