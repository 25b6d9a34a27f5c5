import type { CallTicket, MediaSource } from '@yunzhen/shared/calls/call.contract';

/**
 * What a call needs of end-to-end encryption, for a ticket that asks for it. `sender` and `receiver` are called synchronously
 * from mediasoup-client’s `onRtpSender` and `onRtpReceiver`, which run before the negotiation: no frame can pass before
 * the transform sits in its way. A call whose ticket asks for it must be refused where `supported` is false.
 */
export interface MediaEncryption {
  readonly supported: boolean;
  /** For mediasoup-client’s `additionalSettings` of both transports. */
  readonly connectionSettings: Partial<RTCConfiguration>;
  /** Starts to agree on keys; idempotent, and done by the first sender or receiver at the latest. Earlier is faster. */
  start(): void;
  sender(sender: RTCRtpSender, source: MediaSource): void;
  receiver(receiver: RTCRtpReceiver, participantId: string, source: MediaSource): void;
}

/** Whence a call gets its encryption: the same one for all its sessions, begun with the first ticket that asks for it. */
export interface EncryptionSource {
  /** Undefined where this browser can’t. */
  begin(ticket: CallTicket): MediaEncryption | undefined;
  /** The call is closed for good. */
  close(): void;
}

type Capabilities = CallTicket['routerRtpCapabilities'];

const mainCodecs = new Set(['audio/opus', 'video/vp8']);

/**
 * The router’s capabilities without the codecs that can’t be forwarded once they are encrypted: H.264 is packed by its NAL
 * units, which ciphertext has none of. VP8 is packed blindly, Opus is a payload of its own. Retransmission stays.
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
