import { EventEmitter } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import type { DtlsParameters, IceParameters, Router, WebRtcServer, WebRtcTransport } from 'mediasoup/types';
import { AppError } from '@yunzhen/shared/core/errors';
import type { TransportParameters } from '@yunzhen/shared/calls/call.contract';
import { timeouts } from '../../platform/config/timeouts.ts';
import type { PublicPorts } from '../workers/media-worker.ts';
import { guardMedia } from './media-error.ts';

/** Bits per second that a receiving browser is sent before its line has been measured: a good picture at once, tuned down if need be. */
const INITIAL_OUTGOING_BITRATE = 1_000_000;
/** Bits per second that one participant may send in all: camera, screen and microphone. */
const MAX_INCOMING_BITRATE = 4_000_000;
const ICE_CONSENT_TIMEOUT_SECONDS = Math.ceil(timeouts['calls.consent'] / 1000);

interface TransportPairEvents {
  /** Either transport reaches the browser again, or neither does any more. They may come back by themselves or by an ICE restart. */
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

/** A participant's two transports: what the browser sends comes in on `send`, what it is sent goes out on `receive`. */
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

  /** Creates both at once; when one fails the other doesn't stay behind. */
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
      // The worker takes requests in order, so the limit is there before the first packet can be, and nobody waits for it.
      send.value.setMaxIncomingBitrate(maxIncomingBitrate).catch(() => undefined);
      return new TransportPair(send.value, receive.value);
    }
    for (const result of created) if (result.status === 'fulfilled') result.value.close();
    throw send.status === 'rejected' ? send.reason : (receive as PromiseRejectedResult).reason;
  }

  /** True while media can pass between the browser and at least one of the transports. */
  get reachable(): boolean {
    return [this.send, this.receive].some(
      ({ iceState, dtlsState }) => (iceState === 'connected' || iceState === 'completed') && dtlsState !== 'closed',
    );
  }

  /** @throws AppError `call.not-found` when the id is not of one of these two */
  byId(transportId: string): WebRtcTransport {
    if (transportId === this.send.id) return this.send;
    if (transportId === this.receive.id) return this.receive;
    throw new AppError('call.not-found', 'not a transport of this participant');
  }

  /**
   * Hands in the browser's DTLS parameters. A retry gets the first result, since an acknowledgement that was lost did not undo it;
   * a retry with other parameters is refused, for a transport can't change its partner.
   */
  connect(transportId: string, parameters: DtlsParameters): Promise<void> {
    const transport = this.byId(transportId);
    const earlier = this.#connects.get(transportId);
    if (earlier) {
      if (isDeepStrictEqual(earlier.parameters, parameters)) return earlier.result;
      throw new AppError('call.invalid-parameters', 'transport is connected with other DTLS parameters');
    }
    const result = guardMedia('call.invalid-parameters', () => transport.connect({ dtlsParameters: parameters }));
    this.#connects.set(transportId, { parameters, result });
    // What was refused left nothing behind, so a corrected call may follow.
    result.catch(() => this.#connects.delete(transportId));
    return result;
  }

  /** Connects both at once. */
  async connectBoth({ send, receive }: DtlsPair): Promise<void> {
    await Promise.all([this.connect(this.send.id, send), this.connect(this.receive.id, receive)]);
  }

  /** New ICE credentials for the same transport: DTLS, producers and consumers stay. */
  restartIce(transportId: string): Promise<IceParameters> {
    const transport = this.byId(transportId);
    return guardMedia('call.invalid-parameters', () => transport.restartIce());
  }

  /** New ICE credentials for both at once, for a browser that comes from elsewhere. */
  async restartBothIce(): Promise<IcePair> {
    const [send, receive] = await Promise.all([this.restartIce(this.send.id), this.restartIce(this.receive.id)]);
    return { send, receive };
  }

  /** Closes both and with them all producers and consumers on them. Repeating it does nothing. */
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

/** What a browser needs to build its side of a transport. */
export function transportParameters(transport: WebRtcTransport): TransportParameters {
  const { id, iceParameters, dtlsParameters } = transport;
  const { publicPorts } = transport.appData as { publicPorts?: PublicPorts };
  const iceCandidates = transport.iceCandidates.map((candidate) =>
    candidate.protocol === 'tcp'
      ? { ...candidate, port: publicPorts?.get(candidate.port) ?? candidate.port }
      : candidate,
  );
  // mediasoup lists weaker hashes too, and a browser takes one of the list (RFC 8122 §5.1).
  const fingerprints = dtlsParameters.fingerprints.filter(({ algorithm }) => algorithm === 'sha-256');
  return { id, iceParameters, iceCandidates, dtlsParameters: { ...dtlsParameters, fingerprints } };
}
