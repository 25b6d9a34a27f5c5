import {
  sendCallEvents,
  sendNodeHeartbeat,
  type CallEvent,
  type NodeHeartbeat,
  type RoomOrder,
} from '../../platform/nodes/node-api.contract.ts';
import { nodeApiSchemas } from '../../platform/nodes/node-api.schemas.ts';
import type { AnyRoute } from '@yunzhen/shared/core/route';

export interface InternalApiSettings {
  apiUrl: string;
  nodeId: string;
  /** The node’s own key, or the shared secret. */
  credential: string;
}

export interface HeartbeatAnswer {
  readonly orders: readonly RoomOrder[];
  readonly elsewhere?: boolean | undefined;
  readonly drain?: boolean | undefined;
}

/** The api answered with an error status. */
export class ApiRefusedError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`api answered ${status}`);
    this.name = 'ApiRefusedError';
    this.status = status;
  }
}

/** Timeout of an answer; the next attempt follows soon. */
const TIMEOUT_MS = 5_000;

/** The api's internal endpoint for media nodes. Every method throws when the api is unavailable or rejects the request. */
export class InternalApi {
  readonly #settings: InternalApiSettings;

  constructor(settings: InternalApiSettings) {
    this.#settings = settings;
  }

  /** Sends a heartbeat; `signal` aborts it. @returns the api's room orders, whether there is another node, and whether this one is drained */
  async sendHeartbeat(heartbeat: NodeHeartbeat, signal: AbortSignal): Promise<HeartbeatAnswer> {
    const answer = await this.#send(sendNodeHeartbeat, heartbeat, signal);
    return nodeApiSchemas.sendNodeHeartbeat.response.parse(answer);
  }

  /** Sends call events. Resolves once the api has stored them, with the ids of those that it cannot store yet. */
  async sendEvents(events: readonly CallEvent[]): Promise<ReadonlySet<string>> {
    const answer = await this.#send(sendCallEvents, { events, keepsWaiting: true });
    return new Set(nodeApiSchemas.sendCallEvents.response.parse(answer).waiting);
  }

  async #send(route: AnyRoute, body: unknown, signal?: AbortSignal): Promise<unknown> {
    const { apiUrl, nodeId, credential } = this.#settings;
    const response = await fetch(apiUrl + route.path.replace(':nodeId', nodeId), {
      method: route.method,
      headers: { authorization: `Bearer ${credential}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal ? [signal] : [])]),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new ApiRefusedError(response.status);
    }
    return response.json();
  }
}
