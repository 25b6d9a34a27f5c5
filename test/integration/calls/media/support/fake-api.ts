import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { freePort } from '../../../../support/free-port.ts';
import {
  sendCallEvents,
  sendNodeHeartbeat,
  type CallEvent,
  type NodeHeartbeat,
  type RoomOrder,
} from '../../../../../server/src/platform/nodes/node-api.contract.ts';
import { callEvent, nodeHeartbeat } from '../../../../../server/src/platform/nodes/node-api.schemas.ts';

const eventsBody = z.strictObject({
  events: z.array(callEvent).min(1).max(500),
  keepsWaiting: z.literal(true),
});

/** The api's internal endpoint for a media node: real HTTP, checks the secret and the contract, stores what it received. */
export class FakeApi {
  readonly secret = 'a-secret-of-the-nodes-of-forty-characters';
  readonly heartbeats: NodeHeartbeat[] = [];
  /** Every event as delivered, including repeats. */
  readonly deliveries: CallEvent[] = [];
  /** The answer to each heartbeat. */
  orders: RoomOrder[] = [];
  /** Whether another node accepts calls. */
  elsewhere = true;
  /** When set, the status of every answer. */
  failWith: number | undefined;
  /** The number of deliveries that are stored without an answer. */
  loseAnswers = 0;
  /** A hospital that is closed for its move: its events are not stored. */
  closedHospital: string | undefined;
  /** The number of failed requests for events. */
  refused = 0;
  #app: FastifyInstance | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The events without repeats, by id, as the api applies them. */
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
    // Like the api: a violation of the contract is a client error.
    app.setErrorHandler((error, _request, reply) => reply.code(error instanceof z.ZodError ? 400 : 500).send({}));
    app.put(sendNodeHeartbeat.path, async (request) => {
      const beat = nodeHeartbeat.parse(request.body);
      this.heartbeats.push(beat);
      return beat.draining ? { orders: this.orders, elsewhere: this.elsewhere } : { orders: this.orders };
    });
    app.post(sendCallEvents.path, async (request, reply) => {
      const { events } = eventsBody.parse(request.body);
      const waiting = events.filter(({ hospitalId }) => hospitalId === this.closedHospital);
      this.deliveries.push(...events.filter((event) => !waiting.includes(event)));
      if (this.loseAnswers > 0) {
        this.loseAnswers -= 1;
        return reply.code(503).send({});
      }
      return { applied: events.length - waiting.length, waiting: waiting.map(({ id }) => id) };
    });
    // The same port when the api comes back: one that no other connection takes in between.
    if (this.#port === 0) this.#port = await freePort();
    await app.listen({ port: this.#port, host: '127.0.0.1' });
    this.#app = app;
  }

  async stop(): Promise<void> {
    await this.#app?.close();
    this.#app = undefined;
  }
}
