import type { Millis, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Sight } from '@doorstep/shared/visit/sight/state.ts';
import type { DeviceView, VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { Store } from '../visit/store.ts';
import type { VisitClient } from '../visit/VisitClient.ts';
import { PictureSight, type ShownPicture } from './pictureSight.ts';

export interface PictureWatchNeeds {
  readonly visit: Pick<VisitClient, 'getState' | 'subscribe'>;
  /** Whether this tab is in front, and being told when that changes, until the returned function is called. */
  readonly page: { isInFront(): boolean; watch(listener: () => void): () => void };
  readonly now: () => Millis;
}

export type Sights = ReadonlyMap<SessionId, Sight>;

const LOOK_EVERY: Millis = 1_000;

/**
 * [SEE-4] Watches whether a professional's screen really shows the child and the parents: that frames come, and that they are not black. Of
 * nobody else, and with a look a second, which costs an old laptop next to nothing.
 */
export class PictureWatch {
  readonly #needs: PictureWatchNeeds;
  readonly #store = new Store<{ readonly sights: Sights }>({ sights: new Map() });
  readonly #shown = new Map<SessionId, ShownPicture>();
  readonly #followed = new Map<SessionId, PictureSight>();
  #view: VisitView | null = null;

  constructor(needs: PictureWatchNeeds) {
    this.#needs = needs;
  }

  readonly getState = (): { readonly sights: Sights } => this.#store.getState();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** Watches until the returned function is called. */
  start(): () => void {
    const { visit, page } = this.#needs;
    const looking = setInterval(() => this.#look(), LOOK_EVERY);
    const stop = [
      visit.subscribe(() => this.#lookIfNews()),
      // Timers stand still in a tab that is not in front.
      page.watch(() => this.#look()),
      () => clearInterval(looking),
    ];
    this.#look();

    return () => {
      for (const end of stop) end();
    };
  }

  /** This is where the device's picture is shown, until the returned function is called. */
  show(session: SessionId, picture: ShownPicture): () => void {
    this.#shown.set(session, picture);

    return () => {
      if (this.#shown.get(session) === picture) this.#shown.delete(session);
    };
  }

  /** What the server says of a device counts at once. Levels, which come five times a second, are no news. */
  #lookIfNews(): void {
    if (this.#needs.visit.getState().view !== this.#view) this.#look();
  }

  #look(): void {
    this.#view = this.#needs.visit.getState().view;
    const now = this.#needs.now();
    const isInFront = this.#needs.page.isInFront();
    const devices = pinnedDevices(this.#view);
    this.#forgetBut(new Set(devices.map(({ session }) => session)));

    const sights = new Map<SessionId, Sight>();
    for (const { session, camera, connection, pictureHeld } of devices) {
      const sight = this.#follow(session).look(now, {
        isInFront,
        isLetThrough: connection === 'connected' && !pictureHeld,
        isCameraOn: camera === 'on',
        picture: this.#shown.get(session) ?? null,
      });
      if (sight !== null) sights.set(session, sight);
    }
    if (!isSame(sights, this.getState().sights)) this.#store.set({ sights });
  }

  #follow(session: SessionId): PictureSight {
    const followed = this.#followed.get(session) ?? new PictureSight();
    this.#followed.set(session, followed);

    return followed;
  }

  #forgetBut(here: ReadonlySet<SessionId>): void {
    for (const session of this.#followed.keys()) if (!here.has(session)) this.#followed.delete(session);
  }
}

const pinnedDevices = (view: VisitView | null): readonly DeviceView[] =>
  view?.screen === 'room' ? view.people.filter(({ pinned }) => pinned).flatMap(({ devices }) => devices) : [];

const isSame = (one: Sights, other: Sights): boolean =>
  one.size === other.size && [...one].every(([session, sight]) => other.get(session) === sight);
