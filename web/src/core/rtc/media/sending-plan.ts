import type { ProducerCodecOptions, RtpEncodingParameters } from 'mediasoup-client/types';
import type { MediaSource } from '@yunzhen/shared/calls/call.contract';

/** Encoding parameters of one source. */
export interface SendingPlan {
  /** Smallest picture first. */
  readonly encodings: RtpEncodingParameters[];
  readonly codecOptions: ProducerCodecOptions;
}

/**
 * Sound has priority: it gets its bitrate before pictures share the rest, and DSCP marks it for routers. 32 kbit/s is full-band speech in Opus with
 * room for forward error correction.
 */
const microphone: SendingPlan = {
  encodings: [{ maxBitrate: 32_000, priority: 'high', networkPriority: 'high' }],
  codecOptions: {
    opusStereo: false,
    // Lost speech is restored from the next packet; silence costs nothing.
    opusFec: true,
    opusDtx: true,
    // The node requests missing packets again: forward error correction restores single losses only.
    opusNack: true,
  },
};

/**
 * Two encodings of one camera, so that a receiver on a weak connection gets the small one at once and keeps sound; a single encoding would flood that
 * connection (figures in test/bench/bad-line/README.md).
 * Three temporal layers let the node halve the rate twice more.
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

/** A screen is read: it stays sharp at a low frame rate. One size, because a smaller one would be unreadable. */
const screen: SendingPlan = {
  encodings: [{ maxBitrate: 1_800_000, maxFramerate: 15, priority: 'low', networkPriority: 'low' }],
  codecOptions: { videoGoogleStartBitrate: 600 },
};

export const sendingPlans: Readonly<Record<MediaSource, SendingPlan>> = { microphone, camera, screen };

/** Sets the content hint of a track for the encoder, unless it already has one. */
export function hintContent(source: MediaSource, track: MediaStreamTrack): void {
  if (source === 'screen' && track.contentHint === '') track.contentHint = 'detail';
}
