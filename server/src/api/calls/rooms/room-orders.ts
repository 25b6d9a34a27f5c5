import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { RoomOrder } from '../../../platform/nodes/node-api.contract.ts';
import { roomOrdersPath } from '../../../platform/nodes/node-api.constants.ts';
import type { Logger } from '../../../platform/logging/logger.ts';
import { activeTracing } from '../../../platform/tracing/tracing.ts';

/** Sends a media node the required state of a room. The response to the heartbeat repeats it, so nothing waits for or depends on this. */
export interface RoomOrders {
  send(controlUrl: string, order: RoomOrder): void;
}

/** A slower node receives the order with its next heartbeat just as soon. */
const timeoutMilliseconds = 2_000;

/** Sends room orders over HTTP on persistent connections, because a patient may be waiting for an order. */
export class HttpRoomOrders implements RoomOrders {
  readonly #secret: string;
  readonly #log: Logger;
  // Idle connections do not keep the process alive.
  readonly #plain = new PlainAgent({ keepAlive: true });
  readonly #secure = new SecureAgent({ keepAlive: true });

  constructor(nodeSecret: string, log: Logger) {
    this.#secret = nodeSecret;
    this.#log = log;
  }

  send(controlUrl: string, order: RoomOrder): void {
    this.#post(controlUrl, JSON.stringify({ orders: [order] })).catch((error: unknown) => {
      this.#log.warn({ visitId: order.visitId, controlUrl, err: error }, 'room order failed');
    });
  }

  async #post(controlUrl: string, body: string): Promise<void> {
    try {
      await this.#try(controlUrl, body);
    } catch (error) {
      // The node closed the idle connection just as it was reused, which says nothing about the node.
      if (!(error instanceof StaleConnectionError)) throw error;
      await this.#try(controlUrl, body);
    }
  }

  #try(controlUrl: string, body: string): Promise<void> {
    const url = new URL(controlUrl + roomOrdersPath);
    const secure = url.protocol === 'https:';
    const traceparent = activeTracing()?.current();
    return new Promise((resolve, reject) => {
      const request = (secure ? secureRequest : plainRequest)(
        url,
        {
          method: 'POST',
          agent: secure ? this.#secure : this.#plain,
          timeout: timeoutMilliseconds,
          headers: {
            authorization: `Bearer ${this.#secret}`,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            ...(traceparent && { traceparent }),
          },
        },
        (response) => {
          response.resume();
          if (response.statusCode === 204) resolve();
          else reject(new Error(`media node answered with status ${response.statusCode}`));
        },
      );
      request.on('timeout', () => request.destroy(new Error('media node did not answer in time')));
      request.on('error', (error: NodeJS.ErrnoException) =>
        reject(request.reusedSocket && error.code === 'ECONNRESET' ? new StaleConnectionError() : error),
      );
      request.end(body);
    });
  }
}

class StaleConnectionError extends Error {}
