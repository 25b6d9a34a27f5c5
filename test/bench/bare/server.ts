import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWorker } from 'mediasoup';
import type { Consumer, Producer, Router, WebRtcServer, WebRtcTransport, Worker } from 'mediasoup/types';
import { Server, type Socket } from 'socket.io';
import { mediaCodecs } from '../../../server/src/media/codecs.ts';

/** The server state of one browser, as in mediasoup’s demo. */
interface Peer {
  readonly transports: Map<string, WebRtcTransport>;
  readonly producers: Map<string, Producer>;
  readonly consumers: Map<string, Consumer>;
  rtpCapabilities?: Parameters<WebRtcTransport['consume']>[0]['rtpCapabilities'];
  receiving?: WebRtcTransport;
}

interface Room {
  readonly router: Router;
  readonly peers: Map<string, Peer>;
}

type Connecting = { transportId: string } & Parameters<WebRtcTransport['connect']>[0];
type Producing = { transportId: string } & Parameters<WebRtcTransport['produce']>[0];
interface Joining {
  rtpCapabilities: NonNullable<Peer['rtpCapabilities']>;
}
type Answer = (value: unknown) => void;

/** What mediasoup says when something was closed in between, because a browser left while another one joined. */
const wasClosed = /not found|closed/i;

/**
 * The reference: mediasoup alone with the signalling of its documentation and demo. The steps run in sequence: capabilities, two transports, join,
 * connect, produce, and a paused consumer that is resumed once the browser has it. Same worker, codecs and WebRtcServer, a router per room; no
 * ticket, database or audit.
 */
export class BareServer {
  readonly worker: Worker;
  readonly #webRtcServer: WebRtcServer;
  readonly #http: HttpServer;
  readonly #io: Server;
  readonly #rooms = new Map<string, Promise<Room>>();

  private constructor(worker: Worker, webRtcServer: WebRtcServer, page: string) {
    this.worker = worker;
    this.#webRtcServer = webRtcServer;
    this.#http = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(page);
    });
    this.#io = new Server(this.#http, { transports: ['websocket'], maxHttpBufferSize: 64 * 1024 });
    this.#io.on('connection', (socket) => {
      const name = String(socket.handshake.query['room'] ?? 'room');
      const room = this.#rooms.get(name) ?? this.#open();
      this.#rooms.set(name, room);
      this.#serve(socket, room);
    });
  }

  /**
   * Starts the server.
   * @param page the HTML served at every address
   */
  static async start(page = ''): Promise<BareServer> {
    const workerBin = process.env['MEDIASOUP_WORKER_BIN'];
    const worker = await createWorker({ logLevel: 'error', ...(workerBin ? { workerBin } : {}) });
    const webRtcServer = await worker.createWebRtcServer({
      listenInfos: [
        { protocol: 'udp', ip: '127.0.0.1' },
        { protocol: 'tcp', ip: '127.0.0.1' },
      ],
    });
    const server = new BareServer(worker, webRtcServer, page);
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  async close(): Promise<void> {
    await this.#io.close();
    this.worker.close();
  }

  async #open(): Promise<Room> {
    return { router: await this.worker.createRouter({ mediaCodecs: [...mediaCodecs] }), peers: new Map() };
  }

  #serve(socket: Socket, opening: Promise<Room>): void {
    const peer: Peer = { transports: new Map(), producers: new Map(), consumers: new Map() };
    const on = (event: string, handle: (...args: never[]) => Promise<unknown>) =>
      socket.on(event, (...args) => void survive(handle(...(args as never[]))));
    on('getRouterRtpCapabilities', async (answer: Answer) => answer((await opening).router.rtpCapabilities));
    on('createWebRtcTransport', async ({ receiving }: { receiving: boolean }, answer: Answer) => {
      const { router } = await opening;
      const transport = await router.createWebRtcTransport({
        webRtcServer: this.#webRtcServer,
        enableUdp: true,
        enableTcp: true,
        preferUdp: true,
        initialAvailableOutgoingBitrate: 1_000_000,
      });
      peer.transports.set(transport.id, transport);
      if (receiving) peer.receiving = transport;
      const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
      answer({ id, iceParameters, iceCandidates, dtlsParameters });
    });
    on('connectWebRtcTransport', async ({ transportId, dtlsParameters }: Connecting, answer: Answer) => {
      await peer.transports.get(transportId)?.connect({ dtlsParameters });
      answer(null);
    });
    on('join', async ({ rtpCapabilities }: Joining, answer: Answer) => {
      peer.rtpCapabilities = rtpCapabilities;
      const { peers } = await opening;
      const others = [...peers.values()];
      peers.set(socket.id, peer);
      answer(null);
      for (const other of others) {
        for (const producer of other.producers.values()) void survive(this.#consume(socket, peer, producer));
      }
    });
    on('produce', async ({ transportId, kind, rtpParameters }: Producing, answer: Answer) => {
      const producer = await peer.transports.get(transportId)?.produce({ kind, rtpParameters });
      if (!producer) return answer(null);
      peer.producers.set(producer.id, producer);
      answer({ id: producer.id });
      for (const [id, other] of (await opening).peers) {
        const otherSocket = this.#io.sockets.sockets.get(id);
        if (other !== peer && otherSocket) void survive(this.#consume(otherSocket, other, producer));
      }
    });
    on('disconnect', async () => {
      (await opening).peers.delete(socket.id);
      for (const transport of peer.transports.values()) transport.close();
    });
  }

  async #consume(socket: Socket, peer: Peer, producer: Producer): Promise<void> {
    if (!peer.receiving || !peer.rtpCapabilities) return;
    const consumer = await peer.receiving.consume({
      producerId: producer.id,
      rtpCapabilities: peer.rtpCapabilities,
      paused: true,
    });
    peer.consumers.set(consumer.id, consumer);
    const { id, kind, rtpParameters } = consumer;
    await socket.emitWithAck('newConsumer', { id, producerId: producer.id, kind, rtpParameters });
    await consumer.resume();
  }
}

/** Waits for the work, and lets it end where its browser, or the one it was for, has left in between. Other errors end the bench. */
async function survive(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Error && wasClosed.test(error.message))) throw error;
  }
}
