import type { Instant, SessionId } from '../ids.ts';

/** How a camera or microphone was found, by the device itself: told for help, never trusted for more. */
export type CaptureFound = 'notTried' | 'works' | 'refused' | 'missing' | 'inUse' | 'failed' | 'skipped';

/** What one device found out about itself before joining (JOIN-4), and what was said of the surroundings (DEV-2). */
export interface CheckReport {
  readonly camera: CaptureFound;
  /** What the picture lacks, if it is seen at all. */
  readonly picture: 'notTried' | 'fine' | 'dark' | 'bright' | 'black';
  readonly microphone: CaptureFound | 'silent';
  readonly speaker: 'notTried' | 'heard' | 'notHeard' | 'skipped';
  /** By a real loop through the SFU. */
  readonly network: 'notTried' | 'good' | 'fair' | 'poor' | 'failed' | 'skipped';
  /** Whether somebody else can hear. */
  readonly overheard: 'notSaid' | 'no' | 'yes';
  readonly headset: 'notSaid' | 'yes' | 'no';
  /** Whether what is behind may be seen by all. */
  readonly behind: 'notSaid' | 'fine' | 'toTidy';
  /** Whose device it is (DEV-1): asked of staff only, and left out by everybody else. */
  readonly equipment?: 'notSaid' | 'authority' | 'personal' | undefined;
}

/** Short advice that the host can send to one device (JOIN-6); the words live with the client. */
export type HelpHint =
  | 'turnSideways'
  | 'tapCamera'
  | 'moreLight'
  | 'faceTheCamera'
  | 'speakUp'
  | 'turnSoundUp'
  | 'closeOtherApps'
  | 'useWifi'
  | 'openInBrowser'
  | 'takeYourTime'
  | 'weWillPhone';

/** What somebody at the door, or inside, asks of the host besides getting in. */
export type HelpAsked = 'phoneMe' | 'stuck';

export interface Help {
  readonly hint: { readonly hint: HelpHint; readonly at: Instant } | null;
  readonly asked: { readonly what: HelpAsked; readonly at: Instant } | null;
}

export const NO_HELP: Help = { hint: null, asked: null };

export type Checks = ReadonlyMap<SessionId, { readonly report: CheckReport; readonly at: Instant }>;
export type Helps = ReadonlyMap<SessionId, Help>;
