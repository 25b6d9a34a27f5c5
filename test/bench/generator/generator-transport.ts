import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { TransportParameters } from '@yunzhen/shared/calls/call.contract';
import { CipherContext, DtlsClient, HashAlgorithm, NamedCurveAlgorithm, SignatureAlgorithm } from 'werift';
import { SrtpSender } from './srtp.ts';
import { bindingRequest } from './stun.ts';

const AEAD_AES_128_GCM = 0x0007;
const SOCKET_BUFFER_BYTES = 8 * 1024 * 1024;
/** Interval of consent checks, as in browsers (RFC 7675). */
const CONSENT_INTERVAL_MS = 2_500;
/** Interval of checks until the first answer (RFC 8445, section 14.3). */
const FIRST_CHECK_INTERVAL_MS = 500;
/** Longest time until the connection is encrypted. */
const CONNECT_DEADLINE_MS = 10_000;

interface Certificate {
  certPem: string;
  keyPem: string;
  signatureHash: ConstructorParameters<typeof DtlsClient>[0]['signatureHash'];
}

let certificate: Promise<Certificate> | undefined;

function ownCertificate(): Promise<Certificate> {
  certificate ??= CipherContext.createSelfSignedCertificateWithKey(
    { signature: SignatureAlgorithm.ecdsa_3, hash: HashAlgorithm.sha256_4 },
    NamedCurveAlgorithm.secp256r1_23,
  );
  return certificate;
}

/** Returns the fingerprint shared by all transports of this process. */
export async function ownFingerprint(): Promise<{ algorithm: string; value: string }> {
  const { X509Certificate } = await import('node:crypto');
  const { certPem } = await ownCertificate();
  return { algorithm: 'sha-256', value: new X509Certificate(certPem).fingerprint256 };
}

/**
 * A minimal WebRTC transport: ICE against an ICE-lite server, DTLS, outgoing SRTP; incoming packets are counted by their clear header and discarded.
 */
export class GeneratorTransport {
  /** Number of received RTP packets, and of gaps in their sequence. */
  readonly received = { packets: 0, missing: 0 };
  readonly #socket: Socket;
  readonly #highest = new Map<number, number>();
  #sender: SrtpSender | undefined;
  #consent: NodeJS.Timeout | undefined;
  #onDtls: (message: Buffer) => void = () => {};

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('message', (message) => this.#handle(message));
    // A worker that has ended refuses packets in transit; the missing packets show that.
    socket.on('error', () => undefined);
  }

  static async connect(parameters: TransportParameters): Promise<GeneratorTransport> {
    const candidate = parameters.iceCandidates.find(({ protocol }) => protocol === 'udp');
    if (!candidate) throw new Error('no UDP candidate');
    const socket = createSocket({
      type: 'udp4',
      recvBufferSize: SOCKET_BUFFER_BYTES,
      sendBufferSize: SOCKET_BUFFER_BYTES,
    });
    socket.bind(0);
    await once(socket, 'listening');
    socket.connect(Number(candidate['port']), String(candidate['ip'] ?? candidate['address']));
    await once(socket, 'connect');
    const transport = new GeneratorTransport(socket);
    const { usernameFragment, password } = parameters.iceParameters as { usernameFragment: string; password: string };
    try {
      await transport.#open({ localUfrag: 'bench', remoteUfrag: usernameFragment, remotePassword: password });
    } catch (error) {
      transport.close();
      throw error;
    }
    return transport;
  }

  /** Sends one unprotected RTP packet. */
  send(packet: Buffer, rollovers: number): void {
    if (this.#sender) this.#socket.send(this.#sender.protect(packet, rollovers));
  }

  close(): void {
    clearInterval(this.#consent);
    this.#socket.close();
  }

  async #open(credentials: Parameters<typeof bindingRequest>[0]): Promise<void> {
    const check = () => this.#socket.send(bindingRequest(credentials));
    const signal = AbortSignal.timeout(CONNECT_DEADLINE_MS);
    this.#consent = setInterval(check, FIRST_CHECK_INTERVAL_MS);
    check();
    await once(this.#socket, 'message', { signal });
    clearInterval(this.#consent);
    this.#consent = setInterval(check, CONSENT_INTERVAL_MS);
    const { certPem, keyPem, signatureHash } = await ownCertificate();
    const wire = {
      type: 'udp',
      onData: (_message: Buffer) => {},
      closed: false,
      send: async (message: Buffer) => void this.#socket.send(message),
      close: async () => undefined,
    };
    this.#onDtls = (message) => wire.onData(message);
    const dtls = new DtlsClient({
      transport: wire as unknown as ConstructorParameters<typeof DtlsClient>[0]['transport'],
      cert: certPem,
      key: keyPem,
      ...(signatureHash ? { signatureHash } : {}),
      srtpProfiles: [AEAD_AES_128_GCM],
      extendedMasterSecret: true,
    });
    const connected = new Promise<void>((resolve, reject) => {
      dtls.onConnect.once(() => resolve());
      dtls.onError.once(reject);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    await Promise.all([dtls.connect(), connected]);
    const { localKey, localSalt } = dtls.extractSessionKeys(16, 12);
    this.#sender = new SrtpSender({ key: localKey, salt: localSalt });
  }

  /** Dispatches by the first byte (RFC 7983). */
  #handle(message: Buffer): void {
    const first = message[0] ?? 0;
    if (first >= 20 && first <= 63) this.#onDtls(message);
    else if (first >= 128 && first <= 191) this.#count(message);
  }

  #count(message: Buffer): void {
    const type = message[1] ?? 0;
    // RFC 5761: RTCP on the same port.
    if (type >= 192 && type <= 223) return;
    this.received.packets += 1;
    const ssrc = message.readUInt32BE(8);
    const sequence = message.readUInt16BE(2);
    const highest = this.#highest.get(ssrc);
    this.#highest.set(ssrc, sequence);
    if (highest === undefined) return;
    const ahead = (sequence - highest) & 0xffff;
    if (ahead > 1 && ahead < 0x8000) this.received.missing += ahead - 1;
  }
}
