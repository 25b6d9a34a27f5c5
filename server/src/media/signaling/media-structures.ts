import { z } from 'zod';
import {
  connectTransportRequest,
  joinRequest as joinContract,
  produceRequest as produceContract,
  rebuildRequest as rebuildContract,
} from '@yunzhen/shared/calls/call.schemas';

/*
 * The contract leaves RTP and DTLS structures open; here every field is validated before mediasoup sees it. mediasoup serialises them into a buffer
 * shared by all rooms of a worker. A value of an unexpected type (a bitrate of 1.5, a nested parameter) can throw half way and corrupt that buffer
 * for all. Members unknown to mediasoup are dropped, because browsers add their own.
 */

const payloadType = z.int().min(0).max(127);
const ssrc = z.int().min(1).max(0xffff_ffff);
const token = (max: number) => z.string().min(1).max(max);
const mimeType = z.string().regex(/^(audio|video)\/[\w.+-]{1,40}$/i);
const clockRate = z.int().min(1).max(1_000_000);
const channels = z.int().min(1).max(255).exactOptional();

const int32 = z.int32();
const fraction = z.number().refine((value) => !Number.isInteger(value), { error: 'fraction' });
const codecSpecifics = z
  .record(token(60), z.union([z.string().max(200), z.boolean(), int32, fraction, z.array(int32).max(16)]))
  .exactOptional();
const rtcpFeedback = z
  .array(z.object({ type: token(40), parameter: z.string().max(40).exactOptional() }))
  .max(32)
  .exactOptional();

/** RTP header extensions that mediasoup supports (RtpHeaderExtensionUri). */
const headerExtensionUri = z.enum([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
  'urn:3gpp:video-orientation',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
  'urn:ietf:params:rtp-hdrext:toffset',
  'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
  'urn:mediasoup:params:rtp-hdrext:packet-id',
]);

const encoding = z.object({
  ssrc: ssrc.exactOptional(),
  rid: z
    .string()
    .regex(/^[\w-]{1,16}$/)
    .exactOptional(),
  codecPayloadType: payloadType.exactOptional(),
  rtx: z.object({ ssrc }).exactOptional(),
  dtx: z.boolean().exactOptional(),
  scalabilityMode: z
    .string()
    .regex(/^[LS]\d{1,2}T\d{1,2}\w{0,8}$/)
    .exactOptional(),
  maxBitrate: z.int().min(0).max(1_000_000_000).exactOptional(),
});

const rtpParameters = z.object({
  mid: token(32).exactOptional(),
  codecs: z
    .array(z.object({ mimeType, payloadType, clockRate, channels, parameters: codecSpecifics, rtcpFeedback }))
    .min(1)
    .max(16),
  headerExtensions: z
    .array(
      z.object({
        uri: headerExtensionUri,
        id: z.int().min(1).max(255),
        encrypt: z.boolean().exactOptional(),
        parameters: codecSpecifics,
      }),
    )
    .max(32)
    .exactOptional(),
  encodings: z.array(encoding).max(8).exactOptional(),
  rtcp: z
    .object({
      // Empty when a browser sends several encodings of one source: then it names no SSRC, and mediasoup names the stream.
      cname: z.string().max(255).exactOptional(),
      reducedSize: z.boolean().exactOptional(),
    })
    .exactOptional(),
});

const kind = z.enum(['audio', 'video']);
const rtpCapabilities = z.object({
  codecs: z
    .array(
      z.object({
        kind,
        mimeType,
        preferredPayloadType: payloadType,
        clockRate,
        channels,
        parameters: codecSpecifics,
        rtcpFeedback,
      }),
    )
    .max(64),
  headerExtensions: z
    .array(
      z.object({
        kind,
        uri: headerExtensionUri,
        preferredId: z.int().min(1).max(255),
        preferredEncrypt: z.boolean().exactOptional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).exactOptional(),
      }),
    )
    .max(64)
    .exactOptional(),
});

/** RFC 8122 §5: a hash function and its value in hexadecimal pairs. Hashes weaker than SHA-256 are rejected; every browser supports it. */
const fingerprint = z.strictObject({
  algorithm: z.enum(['sha-256', 'sha-384', 'sha-512']),
  value: z.string().regex(/^[0-9A-F]{2}(:[0-9A-F]{2}){31,63}$/i),
});
const dtlsParameters = z.strictObject({
  role: z.enum(['auto', 'client', 'server']).exactOptional(),
  fingerprints: z.array(fingerprint).min(1).max(8),
});

const earlyDtls = z.strictObject({ send: dtlsParameters, receive: dtlsParameters });

export const joinRequest = joinContract.extend({ rtpCapabilities, dtls: earlyDtls.exactOptional() });
export const rebuildRequest = rebuildContract.extend({ rtpCapabilities, dtls: earlyDtls.exactOptional() });
export const produceRequest = produceContract.extend({ rtpParameters });
export const connectRequest = connectTransportRequest.extend({ dtlsParameters });
