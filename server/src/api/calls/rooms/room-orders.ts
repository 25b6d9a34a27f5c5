import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { RoomOrder } from '../../../platform/nodes/node-api.contract.ts';
import { roomOrdersPath } from '../../../platform/nodes/node-api.constants.ts';
import { nodeKey } from '../../../platform/nodes/node-key.ts';
import type { ApiSettings } from '../../../platform/config/settings.ts';
import type { Logger } from '../../../platform/logging/logger.ts';
import { activeTracing } from '../../../platform/tracing/tracing.ts';

/** A media node as the receiver of orders. */
export interface OrderedNode {
  id: string;
  controlUrl: string;
  /** The node proved that it has its own key; otherwise it proved that it has the shared secret. */
  ownKey: boolean;
}

/** Sends a media node the required state of a room. The response to the heartbeat repeats it, so nothing waits for or depends on this. */
export interface RoomOrders {
  send(node: OrderedNode, order: RoomOrder): void;
}

/** A slower node receives the order with its next heartbeat just as soon. */
const timeoutMilliseconds = 2_000;

/**
 * Returns how orders are sent. A restored copy knows the media nodes of the hospital, which accept its orders: isolated, it sends none, and its own
 * node reads them in the responses to its heartbeats.
 */
export function roomOrders(
  settings: Pick<ApiSettings, 'NODE_SECRET' | 'NODE_KEYS' | 'ISOLATED'>,
  log: Logger,
): RoomOrders {
  return settings.ISOLATED ? { send: () => undefined } : new HttpRoomOrders(settings, log);
}

/** Sends room orders over HTTP on persistent connections, because a patient may be waiting for an order. */
class HttpRoomOrders implements RoomOrders {
  readonly #settings: Pick<ApiSettings, 'NODE_SECRET' | 'NODE_KEYS'>;
  readonly #log: Logger;
  // Idle connections do not keep the process alive.
  readonly #plain = new PlainAgent({ keepAlive: true });
  readonly #secure = new SecureAgent({ keepAlive: true });

  constructor(settings: Pick<ApiSettings, 'NODE_SECRET' | 'NODE_KEYS'>, log: Logger) {
    this.#settings = settings;
    this.#log = log;
  }

  send(node: OrderedNode, order: RoomOrder): void {
    this.#post(node, JSON.stringify({ orders: [order] })).catch((error: unknown) => {
      this.#log.warn({ visitId: order.visitId, controlUrl: node.controlUrl, err: error }, 'room order failed');
    });
  }

  async #post(node: OrderedNode, body: string): Promise<void> {
    try {
      await this.#try(node, body);
    } catch (error) {
      // The node closed the idle connection just as it was reused, which says nothing about the node.
      if (!(error instanceof StaleConnectionError)) throw error;
      await this.#try(node, body);
    }
  }

  /** Returns what the node has proved to have: the shared secret never goes to one that has its own key. */
  #credentialOf({ id, ownKey }: OrderedNode): string {
    const { NODE_SECRET, NODE_KEYS } = this.#settings;
    return ownKey || NODE_KEYS === 'required' ? nodeKey(NODE_SECRET, id) : NODE_SECRET;
  }

  #try(node: OrderedNode, body: string): Promise<void> {
    const url = new URL(node.controlUrl + roomOrdersPath);
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
            authorization: `Bearer ${this.#credentialOf(node)}`,
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
