import type { Switch } from '@doorstep/shared/visit/presence/state.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import type { VisitClient } from '../visit/VisitClient.ts';
import type { LocalMedia } from './LocalMedia.ts';

interface Switches {
  readonly microphone: Switch;
  readonly camera: Switch;
}

/** Tells the visit whenever the person turns their microphone or camera on or off, so that everybody's screen says the truth. */
export class SwitchTeller {
  readonly #visit: VisitClient;
  readonly #local: Pick<LocalMedia, 'getState' | 'subscribe'>;
  readonly #stop: readonly (() => void)[];
  #told: Switches | null = null;

  constructor(visit: VisitClient, local: Pick<LocalMedia, 'getState' | 'subscribe'>) {
    this.#visit = visit;
    this.#local = local;
    this.#stop = [visit.subscribe(() => this.#tell()), local.subscribe(() => this.#tell())];
    this.#tell();
  }

  close(): void {
    for (const stop of this.#stop) stop();
  }

  #tell(): void {
    const { view } = this.#visit.getState();
    const { asked, microphoneOn, cameraOn } = this.#local.getState();
    if (view === null || !asked || view.can['presence.setMedia'] !== 'yes') return;

    const now: Switches = { microphone: microphoneOn ? 'on' : 'off', camera: cameraOn ? 'on' : 'off' };
    if (isSame(now, this.#told ?? toldBefore(view))) return;

    this.#told = now;
    void this.#visit.send({ type: 'presence.setMedia', ...now });
  }
}

const isSame = (one: Switches, other: Switches | null): boolean =>
  one.microphone === other?.microphone && one.camera === other.camera;

/** What the visit already knows of this device, from before this page was loaded. */
const toldBefore = (view: VisitView): Switches | null =>
  view.screen === 'out' || view.screen === 'preparing' ? null : view.me;
