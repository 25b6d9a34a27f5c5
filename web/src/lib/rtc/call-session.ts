import type { Device, IceParameters, Transport, TransportOptions } from 'mediasoup-client/types';
import type {
  CallTicket,
  JoinAnswer,
  LeaveReason,
  MediaSource,
  TransportParameters,
} from '@yunzhen/shared/contract/call';
import { failureOf, type CallFailure } from './call-failure.ts';
import { Emitter } from './emitter.ts';
import { Publisher, type Outgoing } from './publisher.ts';
import { Receiver } from './receiver.ts';
import type { Loss } from './reconnect-policy.ts';
import { Signaling, type OpenSocket } from './signaling.ts';

/**
 * Whether packets can pass. `idle`: nothing is sent or received yet, so there is nothing to connect. `down`: at least
 * one transport that was needed has lost its connection.
 */
export type MediaState = 'idle' | 'connecting' | 'up' | 'down';

type SessionEvents = {
  joined: [JoinAnswer];
  media: [MediaState];
  lost: [loss: Loss, failure: CallFailure | null];
};

export interface SessionOptions {
  readonly openSocket: OpenSocket;
  /** A device that is loaded with the router’s capabilities; the same one may serve many sessions. */
  readonly loadDevice: (routerRtpCapabilities: CallTicket['routerRtpCapabilities']) => Promise<Device>;
}

/**
 * One stay on one media node: a socket, two transports, what is sent and what is received. It is made for one ticket and
 * never comes back once it is lost or closed; the call lives on in the next session.
 */
export class CallSession extends Emitter<SessionEvents> {
  readonly #options: SessionOptions;
  readonly #aborted = new AbortController();
  readonly #outgoing = new Map<MediaSource, Outgoing>();
  #signaling: Signaling | undefined;
  #send: Transport | undefined;
  #receive: Transport | undefined;
  #publisher: Publisher | undefined;
  #receiver: Receiver | undefined;
  #media: MediaState = 'idle';

  constructor(options: SessionOptions) {
    super();
    this.#options = options;
  }

  /** Fires when the session closes, so that a ticket need not be waited for. */
  get signal(): AbortSignal {
    return this.#aborted.signal;
  }

  get closed(): boolean {
    return this.#aborted.signal.aborted;
  }

  get signaling(): Signaling | undefined {
    return this.#signaling;
  }

  get receiver(): Receiver | undefined {
    return this.#receiver;
  }

  get publisher(): Publisher | undefined {
    return this.#publisher;
  }

  get media(): MediaState {
    return this.#media;
  }

