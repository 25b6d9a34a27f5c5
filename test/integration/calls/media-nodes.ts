import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import {
  sendCallEvents,
  sendNodeHeartbeat,
  type CallEvent,
  type NodeHeartbeat,
  type RoomOrder,
} from '../../../server/src/platform/nodes/node-api.contract.ts';
import { roomOrdersPath } from '../../../server/src/platform/nodes/node-api.constants.ts';
import { roomOrders } from '../../../server/src/platform/nodes/node-api.schemas.ts';
import { issueCallTicket } from '../../../shared/src/calls/call.contract.ts';
import type { ResponseOf } from '../../../shared/src/core/route.ts';
import type { QualitySample } from '../../../shared/src/calls/quality.schemas.ts';
import { TestClient } from '../../support/client.ts';
import type { TestGround } from '../../support/test-api.ts';

let health: Promise<string> | undefined;

/** Returns the address of a server that is healthy and takes no orders: on a busy machine a node that missed a heartbeat is asked whether it lives. */
function healthOnly(): Promise<string> {
  health ??= (async () => {
    const server = createServer(({ url }, response) => response.writeHead(url === '/healthz' ? 200 : 503).end());
    server.unref().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  })();
  return health;
}

/** Places the visit on nodes, as the first ticket does: the api accepts events of its calls from these alone. */
export async function placeOn(
  { database }: TestGround,
  visit: { hospitalId: string; id: string },
  ...nodeIds: string[]
) {
  await database.admin.query(
    'INSERT INTO call_placement (visit_id, node_id, hospital_id, placed_at) SELECT $1, unnest($2::text[]), $3, now()',
    [visit.id, nodeIds, visit.hospitalId],
  );
}

/** A node owes a heartbeat after this, as a real one. */
const BEAT_MS = 2_000;
const living = new Set<NodeVoice>();

/** Removes every node of a test. */
export async function forgetNodes({ database }: TestGround): Promise<void> {
  living.clear();
  await database.admin.query('DELETE FROM media_node');
}

/** Sends the heartbeats that nodes owe: on a busy machine the steps of a test may take longer than a node may be silent. */
export async function beatOn(): Promise<void> {
  await Promise.all([...living].map((node) => node.beatOn()));
}

/** Issues a call ticket while every node is alive. */
export async function ticketOf(client: TestClient, { id }: { id: string }) {
  await beatOn();
  return client.ok(issueCallTicket, { params: { visitId: id } });
}

/** Sends heartbeats and call events to the api as a media node, with the shared secret unless it has its own key. */
export class NodeVoice {
  readonly id: string;
  readonly client: TestClient;
  incarnation = randomUUID();
  /** The endpoint that receives room orders; null takes none. */
  ear: NodeEar | null = null;
  readonly #clock: TestGround['clock'];
  #last: { change: Partial<NodeHeartbeat>; at: number; ahead: number } | null = null;

  constructor(test: TestGround, id: string, credential = test.settings.NODE_SECRET) {
    this.id = id;
    this.#clock = test.clock;
    this.client = new TestClient(test.url, credential);
  }

  /** Sends a heartbeat and returns the ids of the rooms to close. */
  async beat(change: Partial<NodeHeartbeat> = {}): Promise<string[]> {
    return (await this.orders(change)).filter((order) => order.room === null).map((order) => order.visitId);
  }

  /** Sends a heartbeat and returns the room orders in the answer. */
  async orders(change: Partial<NodeHeartbeat> = {}): Promise<RoomOrder[]> {
    return (await this.answer(change)).orders;
  }

  /** Sends a heartbeat and returns the answer. */
  async answer(change: Partial<NodeHeartbeat> = {}): Promise<ResponseOf<typeof sendNodeHeartbeat>> {
    this.#last = { change: { incarnation: this.incarnation, ...change }, at: Date.now(), ahead: this.#ahead };
    living.add(this);
    return this.client.ok(sendNodeHeartbeat, {
      params: { nodeId: this.id },
      body: {
        url: `http://${this.id}.test:8081`,
        controlUrl: this.ear?.url ?? (await healthOnly()),
        incarnation: this.incarnation,
        routerRtpCapabilities: { codecs: [{ mimeType: 'audio/opus', clockRate: 48_000 }] },
        workers: 2,
        rooms: 0,
        participants: 0,
        load: 0.1,
        freeVisits: 100,
        draining: false,
        visitIds: [],
        ...change,
      },
    });
  }

  /** Repeats the last heartbeat when it was long ago by the machine’s clock. One that advanced the test’s clock since then wants the node silent. */
  async beatOn(): Promise<void> {
    if (!this.#last || Date.now() - this.#last.at < BEAT_MS || this.#ahead - this.#last.ahead > BEAT_MS) return;
    await this.orders(this.#last.change);
  }

  /** By how much the test’s clock is ahead of the machine’s. */
  get #ahead(): number {
    return this.#clock.now().getTime() - Date.now();
  }

  async tell(...events: CallEvent[]): Promise<number> {
    return (await this.client.ok(sendCallEvents, { params: { nodeId: this.id }, body: { events } })).applied;
  }
}

/** Returns a quality sample of five seconds on a good connection. */
export function qualitySample(change: Partial<QualitySample> = {}): QualitySample {
  return {
    agoMs: 0,
    spanMs: 5000,
    grade: 'good',
    cause: 'none',
    mos: 430,
    rttMs: 40,
    jitterMs: 3,
    lossReceived: 2,
    lossSent: 1,
    concealed: 0,
    frozenMs: 0,
    kbpsReceived: 1400,
    kbpsSent: 1300,
    carried: 'all',
    ...change,
  };
}

/** The endpoint of a media node for room orders; stores those with the nodes’ credential. */
export class NodeEar {
  readonly heard: RoomOrder[] = [];
  readonly #server: Server;
  #waiting: { fits: (order: RoomOrder) => boolean; done: (order: RoomOrder) => void }[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(secret: string): Promise<NodeEar> {
    const server = createServer();
    const ear = new NodeEar(server);
    server.on('request', (request, response) => {
      if (request.url === '/healthz') return void response.writeHead(200).end();
      void json(request).then((body) => {
        const good =
          request.method === 'POST' &&
          request.url === roomOrdersPath &&
          request.headers.authorization === `Bearer ${secret}`;
        response.writeHead(good ? 204 : 401).end();
        if (good) for (const order of roomOrders.parse(body).orders) ear.#take(order);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return ear;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #take(order: RoomOrder): void {
    this.heard.push(order);
    for (const wait of this.#waiting.filter(({ fits }) => fits(order))) wait.done(order);
  }

  /** Resolves with the first order that matches, already received or still to come. */
  next(fits: (order: RoomOrder) => boolean): Promise<RoomOrder> {
    const before = this.heard.find(fits);
    return before ? Promise.resolve(before) : new Promise((done) => this.#waiting.push({ fits, done }));
  }

  /** Closes every connection, as a restarting node does. */
  hangUp(): void {
    this.#server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((done) => this.#server.close(() => done()));
  }
}

/** Returns a call event of a visit. */
export function callEvent(
  visit: { hospitalId: string; id: string },
  type: CallEvent['type'],
  change: Partial<CallEvent> = {},
): CallEvent {
  return {
    id: randomUUID(),
    type,
    at: new Date().toISOString(),
    hospitalId: visit.hospitalId,
    visitId: visit.id,
    participantId: null,
    role: null,
    reason: null,
    code: null,
    samples: null,
    recovery: null,
    firstPicture: null,
    ...change,
  };
}
