import type { Switch } from '@doorstep/shared/visit/presence/state.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import type { VisitClient } from '../visit/VisitClient.ts';
import type { LocalMedia } from './LocalMedia.ts';
import { Telling } from './Telling.ts';

interface Switches {
  readonly microphone: Switch;
  readonly camera: Switch;
}

/** Tells the visit whenever the person turns their microphone or camera on or off, so that everybody's screen says the truth. */
export class SwitchTeller {
  readonly #visit: VisitClient;
  readonly #local: Pick<LocalMedia, 'getState' | 'subscribe'>;
  readonly #stop: readonly (() => void)[];

  constructor(visit: VisitClient, local: Pick<LocalMedia, 'getState' | 'subscribe'>) {
    this.#visit = visit;
    this.#local = local;
    const telling = new Telling<Switches>({
      newest: () => this.#newest(),
      known: () => knownBefore(visit.getState().view),
      isSame,
      send: (switches) => visit.send({ type: 'presence.setMedia', ...switches }),
      gapMs: 0,
    });
    const look = () => telling.look();
    this.#stop = [visit.subscribe(look), local.subscribe(look), () => telling.close()];
    look();
  }

  close(): void {
    for (const stop of this.#stop) stop();
  }

  #newest(): Switches | null {
    const { view } = this.#visit.getState();
    const { asked, microphoneOn, cameraOn } = this.#local.getState();
    if (view === null || !asked || view.can['presence.setMedia'] !== 'yes') return null;

    return { microphone: microphoneOn ? 'on' : 'off', camera: cameraOn ? 'on' : 'off' };
  }
}

const isSame = (one: Switches, other: Switches): boolean =>
  one.microphone === other.microphone && one.camera === other.camera;

/** What the visit already knows of this device, from before this page was loaded. */
const knownBefore = (view: VisitView | null): Switches | null =>
  view === null || view.screen === 'out' || view.screen === 'preparing' ? null : view.me;
