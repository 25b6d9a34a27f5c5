import { describe, expect, it } from 'vitest';
import { transformAttacher } from './attach-transform.ts';
import { encryptableCapabilities } from './media-encryption.ts';

describe('Codecs of an encrypted call', () => {
  it('are those whose ciphertext can be forwarded, with their retransmission', () => {
    const capabilities = {
      codecs: [
        { mimeType: 'audio/opus', preferredPayloadType: 100 },
        { mimeType: 'audio/red', preferredPayloadType: 99 },
        { mimeType: 'video/VP8', preferredPayloadType: 101 },
        { mimeType: 'video/rtx', preferredPayloadType: 102, parameters: { apt: 101 } },
        { mimeType: 'video/H264', preferredPayloadType: 103 },
        { mimeType: 'video/rtx', preferredPayloadType: 104, parameters: { apt: 103 } },
      ],
      headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid' }],
    };
    const { codecs, headerExtensions } = encryptableCapabilities(capabilities);
    expect((codecs as { preferredPayloadType: number }[]).map((codec) => codec.preferredPayloadType)).toEqual([
      100, 101, 102,
    ]);
    expect(headerExtensions).toEqual(capabilities.headerExtensions);
  });
});

describe('The encoded frame API of a browser', () => {
  const sender = { prototype: {} };
  const olderSender = { prototype: { createEncodedStreams: () => undefined } };
  const scope = { isSecureContext: true, Worker: class {}, RTCRtpSender: sender };

  it('is the standard one where available', () => {
    const attacher = transformAttacher({ ...scope, RTCRtpSender: olderSender, RTCRtpScriptTransform: class {} });
    expect(attacher?.connectionSettings).toEqual({});
  });

  it('is otherwise the older one, on a connection that passes no frame whose streams were not taken', () => {
    const attacher = transformAttacher({ ...scope, RTCRtpSender: olderSender });
    expect(attacher?.connectionSettings).toEqual({ encodedInsertableStreams: true });
  });

  it('is null without either, or where the page is not secure', () => {
    expect(transformAttacher(scope)).toBeNull();
    expect(transformAttacher({ ...scope, isSecureContext: false, RTCRtpScriptTransform: class {} })).toBeNull();
  });
});
