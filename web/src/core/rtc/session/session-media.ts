import type { Device, IceParameters, Transport, TransportOptions } from 'mediasoup-client/types';
import type { CallTicket, JoinAnswer, TransportParameters } from '@yunzhen/shared/calls/call.contract';
import type { RecoveryCause } from '@yunzhen/shared/calls/quality.constants';
import { failureOf, type CallFailure } from './call-failure.ts';
import { isKnown, type DtlsIdentity } from '../media/dtls-identity.ts';
import { Emitter } from './emitter.ts';
import type { MediaEncryption } from '../encryption/media-encryption.ts';
import type { Expectation } from '../media/media-silence.ts';
import { MediaWatch } from '../media/media-watch.ts';
import { Publisher } from '../media/publisher.ts';
import { Receiver } from '../media/receiver.ts';
import type { Signaling } from './signaling.ts';

/**
 * Whether packets can pass. `idle`: nothing is sent or received yet, so there is nothing to connect. `down`: at least one transport in use has lost
 * its connection, or nothing arrives any more.
 */
export type MediaState = 'idle' | 'connecting' | 'up' | 'down';

type MediaEvents = {
  state: [MediaState];
  down: [RecoveryCause];
  /** The node has not answered, or has rejected what it must accept. `anew`: its state is unknown. */
  uncertain: [failure: CallFailure, anew: boolean];
};

export interface MediaOptions {
  readonly device: Device;
  readonly identity: DtlsIdentity | undefined;
  readonly encryption: MediaEncryption | undefined;
  readonly iceServers: CallTicket['iceServers'];
  /** Media that should pass now; decides whether silence is a loss. */
  readonly expectation: () => Expectation;
}

interface Reports {
  send: RTCStatsReport | null;
  receive: RTCStatsReport | null;
}

/** The two transports of a stay, their media, and whether it passes. A rebuild replaces all of them at once. */
export class SessionMedia extends Emitter<MediaEvents> {
  readonly publisher: Publisher;
  readonly receiver: Receiver;
  readonly watch: MediaWatch;
  readonly #signaling: Signaling;
  readonly #send: Transport;
  readonly #receive: Transport;
  #state: MediaState = 'idle';
  #closed = false;

  constructor(signaling: Signaling, answer: JoinAnswer, options: MediaOptions) {
    super();
    const { device, identity, encryption, expectation } = options;
    this.#signaling = signaling;
    this.#send = device.createSendTransport(transportOptions(answer.send, options));
    this.#receive = device.createRecvTransport(transportOptions(answer.receive, options));
    this.#connect(this.#send, answer.send, identity?.dtls.send);
    this.#connect(this.#receive, answer.receive, identity?.dtls.receive);
    this.publisher = new Publisher(signaling, this.#send, encryption);
    this.receiver = new Receiver(this.#receive, encryption);
    this.publisher.on('unanswered', (anew) => this.emit('uncertain', 'unreachable', anew));
    this.watch = new MediaWatch({ statistics: () => this.#statistics(this.#inUse()), expectation });
    this.watch.on('silent', () => this.#settle('media-silent'));
    this.watch.on('flowing', () => this.#settle());
  }

  get state(): MediaState {
    return this.#state;
  }

  /** Browser statistics of both transports. */
  statistics(): Promise<Reports> {
    return this.#statistics([this.#send, this.#receive]);
  }

  /** Restarts ICE on the transports in use with new credentials from the node. */
  async restartIce(deadlineMs: number): Promise<void> {
    await Promise.all(
      this.#inUse().map(async (transport) => {
        const request = { transportId: transport.id };
        const { iceParameters } = await this.#signaling.request('restart-ice', request, deadlineMs);
        await restartIce(transport, iceParameters);
      }),
    );
  }

  /** Applies new credentials that the node sent without a request for each transport. */
  async takeIce(send: object, receive: object): Promise<void> {
    await Promise.all([restartIce(this.#send, send), restartIce(this.#receive, receive)]);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#state = 'down';
    this.removeAllListeners();
    this.watch.close();
    this.#send.close();
    this.#receive.close();
  }

  #connect(transport: Transport, told: TransportParameters, early: DtlsIdentity['dtls']['send'] | undefined): void {
    // A node that connected its side with the early certificate has the DTLS server role for good.
    const connected = told.dtlsParameters['role'] === 'server';
    transport.on('connect', ({ dtlsParameters }, callback) => {
      // The node answers in order, so ICE and DTLS may start before its answer: one round trip less to the first picture.
      callback();
      if (connected && isKnown(early, dtlsParameters)) return;
      const { role, fingerprints } = dtlsParameters;
      const request = { transportId: transport.id, dtlsParameters: { fingerprints, ...(role ? { role } : {}) } };
      this.#signaling.request('connect-transport', request).catch((error: unknown) => {
        if (!transport.closed) this.emit('uncertain', failureOf(error), true);
      });
    });
    transport.on('connectionstatechange', () => this.#settle());
  }

  #inUse(): Transport[] {
    return [this.#send, this.#receive].filter(({ closed, connectionState }) => !closed && connectionState !== 'new');
  }

  async #statistics(of: readonly Transport[]): Promise<Reports> {
    const [send, receive] = await Promise.all(
      [this.#send, this.#receive].map((transport) =>
        of.includes(transport) && !transport.closed ? transport.getStats() : null,
      ),
    );
    return { send: send ?? null, receive: receive ?? null };
  }

  #settle(cause: RecoveryCause = 'ice'): void {
    if (this.#closed) return;
    const connected = mediaStateOf(this.#inUse().map(({ connectionState }) => connectionState));
    const state = connected !== 'idle' && this.watch.silent ? 'down' : connected;
    if (state === this.#state) return;
    this.#state = state;
    if (state === 'down') this.emit('down', cause);
    this.emit('state', state);
  }
}

export function mediaStateOf(states: readonly string[]): MediaState {
  if (states.length === 0) return 'idle';
  if (states.some((state) => state === 'disconnected' || state === 'failed')) return 'down';
  return states.every((state) => state === 'connected') ? 'up' : 'connecting';
}

function transportOptions(
  parameters: TransportParameters,
  { identity, encryption, iceServers }: MediaOptions,
): TransportOptions {
  const certificates = identity ? { certificates: identity.certificates } : {};
  return {
    // The shape is mediasoup’s own, which mediasoup-client validates.
    ...(parameters as unknown as TransportOptions),
    ...(iceServers.length > 0 ? { iceServers } : {}),
    additionalSettings: { ...certificates, ...encryption?.connectionSettings },
  };
}

async function restartIce(transport: Transport, iceParameters: object): Promise<void> {
  if (!transport.closed) await transport.restartIce({ iceParameters: iceParameters as IceParameters });
}
