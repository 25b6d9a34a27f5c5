import type { CallTicket, MediaSource } from '@yunzhen/shared/calls/call.contract';

/**
 * End-to-end encryption as a call uses it, for a ticket that requires it. mediasoup-client calls `sender` and `receiver` synchronously in
 * `onRtpSender` and `onRtpReceiver`, before the negotiation, so no frame passes before the transform is attached.
 * A call whose ticket requires encryption must be rejected where `supported` is false.
 */
export interface MediaEncryption {
  readonly supported: boolean;
  /** For mediasoup-client’s `additionalSettings` of both transports. */
  readonly connectionSettings: Partial<RTCConfiguration>;
  /** Starts to agree on keys; idempotent. The first sender or receiver starts it at the latest; starting earlier is faster. */
  start(): void;
  sender(sender: RTCRtpSender, source: MediaSource): void;
  receiver(receiver: RTCRtpReceiver, participantId: string, source: MediaSource): void;
}

/** Provides the encryption of a call: one instance for all its sessions, created with the first ticket that requires it. */
export interface EncryptionSource {
  /** Returns undefined where this browser does not support it. */
  begin(ticket: CallTicket): MediaEncryption | undefined;
  /** Releases it when the call is closed for good. */
  close(): void;
}

type Capabilities = CallTicket['routerRtpCapabilities'];

const mainCodecs = new Set(['audio/opus', 'video/vp8']);

/**
 * Returns the router’s capabilities without codecs that cannot be forwarded encrypted: H.264 is packetised by its NAL units, which ciphertext lacks.
 * VP8 is packetised without parsing, and Opus is one payload. Retransmission stays.
 */
export function encryptableCapabilities(capabilities: Capabilities): Capabilities {
  const codecs = (capabilities['codecs'] ?? []) as {
    mimeType: string;
    preferredPayloadType?: number;
    parameters?: Record<string, unknown>;
  }[];
  const kept = codecs.filter(({ mimeType }) => mainCodecs.has(mimeType.toLowerCase()));
  const payloadTypes = new Set(kept.map(({ preferredPayloadType }) => preferredPayloadType));
  const retransmission = codecs.filter(
    ({ mimeType, parameters }) =>
      /\/rtx$/i.test(mimeType) && payloadTypes.has(parameters?.['apt'] as number | undefined),
  );
  return { ...capabilities, codecs: [...kept, ...retransmission] };
}
