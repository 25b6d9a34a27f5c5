import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  sendCallEvents,
  sendNodeHeartbeat,
  type CallEvent,
  type NodeHeartbeat,
  type RoomOrder,
} from '../../../../../server/src/platform/nodes/node-api.contract.ts';
import { callEvent, nodeHeartbeat } from '../../../../../server/src/platform/nodes/node-api.schemas.ts';

const eventsBody = z.strictObject({ events: z.array(callEvent).min(1).max(500) });

/** The api's internal endpoint as a media node meets it: real HTTP, checks the secret and the contract, keeps what it was given. */
export class FakeApi {
  readonly secret = 'a-secret-of-the-nodes-of-forty-characters';
  readonly heartbeats: NodeHeartbeat[] = [];
  /** Every event as it was delivered, repeats included. */
  readonly deliveries: CallEvent[] = [];
  /** The answer to each heartbeat. */
  orders: RoomOrder[] = [];
  /** Whether another node takes calls. */
  elsewhere = true;
  /** While set, this status is the answer to everything. */
  failWith: number | undefined;
  /** Deliveries that are stored but whose answer is lost. */
  loseAnswers = 0;
  /** Requests for events that failed one way or another. */
  refused = 0;
  #app: FastifyInstance | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Events applied once by id, as the api does. */
  get events(): CallEvent[] {
    return [...new Map(this.deliveries.map((event) => [event.id, event])).values()];
  }

  async start(): Promise<void> {
    const app = Fastify({ forceCloseConnections: true });
    app.addHook('onRequest', async (request, reply) => {
      if (request.headers.authorization !== `Bearer ${this.secret}`) return reply.code(401).send({});
      if (this.failWith !== undefined) {
        if (request.method === 'POST') this.refused += 1;
        return reply.code(this.failWith).send({});
      }
    });
    // Like the api: what does not fit the contract is the sender's fault.
    app.setErrorHandler((error, _request, reply) => reply.code(error instanceof z.ZodError ? 400 : 500).send({}));
    app.put(sendNodeHeartbeat.path, async (request) => {
      const beat = nodeHeartbeat.parse(request.body);
      this.heartbeats.push(beat);
      return beat.draining ? { orders: this.orders, elsewhere: this.elsewhere } : { orders: this.orders };
    });
    app.post(sendCallEvents.path, async (request, reply) => {
      const { events } = eventsBody.parse(request.body);
      this.deliveries.push(...events);
      if (this.loseAnswers > 0) {
        this.loseAnswers -= 1;
        return reply.code(503).send({});
      }
      return { applied: events.length };
    });
    // The same port once more when the api comes back.
    await app.listen({ port: this.#port, host: '127.0.0.1' });
    const address = app.server.address();
    if (typeof address === 'object' && address) this.#port = address.port;
    this.#app = app;
  }

  async stop(): Promise<void> {
    await this.#app?.close();
    this.#app = undefined;
  }
}
