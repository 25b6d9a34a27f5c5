import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Logger } from '../../platform/logging/logger.ts';
import { backoffDelay } from '../backoff.ts';
import { workerStartFailure } from './worker-start-failure.ts';
import { MediaWorker, type MediaWorkerSettings } from './media-worker.ts';

export interface WorkerPoolSettings extends MediaWorkerSettings {
  /** Number of workers: one per core. */
  size: number;
}

const restart = { firstMs: 100, longestMs: 10_000 };
/** A worker that ran this long started successfully: its death counts as a first failure. */
const SETTLED_MS = 60_000;
/** How long a room waits for a worker while all of them restart. */
const ACQUIRE_TIMEOUT_MS = 4_000;

/** Keeps `size` workers running and returns the least loaded. A dead worker is replaced at once, then with growing pauses. */
export class WorkerPool {
  readonly #settings: WorkerPoolSettings;
  readonly #log: Logger;
  readonly #running = new Map<number, MediaWorker>();
  readonly #stopped = new AbortController();
  #deaths = 0;
  #waiting: (() => void)[] = [];

  constructor(settings: WorkerPoolSettings, log: Logger) {
    this.#settings = settings;
    this.#log = log;
  }

  /** Starts every worker. @throws StartError for a wrong setting, Error for any other failure, which is a fault of the installation */
  async start(): Promise<void> {
    const indexes = Array.from({ length: this.#settings.size }, (_, index) => index);
    const started = await Promise.allSettled(indexes.map((index) => this.#startWorker(index)));
    const failed = started.find((result) => result.status === 'rejected');
    if (failed) {
      this.close();
      throw workerStartFailure(failed.reason, this.#settings);
    }
    for (const index of indexes) void this.#superviseWorker(index);
  }

  /** Workers that run now. */
  get workers(): readonly MediaWorker[] {
    return [...this.#running.values()].filter((worker) => !worker.closed);
  }

  /** Workers that died since the start of the node. */
  get deaths(): number {
    return this.#deaths;
  }

  /**
   * Returns the least loaded worker for one new room; if none runs, waits for the next one. The room counts at once, so that rooms opened at the same
   * moment are distributed.
   * @throws AppError `service.unavailable` when none is ready within four seconds or the pool is closed
   */
  async acquire(): Promise<MediaWorker> {
    if (this.workers.length === 0 && !this.#stopped.signal.aborted) await this.#nextStart();
    const best = this.workers.reduce<MediaWorker | undefined>(
      (least, worker) => (least && least.load <= worker.load ? least : worker),
      undefined,
    );
    if (!best) throw new AppError('service.unavailable', 'no media worker is running');
    best.expectRoom();
    return best;
  }

  /** Ends all workers and everything on them. Idempotent. */
  close(): void {
    this.#stopped.abort();
    for (const worker of this.#running.values()) worker.close();
    this.#running.clear();
    this.#wakeWaiting();
  }

  async #superviseWorker(index: number): Promise<void> {
    let failures = 0;
    while (!this.#stopped.signal.aborted) {
      const worker = this.#running.get(index);
      if (worker) {
        const since = performance.now();
        const error = await worker.died;
        this.#running.delete(index);
        this.#deaths += 1;
        if (performance.now() - since > SETTLED_MS) failures = 0;
        this.#log.error({ worker: index, pid: worker.pid, err: error }, 'media worker died');
      }
      if (failures > 0) await this.#pause(backoffDelay(failures, restart));
      failures += 1;
      await this.#restartWorker(index);
    }
  }

  async #restartWorker(index: number): Promise<void> {
    if (this.#stopped.signal.aborted) return;
    try {
      await this.#startWorker(index);
    } catch (error) {
      this.#log.error({ worker: index, err: error }, 'media worker could not be restarted');
    }
  }

  async #startWorker(index: number): Promise<void> {
    const worker = await MediaWorker.start(index, this.#settings);
    if (this.#stopped.signal.aborted) return worker.close();
    this.#running.set(index, worker);
    this.#log.info({ worker: index, pid: worker.pid }, 'media worker started');
    this.#wakeWaiting();
  }

  async #nextStart(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      timer = setTimeout(resolve, ACQUIRE_TIMEOUT_MS);
    });
    clearTimeout(timer);
  }

  #wakeWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  async #pause(milliseconds: number): Promise<void> {
    await delay(milliseconds, undefined, { signal: this.#stopped.signal, ref: false }).catch(() => undefined);
  }
}
