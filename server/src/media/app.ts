import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { NodeHeartbeat } from '../platform/nodes/node-api.contract.ts';
import type { Clock } from '../platform/clock.ts';
import type { MediaSettings } from '../platform/config/settings.ts';
import { timeouts } from '../platform/config/timeouts.ts';
import { newId } from '../platform/ids.ts';
import { StartError } from '../platform/process/start-failure.ts';
import { programVersion } from '../platform/process/program-version.ts';
import type { Logger } from '../platform/logging/logger.ts';
import { CallTicketVerifier } from '../platform/tickets/call-ticket.ts';
import { createCallServer, type CallServer } from './call-server.ts';
import { routerRtpCapabilities } from './codecs.ts';
import { CallEventSpool } from './registration/call-event-spool.ts';
import { EventJournal } from './registration/event-journal.ts';
import { Heartbeat } from './registration/heartbeat.ts';
import { InternalApi } from './registration/internal-api.ts';
import { serveRoomOrders } from './registration/room-orders.route.ts';
import { CheckRooms } from './rooms/check-rooms.ts';
import { OrderBook } from './rooms/order-book.ts';
import { RoomMover } from './rooms/room-mover.ts';
import { RoomRegistry } from './rooms/room-registry.ts';
import { AddressLimits, addressPolicy } from '../platform/limits/address-limits.ts';
import { serveCallSocket } from './signaling/call-socket.ts';
import { clientAddresses } from '../platform/http/client-address.ts';
import { IdleSockets } from './signaling/idle-sockets.ts';
import { TicketGate } from './signaling/ticket-gate.ts';
import { CpuLoad } from './workers/cpu-load.ts';
import { readSentBytes, SendRate, type SentBytes } from './workers/send-rate.ts';
import { listenAddresses } from './workers/listen-addresses.ts';
import { VisitAdmission } from './workers/visit-admission.ts';
import { WorkerPool } from './workers/worker-pool.ts';

export interface MediaNodeDeps {
  settings: MediaSettings;
  log: Logger;
  clock: Clock;
  /** Reads how much the machine has sent; by default from the system. */
  sentBytes?: () => SentBytes | null;
  /** Called once, when another node with the same id is alive. */
  onDuplicate?: () => void;
}

/** How long participants of a draining node have to move to another one while media still flows here. */
const DRAIN_GRACE_MS = timeouts['calls.drainGrace'];
/** How long the last events may take to reach the api; the rest is left for the next start. */
const LAST_DELIVERY_MS = 1_500;

/**
 * A media node: workers, rooms, the call socket, and its registration with the api. It has no database, and nothing here waits for the api: calls
 * continue while the api is unavailable.
 */
export class MediaNode {
  readonly workers: WorkerPool;
  readonly rooms: RoomRegistry;
  readonly checks: CheckRooms;
  readonly mover: RoomMover;
  readonly limits: AddressLimits;
  /** Limits of TCP connections that carry media. */
  readonly tcpLimits: AddressLimits;
  readonly spool: CallEventSpool;
  readonly heartbeat: Heartbeat;
  readonly #settings: MediaSettings;
  readonly #log: Logger;
  readonly #clock: Clock;
  readonly #server: CallServer;
  readonly #cpuLoad = new CpuLoad();
  #load = 0;
  readonly #sendRate: SendRate;
  #sentMbps: number | null = null;
  readonly #admission: VisitAdmission;
  /** Lets the api distinguish a restarted node from a slow one. */
  readonly #incarnation = newId();
  readonly #capabilities = routerRtpCapabilities();
  /** Set once the node listens; until then it does not register. */
  #controlUrl = '';
  /** Rejects new visits. */
  #draining = false;
  /** Rejects everyone; participants have been told to move. */
  #leaving = false;
  readonly #hurried = new AbortController();
  #closing: Promise<void> | undefined;

