import type { JoinAnswer } from '@doorstep/shared/protocol/media.ts';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
import type { Device } from 'mediasoup-client/types';
import type { MediaProtection } from './protection/MediaProtection.ts';
import { toRouterCapabilities } from './sfuTypes.ts';

export interface MediaKitNeeds {
  /** Fetches the media library; rejects with `UnsupportedError` where the browser cannot take part. */
  readonly newDevice: () => Promise<Device>;
  /** [SAFE-2] What seals and opens; nothing is joined before it is there. */
  readonly openProtection: () => Promise<MediaProtection>;
}

/** What joining needs and what outlives each join: the library's device, and what protects the media. Fetched once, and anew when that failed. */
export class MediaKit {
  readonly #needs: MediaKitNeeds;
  readonly #onOpened: (protection: MediaProtection) => void;
  #device: { readonly router: string; readonly device: Device } | null = null;
  #protection: Promise<MediaProtection> | null = null;
  #opened: MediaProtection | null = null;

  /** `onOpened` is told of the protection when it is there. */
  constructor(needs: MediaKitNeeds, onOpened: (protection: MediaProtection) => void) {
    this.#needs = needs;
    this.#onOpened = onOpened;
  }

  /** The device as it was used last; null before the first time. */
  get known(): Device | null {
    return this.#device?.device ?? null;
  }

  /** [SAFE-2] Which seat this device is in at the SFU; null for none. */
  tellSeat(at: Instant | null): void {
    this.#opened?.seated(at);
  }

  /** Fetched while the server is asked; a failure shows when it is needed. */
  fetch(): void {
    this.#needs.newDevice().catch(() => {});
    this.protection().catch(() => {});
  }

  async deviceFor(joined: JoinAnswer): Promise<Device> {
    const router = JSON.stringify(joined.routerRtpCapabilities);
    if (this.#device?.router === router) return this.#device.device;

    const device = await this.#needs.newDevice();
    await device.load({ routerRtpCapabilities: toRouterCapabilities(joined) });
    this.#device = { router, device };
    return device;
  }

  protection(): Promise<MediaProtection> {
    this.#protection ??= this.#open();

    return this.#protection;
  }

  close(): void {
    void this.#protection?.then((protection) => protection.close()).catch(() => {});
    this.#protection = null;
    this.#opened = null;
  }

  async #open(): Promise<MediaProtection> {
    try {
      const protection = await this.#needs.openProtection();
      this.#opened = protection;
      this.#onOpened(protection);
      return protection;
    } catch (error) {
      this.#protection = null;
      throw error;
    }
  }
}
