import process from 'node:process';
import { createWorker } from 'mediasoup';
import type { Router, TransportListenInfo, WebRtcServer, Worker } from 'mediasoup/types';
import { mediaCodecs } from '../codecs.ts';
import type { ListenAddress } from './listen-addresses.ts';

export interface MediaWorkerSettings {
  /** Path of the mediasoup-worker binary; mediasoup's own lookup when not given. */
  workerBin?: string | undefined;
  /** Port of worker 0, UDP and TCP; worker n takes this plus n. 0 takes any free ports, UDP and TCP each their own. */
  rtcPort: number;
  addresses: readonly ListenAddress[];
}

/** One mediasoup worker process with the one WebRtcServer that all transports on it share. */
export class MediaWorker {
  readonly index: number;
  readonly webRtcServer: WebRtcServer;
  /** Resolves when the process has ended without having been closed. Whatever lived on it has closed by then. */
  readonly died: Promise<Error>;
  readonly #worker: Worker;
  #routers = 0;
  /** Rooms that this worker was handed out for and whose routers are not there yet. */
  #expected = 0;
  #transports = 0;

  private constructor(index: number, worker: Worker, webRtcServer: WebRtcServer) {
    this.index = index;
    this.#worker = worker;
    this.webRtcServer = webRtcServer;
    this.died = new Promise((resolve) => worker.once('died', resolve));
    worker.observer.on('newrouter', (router) => {
      this.#routers += 1;
      router.observer.once('close', () => (this.#routers -= 1));
    });
    webRtcServer.observer.on('webrtctransporthandled', () => (this.#transports += 1));
    webRtcServer.observer.on('webrtctransportunhandled', () => (this.#transports -= 1));
  }

  /** @throws Error when the binary can't be run or a port is taken */
  static async start(index: number, settings: MediaWorkerSettings): Promise<MediaWorker> {
    const worker = await createWorkerWithoutSignals(settings.workerBin);
    try {
      const listenInfos = listenInfosFor(index, settings);
      return new MediaWorker(index, worker, await worker.createWebRtcServer({ listenInfos }));
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  get pid(): number {
    return this.#worker.pid;
  }

  get closed(): boolean {
    return this.#worker.closed;
  }

  /** Grows with what the worker has to forward; a room counts as soon as it is expected, before anybody is in it. */
  get load(): number {
    return this.#expected + this.#routers + this.#transports;
  }

  /** The worker has been chosen for a room: `createRouter` follows. */
  expectRoom(): void {
    this.#expected += 1;
  }

  /** The router of a room that was expected. */
  async createRouter(): Promise<Router> {
    try {
      return await this.#worker.createRouter({ mediaCodecs: [...mediaCodecs] });
    } finally {
      this.#expected = Math.max(0, this.#expected - 1);
    }
  }

  /** CPU time used since the process started, in milliseconds. */
  async cpuMilliseconds(): Promise<number> {
    const usage = await this.#worker.getResourceUsage();
    return usage.ru_utime + usage.ru_stime;
  }

  /** Ends the process; whatever lives on it closes. Repeating it does nothing. */
  close(): void {
    this.#worker.close();
  }
}

/**
 * mediasoup closes a worker by itself on SIGTERM and SIGINT, which would cut running calls before anybody has been told. The
 * node drains first and closes its workers at the end, so those two listeners are taken off again.
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
  return (['udp', 'tcp'] as const).flatMap((protocol) =>
    settings.addresses.map((address) => ({
      protocol,
      ...address,
      ...port,
      ...(address.ip === '::' ? { flags: { ipv6Only: true } } : {}),
    })),
  );
}
