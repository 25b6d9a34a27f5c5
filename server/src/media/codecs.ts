import { generateRouterRtpCapabilities } from 'mediasoup/ortc';
import type { RouterRtpCodecCapability, RtpCapabilities } from 'mediasoup/types';

/**
 * The codecs that a room's router forwards, in order of preference.
 *
 * Opus has in-band FEC and DTX, so that speech survives loss and silence costs almost nothing; mediasoup adds NACK, which both ends use. RED (RFC
 * 2198) would repair bursts without a round trip, but mediasoup does not forward `audio/red`. VP8 decodes everywhere; H.264 constrained baseline
 * (profile-level-id 42e01f, RFC 6184 §8.1) is for devices that encode only that in hardware. mediasoup adds RTX, NACK, PLI and transport-cc to the
 * video codecs.
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

/** Returns the capabilities of every router on this node, without creating one, so that browsers can prepare before the join. */
export function routerRtpCapabilities(): RtpCapabilities {
  return generateRouterRtpCapabilities([...mediaCodecs]);
}
