import type { ForEachReader } from './reader.ts';

interface LobbyWords {
  readonly heading: (worker: string) => string;
  readonly wait: string;
  readonly early: (when: string) => string;
  readonly unseen: string;
  readonly waitedOne: string;
  readonly waited: (minutes: string) => string;
  readonly longWait: string;
  readonly yourself: string;
  readonly cameraOff: string;
  readonly leave: string;
}

/** At the door: told on, and waiting. Nothing here depends on what goes on inside. */
export const lobby: ForEachReader<LobbyWords> = {
  adult: {
    heading: (worker) => `We have told ${worker} that you are here`,
    wait: 'You do not need to do anything. Just wait here.',
    early: (when) => `Your time: ${when}. It is fine to be early.`,
    unseen: 'Nobody can see or hear you yet.',
    waitedOne: 'You have waited one minute.',
    waited: (minutes) => `You have waited ${minutes} minutes.`,
    longWait: 'Sorry about the wait. You are still in the right place. You can call us too.',
    yourself: 'You',
    cameraOff: 'Your camera is off',
    leave: 'Leave',
  },
  child: {
    heading: (worker) => `${worker} knows you are here`,
    wait: 'You can sit back. You will go in soon.',
    early: (when) => `Your time: ${when}. You are nice and early!`,
    unseen: 'Nobody can see or hear you yet.',
    waitedOne: 'You have waited one minute.',
    waited: (minutes) => `You have waited ${minutes} minutes.`,
    longWait: 'Sorry that it takes so long. You have done it all right. Tell a grown-up if you like.',
    yourself: 'You',
    cameraOff: 'Your camera is off',
    leave: 'Leave',
  },
};
