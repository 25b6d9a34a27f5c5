import { EventEmitter } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import type { DtlsParameters, IceParameters, Router, WebRtcServer, WebRtcTransport } from 'mediasoup/types';
import { AppError } from '@yunzhen/shared/core/errors';
import type { TransportParameters } from '@yunzhen/shared/calls/call.contract';
import { timeouts } from '../../platform/config/timeouts.ts';
import type { PublicPorts } from '../workers/media-worker.ts';
import { guardMedia } from './media-error.ts';

/** Bits per second sent to a browser before its connection is measured: good video at once, reduced if necessary. */
const INITIAL_OUTGOING_BITRATE = 1_000_000;
/** Bits per second that one participant may send in total: camera, screen and microphone. */
const MAX_INCOMING_BITRATE = 4_000_000;
const ICE_CONSENT_TIMEOUT_SECONDS = Math.ceil(timeouts['calls.consent'] / 1000);

interface TransportPairEvents {
  /** Either transport reaches the browser again, or neither does. They may recover automatically or by an ICE restart. */
  reachability: [reachable: boolean];
}

/** The browser's DTLS parameters of both transports. */
export interface DtlsPair {
  readonly send: DtlsParameters;
  readonly receive: DtlsParameters;
}

/** New ICE credentials of both transports. */
export interface IcePair {
  readonly send: IceParameters;
  readonly receive: IceParameters;
}

/** A participant's two transports: `send` for what the browser sends, `receive` for what it receives. */
export class TransportPair extends EventEmitter<TransportPairEvents> {
  readonly send: WebRtcTransport;
  readonly receive: WebRtcTransport;
  readonly #connects = new Map<string, { parameters: DtlsParameters; result: Promise<void> }>();
  #reachable = false;

  private constructor(send: WebRtcTransport, receive: WebRtcTransport) {
    super();
    this.send = send;
    this.receive = receive;
    for (const transport of [send, receive]) {
      transport.on('icestatechange', () => this.#checkReachability());
      transport.on('dtlsstatechange', () => this.#checkReachability());
    }
  }

  /** Creates both at once; when one fails, closes the other. */
  static async create(
    router: Router,
    webRtcServer: WebRtcServer,
    maxIncomingBitrate = MAX_INCOMING_BITRATE,
  ): Promise<TransportPair> {
    const options = {
      webRtcServer,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      initialAvailableOutgoingBitrate: INITIAL_OUTGOING_BITRATE,
      iceConsentTimeout: ICE_CONSENT_TIMEOUT_SECONDS,
      appData: webRtcServer.appData,
    };
    const created = await Promise.allSettled([
      router.createWebRtcTransport(options),
      router.createWebRtcTransport(options),
    ]);
    const [send, receive] = created;
    if (send.status === 'fulfilled' && receive.status === 'fulfilled') {
      // The worker processes requests in order, so the limit applies before the first packet without waiting for it.
      send.value.setMaxIncomingBitrate(maxIncomingBitrate).catch(() => undefined);
      return new TransportPair(send.value, receive.value);
    }
    for (const result of created) if (result.status === 'fulfilled') result.value.close();
    throw send.status === 'rejected' ? send.reason : (receive as PromiseRejectedResult).reason;
  }

  /** True while media can flow between the browser and at least one transport. */
  get reachable(): boolean {
    return [this.send, this.receive].some(
      ({ iceState, dtlsState }) => (iceState === 'connected' || iceState === 'completed') && dtlsState !== 'closed',
    );
  }

  /** @throws AppError `call.not-found` when the id belongs to neither */
  byId(transportId: string): WebRtcTransport {
    if (transportId === this.send.id) return this.send;
    if (transportId === this.receive.id) return this.receive;
    throw new AppError('call.not-found', 'transport not found');
  }

  /**
   * Connects with the browser's DTLS parameters. A retry returns the first result, because the acknowledgement may have been lost; other parameters
   * are rejected, because a transport cannot change its partner.
   */
  connect(transportId: string, parameters: DtlsParameters): Promise<void> {
    const transport = this.byId(transportId);
    const earlier = this.#connects.get(transportId);
    if (earlier) {
      if (isDeepStrictEqual(earlier.parameters, parameters)) return earlier.result;
      throw new AppError('call.invalid-parameters', 'transport is already connected with other DTLS parameters');
    }
    const result = guardMedia('call.invalid-parameters', () => transport.connect({ dtlsParameters: parameters }));
    this.#connects.set(transportId, { parameters, result });
    // A rejection leaves no state, so a corrected call may follow.
    result.catch(() => this.#connects.delete(transportId));
    return result;
  }

  /** Connects both at once. */
  async connectBoth({ send, receive }: DtlsPair): Promise<void> {
    await Promise.all([this.connect(this.send.id, send), this.connect(this.receive.id, receive)]);
  }

  /** Returns new ICE credentials for the same transport: DTLS, producers and consumers stay. */
  restartIce(transportId: string): Promise<IceParameters> {
    const transport = this.byId(transportId);
    return guardMedia('call.invalid-parameters', () => transport.restartIce());
  }

  /** Returns new ICE credentials for both, for a browser whose network changed. */
  async restartBothIce(): Promise<IcePair> {
    const [send, receive] = await Promise.all([this.restartIce(this.send.id), this.restartIce(this.receive.id)]);
    return { send, receive };
  }

  /** Closes both, with all their producers and consumers. Idempotent. */
  close(): void {
    this.removeAllListeners();
    this.send.close();
    this.receive.close();
  }

  #checkReachability(): void {
    if (this.#reachable === this.reachable) return;
    this.#reachable = this.reachable;
    this.emit('reachability', this.#reachable);
  }
}

/** Returns what a browser needs to create its side of a transport. */
export function transportParameters(transport: WebRtcTransport): TransportParameters {
  const { id, iceParameters, dtlsParameters } = transport;
  const { publicPorts } = transport.appData as { publicPorts?: PublicPorts };
  const iceCandidates = transport.iceCandidates.map((candidate) =>
    candidate.protocol === 'tcp'
      ? { ...candidate, port: publicPorts?.get(candidate.port) ?? candidate.port }
      : candidate,
  );
  // mediasoup lists weaker hashes too, and a browser picks one of the list (RFC 8122 §5.1).
  const fingerprints = dtlsParameters.fingerprints.filter(({ algorithm }) => algorithm === 'sha-256');
  return { id, iceParameters, iceCandidates, dtlsParameters: { ...dtlsParameters, fingerprints } };
}
