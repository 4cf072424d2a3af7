import { type ReactNode, useEffect, useRef } from 'react';
import { classes } from './classes.ts';
import styles from './Picture.module.css';

interface PictureProps {
  readonly track: MediaStreamTrack;
  /** As in a looking-glass: how people expect to see themselves, and only themselves. */
  readonly mirrored?: boolean;
  /** `fill` cuts the edges to fill its box; `whole` shows all of it. */
  readonly fit?: 'fill' | 'whole';
  /** Told the width over the height, once known and whenever it changes, as when a phone is turned. */
  readonly onShape?: (ratio: number) => void;
  /** Told the element that shows it, until the returned function is called. */
  readonly onShown?: ((video: HTMLVideoElement) => () => void) | undefined;
}

/** The moving picture of one track, without sound; what it shows is said in words beside it. */
export function Picture({ track, mirrored = false, fit = 'fill', onShape, onShown }: PictureProps): ReactNode {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    // Refused only while the page is hidden; the browser plays it on return.
    element.play().catch(() => undefined);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  useEffect(() => (video.current === null ? undefined : onShown?.(video.current)), [onShown]);

  const tellShape = (): void => {
    const { videoWidth = 0, videoHeight = 0 } = video.current ?? {};
    if (videoHeight > 0) onShape?.(videoWidth / videoHeight);
  };
  return (
    <video
      ref={video}
      onLoadedMetadata={tellShape}
      onResize={tellShape}
      className={classes(styles.picture, mirrored && styles.mirrored, fit === 'whole' && styles.whole)}
      muted
      autoPlay
      playsInline
      disablePictureInPicture
      aria-hidden="true"
      tabIndex={-1}
    />
  );
}
