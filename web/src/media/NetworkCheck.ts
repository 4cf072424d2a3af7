import type { VisitClient } from '../visit/VisitClient.ts';
import { drawNoise } from './drawnPicture.ts';
import { NetworkChecking } from './NetworkChecking.ts';
import { NetworkLoop } from './NetworkLoop.ts';

/**
 * [JOIN-4] Whether this device's line carries a visit: a stream of its own goes to the SFU and straight back to it, and to nobody else.
 *
 * How to use it (no React; call it from an effect or a press):
 *
 *     const stop = new AbortController();
 *     const check = await checkNetwork(visit, { signal: stop.signal });
 *     if (check.why !== 'cutShort') tell(check.grade);
 *
 * `visit` is the line of a device at the door: `arriving` or `waiting`, family or staff. Once it is seated the server refuses (`refused`).
 * Asks for no permission and touches no camera, microphone or sound: what it sends is a drawn picture. It works before, during and after
 * the question for the camera, beside `MediaClient.prepare()`, and never twice at once for one `visit`.
 * Takes about five seconds, six at the most. The server lets a device begin one every five seconds, six in ten minutes.
 */
export interface NetworkCheck {
  /** `good`: sound and picture both ways. `fair`: smaller pictures. `poor`: sound at best. `failed`: nothing could be measured; `why` says why. */
  readonly grade: 'good' | 'fair' | 'poor' | 'failed';
  /**
   * Null unless `failed`. `cutShort`: aborted, hidden, let in or put out while it ran; says nothing of the line, so tell nobody.
   * `refused`: the server would not, as it is busy or was asked too often; another try later may do. `noPath`: no media came through;
   * also where only a relay leads to the server, since relays are told after admission. `unsupported`: this browser cannot.
   */
  readonly why: 'cutShort' | 'refused' | 'noPath' | 'unsupported' | null;
  /** Milliseconds there and back, under load; null when unknown. */
  readonly roundTripMs: number | null;
  /** Share of packets that were lost, 0 to 1, in the worse direction. */
  readonly lossShare: number | null;
  /** Kilobits per second that went out … */
  readonly kbitUp: number | null;
  /** … and came back. A clean line shows 400 to 600 both ways, less when the device is busy; more is not tried. */
  readonly kbitDown: number | null;
}

export interface NetworkCheckOptions {
  /** Ends the check at once with `cutShort`. */
  readonly signal?: AbortSignal;
}

type Visit = Pick<VisitClient, 'getState' | 'subscribe' | 'request' | 'onNotice'>;

/** Measures the line. Never rejects. */
export const checkNetwork = (visit: Visit, { signal }: NetworkCheckOptions = {}): Promise<NetworkCheck> =>
  new NetworkChecking(visit, {
    openLoop: () =>
      NetworkLoop.open({
        request: (request) => visit.request(request),
        newDevice: async () => (await import('./mediasoupDevice.ts')).newDevice(),
        now: () => performance.now(),
      }),
    drawPicture: drawNoise,
    onHidden,
  }).run(signal);

function onHidden(listener: () => void): () => void {
  const look = (): void => {
    if (document.visibilityState === 'hidden') listener();
  };
  document.addEventListener('visibilitychange', look);

  return () => document.removeEventListener('visibilitychange', look);
}
