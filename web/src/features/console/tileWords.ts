import type { Blur } from '@doorstep/shared/visit/condition/state.ts';
import type { Sight } from '@doorstep/shared/visit/sight/state.ts';
import { DEVICES } from '../../content/people.ts';
import { CONSOLE } from '../../content/staff/console.ts';
import { SIGHT } from '../../content/staff/sight.ts';
import type { TileView } from './arrange.ts';

/** What is known of a tile's picture on this screen. */
export interface PictureFacts {
  /** A picture arrives. */
  readonly arrives: boolean;
  /** [SEE-4] How it is seen here; null for those who are not watched, and until that can be told. */
  readonly sight: Sight | null;
  /** As the host is told it; null for everybody else. */
  readonly blur: Blur | null;
}

/** Words in place of a picture, or over one that must not be taken for how it is now. */
export interface Cover {
  readonly says: string;
  readonly more: string | null;
  readonly isLarge: boolean;
  readonly icon: 'line' | 'sound' | 'picture';
}

const cover = (says: string, change: Partial<Cover> = {}): Cover => ({
  says,
  more: null,
  isLarge: false,
  icon: 'picture',
  ...change,
});

const whose = ({ isMe, person, device }: TileView): string =>
  isMe ? SIGHT.yours(DEVICES[device.device]) : SIGHT.whose(person.name, DEVICES[device.device]);

/** What has come between this device and its camera or microphone, in words; null while nothing has. */
export function sayInterruption(tile: TileView): string | null {
  return SIGHT.interruption[tile.device.interruption]?.(whose(tile)) ?? null;
}

/** Why a tile shows no picture that could be trusted, the gravest reason first; null while it shows one. */
export function coverOf(tile: TileView, facts: PictureFacts): Cover | null {
  const { device } = tile;
  if (device.connection === 'reconnecting') return cover(CONSOLE.tile.lost, { icon: 'line' });
  // Nothing of it comes and nothing reaches it, whatever else is the matter.
  if (device.protection.is === 'unprotected') return cover(SIGHT.shutOut);
  if (device.hears === 'no') return cannotHear(tile);
  if (device.camera === 'off') return cover(CONSOLE.tile.cameraOff);
  if (device.interruption === 'camera' || device.interruption === 'both') return cover(sayInterruption(tile) ?? '');
  if (device.pictureHeld) return cover(facts.blur === 'on' ? SIGHT.heldForBlur : SIGHT.held);

  return ofPicture(tile, facts);
}

const cannotHear = ({ isMe, person }: TileView): Cover =>
  isMe
    ? cover(SIGHT.cannotHearHere, { icon: 'sound' })
    : cover(SIGHT.cannotHear(person.name), { icon: 'sound', isLarge: true, more: SIGHT.cannotHearWhat });

/** [SEE-4] An app in front of the camera explains a picture that is not there. */
function ofPicture(tile: TileView, { arrives, sight }: PictureFacts): Cover | null {
  const more = tile.device.interruption === 'hidden' ? sayInterruption(tile) : null;
  if (sight === 'frozen' || sight === 'black') return cover(SIGHT[sight], { more });
  if (sight === 'lost') return cover(SIGHT.lost, { more });

  return arrives ? null : cover(more ?? CONSOLE.tile.coming);
}

/** Whether the picture itself is on the page: also under words, so that it is noticed when it moves again. */
export function isShown({ device }: TileView, { arrives }: PictureFacts): boolean {
  return arrives && device.camera === 'on' && !device.pictureHeld && device.hears === 'yes';
}
