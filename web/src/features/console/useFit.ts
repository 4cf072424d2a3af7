import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Fit, fitTiles } from './fitTiles.ts';

/** Below this width pictures stand under each other and the stage scrolls. */
const NARROW = 576;
const GAP = 16;
/** Two lines of words under a picture, and the rim around both; three where the picture is too narrow for two. */
const CAPTION = { short: 72, tall: 98, fits: 384 };

/** How to place `count` tiles in this list, their pictures `ratio` times as wide as high; null where style alone decides. Measured again whenever the list changes its size. */
export function useFit(list: RefObject<HTMLElement | null>, count: number, ratio: number): Fit | null {
  const [fit, setFit] = useState<Fit | null>(null);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      const fitWith = (caption: number): Fit => fitTiles({ width, height, count, caption, gap: GAP, ratio });
      const short = fitWith(CAPTION.short);
      if (width < NARROW) setFit(null);
      else setFit(short.width >= CAPTION.fits ? short : fitWith(CAPTION.tall));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [list, count, ratio]);
  return fit;
}
