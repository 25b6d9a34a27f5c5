import { Device, FakeHandler, testFakeParameters } from 'mediasoup-client';
import type { Transport } from 'mediasoup-client/types';
import type { Ack } from '@yunzhen/shared/core/ack';
import type {
  CallTicket,
  CaptionAnswer,
  ConsumerParameters,
  JoinAnswer,
  MediaSource,
  ResumeAnswer,
  RoomPhase,
} from '@yunzhen/shared/calls/call.contract';
import type { OpenSocket, SocketPort } from '../session/socket-link.ts';

type Listener = (...args: never[]) => void;
type Answer = (answer: Ack<unknown>) => void;
interface Request {
  event: string;
  payload: Record<string, unknown>;
  answer: Answer;
}

/** One socket of the fake node, for the browser and for the test. */
export class FakeSocket implements SocketPort {
  readonly requests: Request[] = [];
  readonly #listeners = new Map<string, Listener>();
  readonly #node: FakeNode;
  open = true;

  constructor(node: FakeNode) {
    this.#node = node;
  }

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, listener);
  }

  emit(event: string, payload: Record<string, unknown>, answer: Answer): void {
    const request = { event, payload, answer };
    this.requests.push(request);
    this.#node.receive(request);
  }

  disconnect(): void {
    this.open = false;
  }

  /** Delivers a message from the node: an event of the contract, or socket.io’s `connect` or `disconnect`. */
  push(event: string, ...args: unknown[]): void {
    (this.#listeners.get(event) as ((...args: unknown[]) => void) | undefined)?.(...args);
  }

  drop(): void {
    this.open = false;
    this.push('disconnect', 'transport close');
  }

  payloads(event: string): Record<string, unknown>[] {
    return this.requests.filter((request) => request.event === event).map(({ payload }) => payload);
  }
}

/**
 * A fake media node: it answers at once as the contract says, unless a test holds or rejects an event. The device is mediasoup-client’s own fake,
 * whose transports a test connects and disconnects.
 */
export class FakeNode {
  readonly sockets: FakeSocket[] = [];
  readonly transports: Transport[] = [];
  readonly held: Request[] = [];
  /** Events whose answers wait in `held`. */
  readonly hold = new Set<string>();
  /** Events that are rejected with this code. */
  readonly refuse = new Map<string, Extract<Ack<unknown>, { ok: false }>['code']>();
  /** Media that the other side already sends when a participant joins. */
  consumers: ConsumerParameters[] = [];
  participants: JoinAnswer['participants'] = [];
  phase: RoomPhase = 'open';
  captionAnswer: CaptionAnswer = { received: 1, missed: 0 };
  reachable = true;
  connectsMedia = true;
  /** Whether packets and answers to connectivity checks arrive in the browser. */
  flows = true;
  #generation = 0;
  #producers = 0;
  #tokens = 0;
  readonly #packets = new WeakMap<Transport, number>();

  readonly openSocket: OpenSocket = () => {
    const socket = new FakeSocket(this);
    this.sockets.push(socket);
    queueMicrotask(() => socket.push(this.reachable ? 'connect' : 'connect_error'));
    return socket;
  };

  readonly loadDevice = async (): Promise<Device> => {
    const device = new Device({ handlerFactory: FakeHandler.createFactory(testFakeParameters) });
    await device.load({ routerRtpCapabilities: testFakeParameters.generateRouterRtpCapabilities() });
    device.observer.on('newtransport', (transport) => {
      this.transports.push(transport);
      transport.handler.getTransportStats = async () => this.#statisticsOf(transport);
      // The first packets pass as soon as both ends are connected.
      transport.on('connectionstatechange', (state) => {
        if (state === 'connecting' && this.connectsMedia)
          queueMicrotask(() => this.setConnection('connected', transport));
      });
    });
    return device;
  };

  get socket(): FakeSocket {
    const last = this.sockets.at(-1);
    if (!last) throw new Error('no socket has been opened');
    return last;
  }

