import type { ProducerCodecOptions, RtpEncodingParameters } from 'mediasoup-client/types';
import type { MediaSource } from '@yunzhen/shared/calls/call.contract';

/** How a source is sent. */
export interface SendingPlan {
  /** Smallest picture first. */
  readonly encodings: RtpEncodingParameters[];
  readonly codecOptions: ProducerCodecOptions;
}

/**
 * Sound comes first: it has its bitrate before the pictures share the rest, and routers on the way are told so (DSCP).
 * 32 kbit/s is full-band speech in Opus with room for forward correction.
 */
const microphone: SendingPlan = {
  encodings: [{ maxBitrate: 32_000, priority: 'high', networkPriority: 'high' }],
  codecOptions: {
    opusStereo: false,
    // Lost speech is rebuilt from the next packet; silence costs nothing.
    opusFec: true,
    opusDtx: true,
    // What the node misses it asks for again: forward correction alone mends single losses only.
    opusNack: true,
  },
};

/**
 * Two pictures of one camera, so that a receiver whose line is weak gets the small one at once and keeps sound: with one picture
 * alone, that line is flooded (figures in test/bench/bad-line/README.md). Three temporal layers let the node halve the rate twice more.
 */
const camera: SendingPlan = {
  encodings: [
    { maxBitrate: 100_000, scaleResolutionDownBy: 4, scalabilityMode: 'L1T3', priority: 'low', networkPriority: 'low' },
    {
      maxBitrate: 1_300_000,
      scaleResolutionDownBy: 1,
      scalabilityMode: 'L1T3',
      priority: 'low',
      networkPriority: 'low',
    },
  ],
  codecOptions: { videoGoogleStartBitrate: 800 },
};

/** A screen is read: it stays sharp and may be slow. One size, since a smaller one could not be read. */
const screen: SendingPlan = {
  encodings: [{ maxBitrate: 1_800_000, maxFramerate: 15, priority: 'low', networkPriority: 'low' }],
  codecOptions: { videoGoogleStartBitrate: 600 },
};

export const sendingPlans: Readonly<Record<MediaSource, SendingPlan>> = { microphone, camera, screen };

/** Tells the encoder what a track shows, where nobody has told it before. */
export function hintContent(source: MediaSource, track: MediaStreamTrack): void {
  if (source === 'screen' && track.contentHint === '') track.contentHint = 'detail';
}