  constructor({ settings, log, clock, sentBytes = readSentBytes, onDuplicate = () => undefined }: MediaNodeDeps) {
    this.#settings = settings;
    this.#log = log;
    this.#clock = clock;
    if (settings.MEDIA_MAX_MBPS !== undefined && !sentBytes())
      throw new StartError('MEDIA_MAX_MBPS: what this system sends cannot be measured.');
    this.#sendRate = new SendRate(sentBytes);
    const credential = settings.NODE_KEY ?? settings.NODE_SECRET ?? '';
    const api = new InternalApi({ apiUrl: settings.API_URL, nodeId: settings.NODE_ID, credential });
    const journal = new EventJournal(join(settings.DATA_DIR, 'media', settings.NODE_ID));
    this.spool = new CallEventSpool(journal, api, clock, log);
    // Each participant has two transports, and a browser tries each address of the host.
    this.tcpLimits = new AddressLimits(addressPolicy(settings.CALL_SOCKETS_PER_ADDRESS * 4));
    this.workers = workerPool(settings, this.tcpLimits, log);
    this.#admission = new VisitAdmission({
      loadLimit: settings.MEDIA_LOAD_LIMIT,
      maxVisits: settings.MEDIA_MAX_VISITS,
      maxMbps: settings.MEDIA_MAX_MBPS,
    });
    const orders = new OrderBook(clock);
    this.rooms = new RoomRegistry({
      workers: this.workers,
      orders,
      recorder: this.spool,
      log,
      lingerMs: settings.ROOM_LINGER_SECONDS * 1000,
      graceMs: settings.STAY_GRACE_SECONDS * 1000,
      freeVisits: (visits) => this.#admission.free(visits),
    });
    this.checks = new CheckRooms({
      workers: this.workers,
      log,
      lifetimeMs: settings.NETWORK_CHECK_SECONDS * 1000,
      isFull: () => this.#admission.free(this.rooms.visits) === 0,
    });
    this.mover = new RoomMover({ rooms: () => this.rooms.rooms, paceMs: timeouts['calls.drainPace'], clock, log });
    this.limits = new AddressLimits(addressPolicy(settings.CALL_SOCKETS_PER_ADDRESS));
    this.#server = this.#serveSockets(
      credential,
      new TicketGate({
        verifier: new CallTicketVerifier(settings.TICKET_PUBLIC_KEY, settings.NODE_ID),
        orders,
        recorder: this.spool,
        clock,
        incarnation: this.#incarnation,
      }),
    );
    this.heartbeat = new Heartbeat({
      api,
      intervalMs: timeouts['nodes.heartbeat'],
      log,
      describe: () => this.#describe(),
      onOrders: (given) => given.forEach((order) => this.rooms.apply(order)),
      onDrain: (answer) => this.mover.apply(answer),
      onReachable: () => this.spool.flush(),
      onDuplicate,
    });
  }

  /** Creates the call socket and the route for room orders, not listening yet. */
  #serveSockets(credential: string, gate: TicketGate): CallServer {
    const settings = this.#settings;
    const addressOf = clientAddresses(settings.TRUSTED_PROXIES);
    const server = createCallServer({
      webOrigin: settings.WEB_ORIGIN,
      isReady: () => this.ready,
      addressOf,
      limits: this.limits,
    });
    serveRoomOrders(server.http, credential, (order) => this.rooms.apply(order));
    serveCallSocket(
      server.sockets,
      {
        gate,
        rooms: this.rooms,
        checks: this.checks,
        isLeaving: () => this.#leaving,
        addressOf,
        idle: new IdleSockets(Math.ceil(settings.CALL_SOCKETS_PER_ADDRESS / 2)),
      },
      this.#log,
    );
    return server;
  }

  /** How many more visits the node accepts. */
  get freeVisits(): number {
    return this.ready && !this.mover.drained ? this.#admission.free(this.rooms.visits) : 0;
  }

  /** The mean share of a core that the workers used before the last heartbeat, 0 to 1. */
  get load(): number {
    return this.#load;
  }

  /** What the machine sent before the last heartbeat, in megabits a second; null where that is unknown. */
  get sentMbps(): number | null {
    return this.#sentMbps;
  }

  /** True while the node can accept calls. */
  get ready(): boolean {
    return !this.#draining && this.workers.workers.length > 0;
  }

  /** Starts workers, serves the call socket, registers with the api. @returns the port of the call socket */
  async start(): Promise<number> {
    await this.workers.start();
    await this.#server.http.listen({ port: this.#settings.MEDIA_PORT, host: this.#settings.HOST });
    const address = this.#server.http.server.address();
    const port = typeof address === 'object' && address ? address.port : this.#settings.MEDIA_PORT;
    this.#controlUrl = this.#settings.MEDIA_CONTROL_URL ?? `http://127.0.0.1:${port}`;
    this.heartbeat.start();
    this.spool.flush();
    return port;
  }

  /**
   * Drains and closes the node. It rejects new visits, notifies the api, and gives running calls `DRAIN_SECONDS` to end. Then it rejects everyone and
   * tells the remaining participants to move.
   * They get a few seconds while media still flows (none without another node); then rooms and workers close. Without `DRAIN_SECONDS` this takes less
   * than ten seconds. Idempotent.
   */
  close(): Promise<void> {
    this.#closing ??= this.#drainAndClose();
    return this.#closing;
  }

  /** Makes a closing node stop waiting for calls to end. */
  hurry(): void {
    this.#hurried.abort();
  }

  async #drainAndClose(): Promise<void> {
    this.#draining = true;
    this.rooms.drain();
    this.checks.close('node-draining');
    const { DRAIN_SECONDS } = this.#settings;
    if (DRAIN_SECONDS === 0) this.hurry();
    this.#leaving = this.#hurried.signal.aborted;
    this.#log.info({ rooms: this.rooms.rooms.length }, 'media node draining');
    // Notify the api first, so that participants who move are not sent back here; but an unavailable api must not delay this.
    await Promise.race([this.heartbeat.beat(), delay(1_000, undefined, { ref: false })]);
    // Waiting patients lose nothing by moving.
    for (const room of this.rooms.rooms) if (!room.running) room.announceEnd('node-draining');
    await this.rooms.whenEmpty(DRAIN_SECONDS * 1000, this.#hurried.signal);
    this.#leaving = true;
    this.rooms.announceEnd('node-draining');
    // If calls cannot move to another node, waiting would only delay this node’s next start.
    await this.rooms.whenEmpty(this.heartbeat.elsewhere ? DRAIN_GRACE_MS : 0);
    this.rooms.close('node-draining');
    await Promise.all([this.heartbeat.stop(), this.spool.close(LAST_DELIVERY_MS)]);
    this.mover.stop();
    await this.#server.sockets.close();
    await this.#server.http.close();
    this.workers.close();
    this.#log.info('media node stopped');
  }

  async #describe(): Promise<NodeHeartbeat> {
    const workers = this.workers.workers;
    const load = (this.#load = await this.#cpuLoad.measure(workers));
    const { rooms } = this.rooms;
    const running = rooms.filter((room) => room.running).length;
    const sentMbps = (this.#sentMbps = this.#sendRate.measure());
    const waiting = this.rooms.visits - running;
    this.#admission.measure({ workers: workers.length, load, running, waiting, sentMbps });
    return {
      url: this.#settings.MEDIA_PUBLIC_URL,
      controlUrl: this.#controlUrl,
      incarnation: this.#incarnation,
      routerRtpCapabilities: this.#capabilities,
      workers: workers.length,
      rooms: rooms.length,
      participants: this.rooms.participants,
      load,
      freeVisits: this.freeVisits,
      draining: this.#draining,
      place: this.#settings.MEDIA_PLACE,
      movesCalls: true,
      visitIds: rooms.map(({ visitId }) => visitId),
      version: programVersion,
      sentAt: this.#clock.now().toISOString(),
    };
  }
}

function workerPool(settings: MediaSettings, tcpLimits: AddressLimits, log: Logger): WorkerPool {
  const addresses = listenAddresses(
    { listen: settings.RTC_LISTEN, announced: settings.RTC_ANNOUNCED_ADDRESS },
    networkInterfaces(),
  );
  const { MEDIA_WORKERS: size, MEDIASOUP_WORKER_BIN: workerBin, RTC_PORT: rtcPort } = settings;
  return new WorkerPool({ size, workerBin, rtcPort, addresses, tcpLimits }, log);
}
