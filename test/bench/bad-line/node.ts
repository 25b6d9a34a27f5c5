import { createWorker } from 'mediasoup';
import type {
  Consumer,
  Producer,
  Router,
  RtpCapabilities,
  WebRtcServer,
  WebRtcTransport,
  Worker,
} from 'mediasoup/types';
import { mediaCodecs } from '../../../server/src/media/codecs.ts';
import { ConnectionBrake } from '../../../server/src/media/rooms/connection-brake.ts';
import { UdpRelay } from '../../support/impairment/udp-relay.ts';
import type { Manner } from './manners.ts';

/** A bare node with a good connection to the sender and an impaired one to the receiver. */
export class BenchNode {
  readonly relay: UdpRelay;
  readonly router: Router;
  readonly #worker: Worker;
  readonly #servers: Readonly<Record<'send' | 'receive', WebRtcServer>>;
  readonly #transports = new Map<string, WebRtcTransport>();
  readonly #producers: Producer[] = [];
  readonly #consumers: Consumer[] = [];

  private constructor(
    worker: Worker,
    router: Router,
    servers: Record<'send' | 'receive', WebRtcServer>,
    relay: UdpRelay,
  ) {
    this.#worker = worker;
    this.router = router;
    this.#servers = servers;
    this.relay = relay;
  }

  static async start(port: number, seed: number): Promise<BenchNode> {
    const workerBin = process.env['MEDIASOUP_WORKER_BIN'];
    const worker = await createWorker({ logLevel: 'error', ...(workerBin ? { workerBin } : {}) });
    const router = await worker.createRouter({ mediaCodecs: [...mediaCodecs] });
    const send = await worker.createWebRtcServer({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] });
    const receive = await worker.createWebRtcServer({
      listenInfos: [{ protocol: 'udp', ip: '127.0.0.1', port, announcedAddress: '127.0.0.2' }],
    });
    const relay = await UdpRelay.start({
      listen: { host: '127.0.0.2', port },
      target: { host: '127.0.0.1', port },
      seed,
    });
    return new BenchNode(worker, router, { send, receive }, relay);
  }

  async transport(side: 'send' | 'receive'): Promise<WebRtcTransport> {
    const transport = await this.router.createWebRtcTransport({
      webRtcServer: this.#servers[side],
      enableUdp: true,
      initialAvailableOutgoingBitrate: 1_000_000,
    });
    this.#transports.set(transport.id, transport);
    return transport;
  }

  /** Handles a request of a page. */
  async handle(event: string, payload: Record<string, unknown>): Promise<unknown> {
    const transport = this.#transports.get(String(payload['transportId']));
    if (!transport) throw new Error('transport not found');
    if (event === 'connect') return transport.connect({ dtlsParameters: payload['dtlsParameters'] as never });
    const { kind, rtpParameters } = payload as Parameters<WebRtcTransport['produce']>[0];
    const producer = await transport.produce({ kind, rtpParameters });
    this.#producers.push(producer);
    return { id: producer.id };
  }

  async consume(
    receive: WebRtcTransport,
    rtpCapabilities: RtpCapabilities,
    manner: Manner,
  ): Promise<readonly Consumer[]> {
    for (const { id: producerId, kind } of this.#producers) {
      const enableRtx = kind === 'video' || manner.repairSound;
      this.#consumers.push(await receive.consume({ producerId, rtpCapabilities, enableRtx }));
    }
    const picture = this.#consumers.find(({ kind }) => kind === 'video');
    if (manner.brake) {
      const rest = (resting: boolean) => void (resting ? picture?.pause() : picture?.resume())?.catch(() => undefined);
      const brake = new ConnectionBrake(receive, rest);
      receive.observer.once('close', () => brake.close());
    }
    return this.#consumers;
  }

  reset(): void {
    for (const transport of this.#transports.values()) transport.close();
    this.#transports.clear();
    this.#producers.length = 0;
    this.#consumers.length = 0;
    this.relay.set({});
    this.relay.lightUp();
  }

  async close(): Promise<void> {
    this.reset();
    await this.relay.close();
    this.#worker.close();
  }
}
