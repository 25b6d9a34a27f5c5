import process from 'node:process';
import { createWorker } from 'mediasoup';
import type { Router, TransportListenInfo, WebRtcServer, WebRtcTransport, Worker } from 'mediasoup/types';
import { mediaCodecs } from '../codecs.ts';
import { timeouts } from '../../platform/config/timeouts.ts';
import type { AddressLimits } from '../../platform/limits/address-limits.ts';
import type { ListenAddress } from './listen-addresses.ts';
import { TcpGate } from './tcp-gate.ts';

export interface MediaWorkerSettings {
  /** Path of the mediasoup-worker binary; by default mediasoup's own lookup. */
  workerBin?: string | undefined;
  /** Port of worker 0, UDP and TCP; worker n uses this plus n. 0 uses any free ports, different for UDP and TCP. */
  rtcPort: number;
  addresses: readonly ListenAddress[];
  /** Limits of TCP connections from one address to all workers. */
  tcpLimits: AddressLimits;
}

/** Public TCP ports, by the loopback port on which a worker listens behind its gate. */
export type PublicPorts = Map<number, number>;

const loopback = '127.0.0.1';

/** One mediasoup worker process with the one WebRtcServer that all its transports share. */
export class MediaWorker {
  readonly index: number;
  readonly webRtcServer: WebRtcServer;
  /** Resolves when the process has died without `close`. Everything on it has closed by then. */
  readonly died: Promise<Error>;
  readonly #worker: Worker;
  #routers = 0;
  /** Rooms assigned to this worker whose routers do not exist yet. */
  #expected = 0;
  readonly #transports = new Set<WebRtcTransport>();

  private constructor(index: number, worker: Worker, webRtcServer: WebRtcServer) {
    this.index = index;
    this.#worker = worker;
    this.webRtcServer = webRtcServer;
    this.died = new Promise((resolve) => worker.once('died', resolve));
    worker.observer.on('newrouter', (router) => {
      this.#routers += 1;
      router.observer.once('close', () => (this.#routers -= 1));
    });
    webRtcServer.observer.on('webrtctransporthandled', (transport) => this.#transports.add(transport));
    webRtcServer.observer.on('webrtctransportunhandled', (transport) => this.#transports.delete(transport));
  }

  /** @throws Error when the binary cannot be run or a port is in use */
  static async start(index: number, settings: MediaWorkerSettings): Promise<MediaWorker> {
    const worker = await createWorkerWithoutSignals(settings.workerBin);
    try {
      const listenInfos = listenInfosFor(index, settings);
      const publicPorts: PublicPorts = new Map();
      const webRtcServer = await worker.createWebRtcServer({ listenInfos, appData: { publicPorts } });
      const started = new MediaWorker(index, worker, webRtcServer);
      await started.#openGates(settings, publicPorts);
      return started;
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  /** Opens a gate for each TCP port, at the public address and port. */
  async #openGates({ addresses, rtcPort, tcpLimits: limits }: MediaWorkerSettings, ports: PublicPorts): Promise<void> {
    const { tcpServers } = await this.webRtcServer.dump();
    for (const [at, target] of tcpServers.entries()) {
      const ip = addresses[at]?.ip ?? loopback;
      const gate = await TcpGate.start({
        ip,
        port: rtcPort === 0 ? 0 : rtcPort + this.index,
        target: { host: target.ip, port: target.port },
        limits,
        firstFrameMs: timeouts['calls.firstFrame'],
        transportOf: (ufrag) =>
          [...this.#transports].find(({ iceParameters }) => iceParameters.usernameFragment === ufrag),
      });
      this.#worker.observer.once('close', () => void gate.close());
      ports.set(target.port, gate.port);
    }
  }

  get pid(): number {
    return this.#worker.pid;
  }

  get closed(): boolean {
    return this.#worker.closed;
  }

  /** Grows with what the worker forwards; a room counts as soon as it is expected, before anyone is in it. */
  get load(): number {
    return this.#expected + this.#routers + this.#transports.size;
  }

  /** Reserves the worker for a room: `createRouter` follows. */
  expectRoom(): void {
    this.#expected += 1;
  }

  /** Creates the router of an expected room. */
  async createRouter(): Promise<Router> {
    try {
      return await this.#worker.createRouter({ mediaCodecs: [...mediaCodecs] });
    } finally {
      this.#expected = Math.max(0, this.#expected - 1);
    }
  }

  /** Returns the CPU time since the process started, in milliseconds. */
  async cpuMilliseconds(): Promise<number> {
    const usage = await this.#worker.getResourceUsage();
    return usage.ru_utime + usage.ru_stime;
  }

  /** Ends the process; everything on it closes. Idempotent. */
  close(): void {
    this.#worker.close();
  }
}

/**
 * Removes mediasoup's listeners for SIGTERM and SIGINT, which would close a worker and cut running calls without notice. The node drains first and
 * closes its workers at the end.
 */
function createWorkerWithoutSignals(workerBin: string | undefined): Promise<Worker> {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  const before = signals.map((signal) => new Set(process.listeners(signal)));
  const starting = createWorker({ logLevel: 'error', ...(workerBin ? { workerBin } : {}) });
  signals.forEach((signal, index) => {
    for (const listener of process.listeners(signal)) {
      if (!before[index]?.has(listener)) process.removeListener(signal, listener);
    }
  });
  return starting;
}

function listenInfosFor(index: number, settings: MediaWorkerSettings): TransportListenInfo[] {
  const port = settings.rtcPort === 0 ? {} : { port: settings.rtcPort + index };
  const udp = settings.addresses.map((address) => ({
    protocol: 'udp' as const,
    ...address,
    ...port,
    ...(address.ip === '::' ? { flags: { ipv6Only: true } } : {}),
  }));
  // Behind a gate: any loopback port that is not one of the gates'.
  const portRange = isNear(settings.rtcPort) ? { min: 40_000, max: 59_999 } : { min: 10_000, max: 29_999 };
  const tcp = settings.addresses.map(({ ip, announcedAddress = ip }) => ({
    protocol: 'tcp' as const,
    ip: loopback,
    announcedAddress,
    portRange,
  }));
  return [...udp, ...tcp];
}

/** Returns whether the gates' ports may be among 10000 to 29999. */
const isNear = (rtcPort: number) => rtcPort > 9_000 && rtcPort < 30_000;
