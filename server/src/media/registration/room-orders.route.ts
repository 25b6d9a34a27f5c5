import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { RoomOrder } from '../../platform/nodes/node-api.contract.ts';
import { roomOrdersPath } from '../../platform/nodes/node-api.constants.ts';
import { roomOrders } from '../../platform/nodes/node-api.schemas.ts';

/** Five hundred orders with their ids are smaller than this. */
const BODY_LIMIT_BYTES = 1024 * 1024;

/** Serves the api's room orders. Checks the node's credential before reading a body. Pages cannot read the answer, because it has no CORS headers. */
export function serveRoomOrders(http: FastifyInstance, credential: string, apply: (order: RoomOrder) => void): void {
  const expected = digestOf(`Bearer ${credential}`);
  http.post(
    roomOrdersPath,
    {
      bodyLimit: BODY_LIMIT_BYTES,
      onRequest: async (request, reply) => {
        const given = digestOf(request.headers.authorization ?? '');
        if (!timingSafeEqual(given, expected)) return reply.code(401).send();
      },
    },
    async (request, reply) => {
      const body = roomOrders.safeParse(request.body);
      if (!body.success) return reply.code(400).send();
      for (const order of body.data.orders) apply(order);
      return reply.code(204).send();
    },
  );
}

const digestOf = (value: string) => createHash('sha256').update(value).digest();
