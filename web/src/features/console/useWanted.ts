import { useEffect } from 'react';
import type { MediaClient, WantedSize } from '../../media/MediaClient.ts';
import type { Arrangement, TileView } from './arrange.ts';
import { wantedSize } from './wantedSize.ts';

interface Shown {
  readonly isStrip: boolean;
  /** How wide pictures are in front and among the pins, in CSS pixels. */
  readonly front: number;
  readonly pins: number;
}

/** [SEE-2] Tells the SFU how large each picture is shown, so that none is sent larger. */
export function useWanted(media: MediaClient, { pins, front, side }: Arrangement, shown: Shown): void {
  const frontSize = wantedSize(shown.front, devicePixelRatio);
  const pinSize = wantedSize(shown.pins, devicePixelRatio);
  const inFront = (tile: TileView): WantedSize =>
    !shown.isStrip ? frontSize : tile.person.pinned ? pinSize : 'hidden';
  const wanted = [
    ...pins.map((tile) => [tile.device.session, pinSize] as const),
    ...front.map((tile) => [tile.device.session, inFront(tile)] as const),
    ...side.map((tile) => [tile.device.session, shown.isStrip ? 'hidden' : 'small'] as const),
  ];
  // biome-ignore lint/correctness/useExhaustiveDependencies: views come often; only who is where matters
  useEffect(() => {
    for (const [session, size] of wanted) media.setWanted(session, size);
  }, [media, wanted.join(' ')]);
}
