import type { ProtectedIs } from '@doorstep/shared/visit/protection/state.ts';
import { DEVICES } from '../../../content/people.ts';
import { PROTECTION } from '../../../content/staff/protection.ts';
import { ROSTER, SIGHTS } from '../../../content/staff/roster.ts';
import { isInside, type LineDevice, type RosterLine } from './rosterLines.ts';

const WORDS = ROSTER.exceptions;

/** `grave`: something has to be done; otherwise it is good to know. */
export interface Exception {
  readonly says: string;
  readonly grave: boolean;
}

/** What a line cannot know of itself. */
export interface Surroundings {
  /** [ROST-3] The introductions have begun. */
  readonly introducing: boolean;
  /** [JOIN-6] Null for those who are not told. */
  readonly lateFrom: number | null;
  readonly now: number;
}

const grave = (says: string): Exception => ({ says, grave: true });
const mild = (says: string): Exception => ({ says, grave: false });

/** What is out of the ordinary about one person, the grave first. Nobody's line says what is as it should be. */
export function exceptionsOf(line: RosterLine, around: Surroundings): readonly Exception[] {
  const all = [...ofPerson(line, around), ...line.devices.flatMap((device) => ofDeviceNamed(line, device))];
  return [...all.filter((one) => one.grave), ...all.filter((one) => !one.grave)];
}

function ofPerson(line: RosterLine, { introducing }: Surroundings): readonly Exception[] {
  return [
    ...(line.quickExit ? [grave(WORDS.quickExit)] : []),
    ...(isInside(line) && introducing ? INTRODUCED[line.introduced] : []),
  ];
}

const INTRODUCED: Readonly<Record<RosterLine['introduced'], readonly Exception[]>> = {
  notYet: [mild(WORDS.notIntroduced)],
  calledOn: [mild(WORDS.calledOn)],
  done: [],
};

/** Of several devices, each says which one it is. */
function ofDeviceNamed({ role, devices, state }: RosterLine, device: LineDevice): readonly Exception[] {
  const isWatched = role === 'child' || role === 'parent';
  const found = ofDevice(device, isWatched, state === 'away');
  if (devices.length < 2) return found;
  return found.map(({ says, ...rest }) => ({ ...rest, says: `${DEVICES[device.seen.device]}: ${says}` }));
}

function ofDevice({ seen, told, place }: LineDevice, isWatched: boolean, isAway: boolean): readonly Exception[] {
  const unexpected = told?.unexpected ? [grave(WORDS.unexpected)] : [];
  if (place !== 'inside') return unexpected;
  const interruption = seen.interruption === 'hidden' && isAway ? null : WORDS.interruption[seen.interruption];
  return [
    ...unexpected,
    ...ofProtection(seen.protection.is),
    ...(seen.hears === 'no' ? [grave(WORDS.cannotHear)] : []),
    ...(told?.blur === 'on' ? [grave(WORDS.blurred)] : []),
    ...(told?.cameraKind === 'virtual' ? [grave(WORDS.virtual)] : []),
    ...(told?.senses?.sees === 'no' ? [grave(WORDS.cannotSeeUs)] : []),
    ...(told?.senses?.hears === 'no' ? [grave(WORDS.cannotHearUs)] : []),
    ...(interruption === null ? [] : [grave(interruption)]),
    ...(isWatched ? ofPicture({ seen, told }) : []),
  ];
}

/** [SAFE-2] Of a device that is still setting up nothing is said here. */
function ofProtection(is: ProtectedIs): readonly Exception[] {
  if (is === 'unprotected') return [grave(PROTECTION.exceptions.unprotected)];

  return is === 'unprotectedAccepted' ? [mild(PROTECTION.exceptions.unprotectedAccepted)] : [];
}

/** [SEE-4] A child or parent who is not seen. Whose picture is held back has been told why already. */
function ofPicture({ seen, told }: Pick<LineDevice, 'seen' | 'told'>): readonly Exception[] {
  if (seen.camera === 'off') return [grave(WORDS.cameraOff)];
  const isLost = seen.connection === 'reconnecting';
  if (isLost || seen.pictureHeld || told === null || told.sight === null || told.sight === 'seen') return [];
  // The host's own screen was elsewhere, which says nothing of them.
  if (told.sight === 'notShown') return [];
  return [grave(SIGHTS[told.sight])];
}
