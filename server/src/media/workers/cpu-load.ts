import type { MediaWorker } from './media-worker.ts';

/** Measures how busy the workers are between two calls. */
export class CpuLoad {
  readonly #before = new Map<number, { cpu: number; at: number }>();

  /** Returns the mean share of a core that the workers used since the previous call, 0 to 1; 0 for a new worker. */
  async measure(workers: readonly MediaWorker[]): Promise<number> {
    const shares = await Promise.all(workers.map((worker) => this.#share(worker)));
    const pids = new Set(workers.map(({ pid }) => pid));
    for (const pid of this.#before.keys()) if (!pids.has(pid)) this.#before.delete(pid);
    return shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  }

  async #share(worker: MediaWorker): Promise<number> {
    const at = performance.now();
    // A worker that has just died counts as full.
    const cpu = await worker.cpuMilliseconds().catch(() => undefined);
    if (cpu === undefined) return 1;
    const before = this.#before.get(worker.pid);
    this.#before.set(worker.pid, { cpu, at });
    if (!before || at <= before.at) return 0;
    return Math.min(1, Math.max(0, (cpu - before.cpu) / (at - before.at)));
  }
}
