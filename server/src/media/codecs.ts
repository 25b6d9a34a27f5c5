import { generateRouterRtpCapabilities } from 'mediasoup/ortc';
import type { RouterRtpCodecCapability, RtpCapabilities } from 'mediasoup/types';

/**
 * What a room's router can forward, in order of preference.
 *
 * Opus carries in-band FEC and DTX so that speech survives loss and silence costs next to nothing; mediasoup adds NACK to it, which
 * both ends use. RED (RFC 2198) would mend bursts without a round trip, but mediasoup forwards no `audio/red`. VP8 decodes everywhere; H.264
 * constrained baseline (profile-level-id 42e01f, RFC 6184 §8.1) is there for devices that encode only that in hardware. mediasoup
 * adds RTX, NACK, PLI and transport-cc to the video codecs by itself.
 */
export const mediaCodecs: readonly RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1, minptime: 10 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
];

/** Capabilities that every router of this node has: known without a router, so that browsers can prepare ahead of the join. */
export function routerRtpCapabilities(): RtpCapabilities {
  return generateRouterRtpCapabilities([...mediaCodecs]);
}
