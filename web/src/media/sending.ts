import type { ProducerOptions } from 'mediasoup-client/types';

/**
 * How a voice is sent: nothing while silent (halves the packets), a copy of the last frame in each packet for lossy links, and ahead of the
 * picture when a link is too weak for both.
 */
const VOICE: ProducerOptions = {
  encodings: [{ priority: 'high', networkPriority: 'high', maxBitrate: 32_000 }],
  codecOptions: { opusDtx: true, opusFec: true, opusStereo: false },
};

/**
 * How a picture is sent: 180 lines that fit through 150 kbit/s, and 360 for whoever can take them, smallest first. The browser itself
 * allows two layers at this size.
 */
const PICTURE: ProducerOptions = {
  encodings: [
    { scaleResolutionDownBy: 2, maxBitrate: 110_000, maxFramerate: 24, scalabilityMode: 'L1T3', priority: 'low' },
    { scaleResolutionDownBy: 1, maxBitrate: 550_000, maxFramerate: 24, scalabilityMode: 'L1T3', priority: 'low' },
  ],
};

/** What to produce for a track. The track stays its owner's: producing neither stops nor mutes it. */
export const producerOptions = (track: MediaStreamTrack): ProducerOptions => ({
  ...(track.kind === 'audio' ? VOICE : PICTURE),
  track,
  stopTracks: false,
  disableTrackOnPause: false,
});

/** The simulcast layer for a picture of each size. */
export const LAYER = { large: 1, small: 0, hidden: 0 } as const;
