import { setTimeout as delay } from 'node:timers/promises';
import type { NodeHeartbeat, RoomOrder } from '../../platform/nodes/node-api.contract.ts';
import type { Logger } from '../../platform/logging/logger.ts';
import { ApiRefusedError, type InternalApi } from './internal-api.ts';

/** Whether an operator drains this node (unknown from an older api), and whether calls could move to another one. */
export interface DrainAnswer {
  readonly drain?: boolean | undefined;
  readonly elsewhere: boolean;
}

export interface HeartbeatOptions {
  readonly api: InternalApi;
  readonly intervalMs: number;
  readonly log: Logger;
  /** Returns the node's present state. */
  readonly describe: () => Promise<NodeHeartbeat>;
  /** Called with the api's room orders. */
  readonly onOrders: (orders: readonly RoomOrder[]) => void;
  /** Called with each answer, and with null when the api does not accept a heartbeat: what it said before may no longer hold. */
  readonly onDrain: (answer: DrainAnswer | null) => void;
  /** Called once, when the api has refused this node again and again because another one with its id is alive. */
  readonly onDuplicate: () => void;
  /** Called when the api answers (again). */
  readonly onReachable: () => void;
}

/** The answer to a node whose id another living node has. */
const ID_TAKEN = 409;
/** After a crash the former start of this node counts as alive for six seconds at most: three heartbeats. */
const REFUSALS_OF_A_DUPLICATE = 6;

/** Registers the node with the api and keeps it registered. An unavailable api is retried at the next heartbeat; calls continue. */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  readonly #stopped = new AbortController();
  #reachable: boolean | undefined;
  #elsewhere = true;
  #refusals = 0;
  #running: Promise<void> | undefined;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  /** True when the latest heartbeat was answered. */
  get reachable(): boolean {
    return this.#reachable === true;
  }

  /** False when the api has reported that no other node accepts calls. */
  get elsewhere(): boolean {
    return this.#elsewhere;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Sends one heartbeat now. Never throws. */
  async beat(): Promise<void> {
    const { api, describe, onOrders, onDrain, log } = this.#options;
    try {
      const { orders, elsewhere = true, drain } = await api.sendHeartbeat(await describe(), this.#stopped.signal);
      this.#refusals = 0;
      this.#setReachable(true);
      this.#elsewhere = elsewhere;
      onOrders(orders);
      onDrain({ drain, elsewhere });
    } catch (error) {
      if (this.#stopped.signal.aborted) return;
      if (this.#reachable !== false) log.warn({ err: error }, 'heartbeat failed: the api does not accept it');
      this.#setReachable(false);
      onDrain(null);
      if (error instanceof ApiRefusedError && error.status === ID_TAKEN) this.#countRefusal();
    }
  }

  /** Stops, and aborts a pending heartbeat. Idempotent. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      await this.beat();
      await delay(this.#options.intervalMs, undefined, { signal }).catch(() => undefined);
    }
  }

  #countRefusal(): void {
    if (++this.#refusals === REFUSALS_OF_A_DUPLICATE) this.#options.onDuplicate();
  }

  #setReachable(reachable: boolean): void {
    const before = this.#reachable;
    this.#reachable = reachable;
    if (!reachable || before === true) return;
    this.#options.log.info('registered with the api');
    this.#options.onReachable();
  }
}