  /**
   * Joins with one request and starts to receive and send. The device is loaded while the socket opens, and the first
   * packets may pass before this resolves. Rejects with the failure; the caller closes the session then.
   */
  async open(ticket: CallTicket): Promise<void> {
    const signaling = new Signaling(ticket.url, this.#options.openSocket);
    this.#signaling = signaling;
    signaling.on('lost', () => this.emit('lost', 'socket', null));
    signaling.on('call-closed', ({ reason }) => this.#handleClosed(reason));
    const [device] = await Promise.all([this.#options.loadDevice(ticket.routerRtpCapabilities), signaling.opened()]);
    if (this.closed) return;
    const answer = await signaling.request('join', {
      ticket: ticket.ticket,
      rtpCapabilities: { ...device.recvRtpCapabilities },
    });
    if (this.closed) return;
    this.#enter(device, signaling, answer);
  }

  /** Says what a source should send from now on, before or after joining; null stops it. */
  set(source: MediaSource, outgoing: Outgoing | null): void {
    if (outgoing) this.#outgoing.set(source, outgoing);
    else this.#outgoing.delete(source);
    this.#publisher?.set(source, outgoing);
  }

  /**
   * Restarts ICE on the same transports: new candidates of this browser, same DTLS, same producers and consumers. It
   * also finds out whether the socket is still alive. Rejects with the failure when the node does not know them.
   */
  async restartIce(): Promise<void> {
    const signaling = this.#signaling;
    if (!signaling) return;
    await Promise.all(
      this.#inUse().map(async (transport) => {
        const { iceParameters } = await signaling.request('restart-ice', { transportId: transport.id });
        if (!transport.closed) await transport.restartIce({ iceParameters: iceParameters as unknown as IceParameters });
      }),
    );
  }

  /** What the browser counts on either side; null where no transport is open. */
  async statistics(): Promise<{ send: RTCStatsReport | null; receive: RTCStatsReport | null }> {
    const [send, receive] = await Promise.all(
      [this.#send, this.#receive].map((transport) => (transport && !transport.closed ? transport.getStats() : null)),
    );
    return { send: send ?? null, receive: receive ?? null };
  }

  /** Says goodbye, so that the others see at once that this was meant. Never rejects. */
  async leave(): Promise<void> {
    await this.#signaling?.request('leave', {}).catch(() => undefined);
  }

  /** Idempotent. Closes the socket and both transports, and with them what is sent and received. */
  close(): void {
    if (this.closed) return;
    this.#aborted.abort();
    this.#media = 'down';
    this.removeAllListeners();
    this.#signaling?.close();
    this.#send?.close();
    this.#receive?.close();
  }

  #enter(device: Device, signaling: Signaling, answer: JoinAnswer): void {
    const send = this.#watch(signaling, device.createSendTransport(transportOptions(answer.send)));
    const receive = this.#watch(signaling, device.createRecvTransport(transportOptions(answer.receive)));
    this.#send = send;
    this.#receive = receive;
    const receiver = new Receiver(receive);
    const publisher = new Publisher(signaling, send);
    this.#receiver = receiver;
    this.#publisher = publisher;
    publisher.on('unanswered', () => this.emit('lost', 'socket', 'unreachable'));
    signaling.on('consumer-added', (consumer) => void receiver.handleConsumersAdded([consumer]));
    signaling.on('consumer-closed', ({ consumerId }) => receiver.handleConsumerClosed(consumerId));
    signaling.on('producer-changed', ({ producerId, paused }) => receiver.handleProducerChanged(producerId, paused));
    // Listeners of `joined` subscribe to receiver and publisher before the first track can come.
    this.emit('joined', answer);
    void receiver.handleConsumersAdded(answer.consumers);
    for (const [source, outgoing] of this.#outgoing) publisher.set(source, outgoing);
  }

  /**
   * A node says “ended” also when the visit has moved to another node. Whether it is over is for the api to say, when it is
   * asked for the next ticket.
   */
  #handleClosed(reason: LeaveReason): void {
    if (reason === 'replaced') this.emit('lost', 'place', 'call.replaced');
    else this.emit('lost', reason === 'node-draining' ? 'notice' : 'place', null);
  }

  #watch(signaling: Signaling, transport: Transport): Transport {
    transport.on('connect', ({ dtlsParameters }, callback) => {
      const { role, fingerprints } = dtlsParameters;
      const request = { transportId: transport.id, dtlsParameters: { fingerprints, ...(role ? { role } : {}) } };
      signaling.request('connect-transport', request).catch((error: unknown) => {
        if (!transport.closed) this.emit('lost', 'socket', failureOf(error));
      });
      // The node answers in order, so ICE and DTLS may start before it has: one round trip less to the first picture.
      callback();
    });
    transport.on('connectionstatechange', () => this.#handleConnectionState());
    return transport;
  }

  #inUse(): Transport[] {
    return [this.#send, this.#receive].filter(
      (transport): transport is Transport => transport !== undefined && transport.connectionState !== 'new',
    );
  }

  #handleConnectionState(): void {
    if (this.closed) return;
    const media = mediaStateOf(this.#inUse().map((transport) => transport.connectionState));
    if (media === this.#media) return;
    this.#media = media;
    this.emit('media', media);
  }
}

export function mediaStateOf(states: readonly string[]): MediaState {
  if (states.length === 0) return 'idle';
  if (states.some((state) => state === 'disconnected' || state === 'failed')) return 'down';
  return states.every((state) => state === 'connected') ? 'up' : 'connecting';
}

function transportOptions(parameters: TransportParameters): TransportOptions {
  // Their shape is mediasoup’s own, which mediasoup-client checks.
  return parameters as unknown as TransportOptions;
}
