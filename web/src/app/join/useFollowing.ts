import type { Switch } from '@doorstep/shared/visit/presence/state.ts';
import { useEffect } from 'react';
import { keepAwake } from '../../media/keepAwake.ts';
import { seatMemory } from '../../visit/seatMemory.ts';
import type { FamilyVisit } from './familyVisit.ts';
import type { FamilyScreen } from './screens.ts';

/** What the device does when the screen changes: media again after a reload, off at the end, awake in between. */
export function useFollowing(family: FamilyVisit, screen: FamilyScreen): void {
  const isIn = screen.is === 'lobby' || screen.is === 'call';
  const isOver = screen.is === 'out' || screen.is === 'shut';
  const isOut = screen.is === 'out';
  const isForGood = isClosedForGood(screen);
  const mine = switchesOf(screen);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only coming in matters; later changes of the switches are the person's own.
  useEffect(() => {
    if (!isIn) return;
    family.media.prepare();
    void comeBackWith(family, mine);
    return keepAwake();
  }, [family, isIn]);

  useEffect(() => {
    if (isOver) family.rest.begin();
  }, [family, isOver]);

  // Names of people are not left behind in a browser whose owner has gone.
  useEffect(() => {
    if (isForGood || isOut) family.unsent.forget();
  }, [family, isForGood, isOut]);

  useEffect(() => {
    if (isForGood) seatMemory(() => sessionStorage).forget();
  }, [isForGood]);
}

interface Switches {
  readonly microphone: Switch;
  readonly camera: Switch;
}

/** As the visit remembers them. */
function switchesOf(screen: FamilyScreen): Switches | null {
  if (screen.is === 'lobby') return screen.door.me;

  return screen.is === 'call' ? screen.view.me : null;
}

/** After a reload: what was on is on again, and nothing else. In the first place the person has just been asked. */
async function comeBackWith({ local }: FamilyVisit, mine: Switches | null): Promise<void> {
  if (mine === null || local.getState().asked) return;

  const camera = mine.camera === 'on';
  const microphone = mine.microphone === 'on';
  if (camera || microphone) await local.acquire({ camera, microphone });
}

const isClosedForGood = (screen: FamilyScreen): boolean =>
  (screen.is === 'shut' && (screen.why === 'linkClosed' || screen.why === 'openAgain')) ||
  (screen.is === 'out' && (screen.out.why === 'ended' || screen.out.why === 'linkClosed'));
