/** Returns the parameters of a browser's microphone as mediasoup-client describes them. */
export function opusParameters(ssrc = 1_111_111) {
  return {
    mid: '0',
    codecs: [
      {
        mimeType: 'audio/opus',
        payloadType: 111,
        clockRate: 48_000,
        channels: 2,
        parameters: { minptime: 10, useinbandfec: 1 },
        rtcpFeedback: [{ type: 'transport-cc', parameter: '' }],
      },
    ],
    headerExtensions: [
      { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4, encrypt: false, parameters: {} },
      { uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 1, encrypt: false, parameters: {} },
    ],
    encodings: [{ ssrc, dtx: false }],
    rtcp: { cname: 'test', reducedSize: true },
  };
}

/** Returns the parameters of a browser's camera. */
export function vp8Parameters(ssrc = 2_222_222) {
  return {
    mid: '1',
    codecs: [
      { mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000, parameters: {}, rtcpFeedback: [{ type: 'nack' }] },
      { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 }, rtcpFeedback: [] },
    ],
    headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4, encrypt: false, parameters: {} }],
    encodings: [{ ssrc, rtx: { ssrc: ssrc + 1 } }],
    rtcp: { cname: 'test', reducedSize: true },
  };
}

/** Returns the parameters of a camera with two encodings: named by RID, without SSRC and hence without CNAME. */
export function simulcastParameters() {
  const { headerExtensions, ...rest } = vp8Parameters();
  const streamId = { uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', id: 10, encrypt: false, parameters: {} };
  return {
    ...rest,
    headerExtensions: [...headerExtensions, streamId],
    encodings: [
      { rid: 'r0', active: true, maxBitrate: 100_000, scalabilityMode: 'L1T3', scaleResolutionDownBy: 4 },
      { rid: 'r1', active: true, maxBitrate: 1_300_000, scalabilityMode: 'L1T3', scaleResolutionDownBy: 1 },
    ],
    rtcp: { cname: '', reducedSize: true },
  };
}

/** Returns DTLS parameters with a fingerprint of no particular certificate. */
export function dtlsParameters(byte = 'AB') {
  return { role: 'client', fingerprints: [{ algorithm: 'sha-256', value: Array(32).fill(byte).join(':') }] };
}