  receive({ event, payload, answer }: Request): void {
    const code = this.refuse.get(event);
    if (code) answer({ ok: false, code });
    else if (this.hold.has(event)) this.held.push({ event, payload, answer });
    else answer({ ok: true, value: this.#valueOf(event, payload) });
  }

  /** Sends all held answers of an event. */
  release(event: string): void {
    this.hold.delete(event);
    for (const request of this.held.splice(0)) {
      if (request.event === event) request.answer({ ok: true, value: this.#valueOf(event, request.payload) });
      else this.held.push(request);
    }
  }

  /** Connects or disconnects transports as the network would. */
  setConnection(state: 'connecting' | 'connected' | 'disconnected' | 'failed', ...transports: Transport[]): void {
    for (const transport of transports.length > 0 ? transports : this.transports) {
      if (!transport.closed) (transport.handler as FakeHandler).setConnectionState(state);
    }
  }

  #valueOf(event: string, payload: Record<string, unknown>): unknown {
    if (event === 'join' || event === 'rebuild-transports') return this.#joinAnswer('dtls' in payload);
    if (event === 'resume') return this.#resumeAnswer();
    if (event === 'produce') return { producerId: `producer-${++this.#producers}` };
    if (event === 'restart-ice') return freshIce();
    if (event === 'send-caption') return this.captionAnswer;
    return null;
  }

  #joinAnswer(connected: boolean): JoinAnswer {
    const [send, receive] = [0, 1].map(() => {
      const { id, iceParameters, iceCandidates, dtlsParameters } =
        testFakeParameters.generateTransportRemoteParameters();
      const role = connected ? { role: 'server' } : {};
      return { id, iceParameters, iceCandidates, dtlsParameters: { ...dtlsParameters, ...role } } as unknown;
    }) as [JoinAnswer['send'], JoinAnswer['receive']];
    return { participantId: 'me', generation: ++this.#generation, send, receive, ...this.#presence() };
  }

  #resumeAnswer(): ResumeAnswer {
    return { generation: this.#generation, send: freshIce(), receive: freshIce(), ...this.#presence() };
  }

  #presence() {
    const { participants, consumers, phase } = this;
    return { participants, consumers, phase, resumeToken: `token-${++this.#tokens}` };
  }

  /** New transports restart their counters. */
  #statisticsOf(transport: Transport): RTCStatsReport {
    const { direction, connectionState } = transport;
    const arrived = this.flows && connectionState === 'connected';
    const count = (this.#packets.get(transport) ?? 0) + (arrived ? 1 : 0);
    this.#packets.set(transport, count);
    const pair = {
      type: 'candidate-pair',
      id: 'pair',
      nominated: true,
      bytesReceived: count,
      responsesReceived: count,
    };
    const sound = { type: 'inbound-rtp', id: 'sound', kind: 'audio', packetsReceived: count };
    const picture = { type: 'inbound-rtp', id: 'picture', kind: 'video', framesDecoded: count };
    const entries = direction === 'send' ? [pair] : [pair, sound, picture];
    return new Map(entries.map((entry) => [entry.id, entry])) as unknown as RTCStatsReport;
  }
}

function freshIce(): { iceParameters: JoinAnswer['send']['iceParameters'] } {
  const { iceParameters } = testFakeParameters.generateTransportRemoteParameters();
  return { iceParameters: iceParameters as unknown as JoinAnswer['send']['iceParameters'] };
}

export function fakeTicket(ticket = 'ticket'): CallTicket {
  return {
    ticket,
    expiresAt: '2026-11-24T09:00:00Z',
    url: 'http://node.example',
    nodeId: 'node-1',
    participantId: 'me',
    role: 'patient',
    routerRtpCapabilities: {},
    phase: 'open',
    iceServers: [],
    phone: null,
    endToEndEncrypted: false,
  };
}

export function fakeConsumer(source: MediaSource, more: Partial<ConsumerParameters> = {}): ConsumerParameters {
  const codecMimeType = source === 'microphone' ? 'audio/opus' : 'video/VP8';
  const { id, producerId, rtpParameters } = testFakeParameters.generateConsumerRemoteParameters({ codecMimeType });
  if (!id || !producerId || !rtpParameters) throw new Error('mediasoup-client’s fakes have changed');
  return {
    id,
    producerId,
    participantId: 'other',
    source,
    kind: source === 'microphone' ? 'audio' : 'video',
    rtpParameters: { ...rtpParameters },
    producerPaused: false,
    pauseReason: null,
    ...more,
  };
}
