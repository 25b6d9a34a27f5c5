import { PgBoss, type JobResult } from 'pg-boss';
import type { z } from 'zod';
import { timeouts } from '../config/timeouts.ts';
import { jobsSchema } from '../db/migrate.ts';
import type { Tx } from '../db/transaction.ts';
import type { Logger } from '../logging/logger.ts';
import { repairFutureTimes, secondsSinceSchedules } from './future-times.ts';

export interface JobDefinition<Payload extends z.ZodType = z.ZodType> {
  /** Lower case words with dashes; also the queue’s name. */
  name: string;
  payload: Payload;
  /** Must be safe to run again: a job whose process died is run once more. */
  run: (payload: z.output<Payload>, jobId: string) => Promise<void>;
  retryLimit?: number;
  /**
   * Of a backlog, as many are taken at once and run beside one another; default is one at a time. Each succeeds or is tried again by
   * itself. For short work only: a process that dies keeps all that it took for as long as the silence lasts.
   */
  batch?: number;
  /** Seconds after which a run is given up and tried again; default two minutes. */
  longestSeconds?: number;
  /** Standard five-field cron in the given zone, for work that recurs. */
  schedule?: { cron: string; timeZone: string; payload: z.input<Payload> };
}

/** Hardly a job takes longer; one that hangs is given up and tried again. */
const usuallyLongestSeconds = 120;

/** Long work, on Postgres: enqueued in the transaction that wants it, so that neither can exist without the other. */
export class Jobs {
  readonly #boss: PgBoss;
  readonly #log: Logger;
  readonly #definitions = new Map<string, JobDefinition>();
  readonly #workers = new Map<string, string>();
  readonly #pollingSeconds: number;
  #repairing: NodeJS.Timeout | undefined;
  #startedAt = performance.now();

  /** `pollingSeconds`: how often a worker looks for jobs that nobody told it of. */
  constructor(connectionString: string, log: Logger, pollingSeconds = timeouts['jobs.poll'] / 1000) {
    this.#log = log;
    this.#pollingSeconds = pollingSeconds;
    // Handed on to pg: a connection lost in silence must not keep its place in the pool.
    const connection = { connectionString, query_timeout: timeouts['database.answer'] };
    this.#boss = new PgBoss({
      ...connection,
      schema: jobsSchema,
      migrate: false,
      createSchema: false,
      max: 4,
      superviseIntervalSeconds: timeouts['jobs.supervise'] / 1000,
      monitorIntervalSeconds: timeouts['jobs.supervise'] / 1000,
    });
    this.#boss.on('error', (error) => log.error({ err: error }, 'job queue error'));
  }

  define<Payload extends z.ZodType>(definition: JobDefinition<Payload>): void {
    if (this.#definitions.has(definition.name)) throw new Error(`job ${definition.name} is defined twice`);
    this.#definitions.set(definition.name, definition as unknown as JobDefinition);
  }

  async start(): Promise<void> {
    await this.#boss.start();
    this.#startedAt = performance.now();
    await this.#repairTimes();
    this.#repairing = setInterval(() => void this.#repairTimes(), timeouts['clock.check']);
    this.#repairing.unref();
    const stored = new Map((await this.#boss.getQueues()).map((queue) => [queue.name, queue]));
    for (const definition of this.#definitions.values()) {
      const { name, schedule } = definition;
      const options = {
        retryLimit: definition.retryLimit ?? 5,
        retryBackoff: true,
        retryDelay: 1,
        retryDelayMax: timeouts['jobs.longestRetryDelay'] / 1000,
        heartbeatSeconds: timeouts['jobs.silentAfter'] / 1000,
        expireInSeconds: definition.longestSeconds ?? usuallyLongestSeconds,
      };
      const queue = stored.get(name);
      // "short": of the jobs with one key at most one waits, however often it was asked for.
      if (!queue) await this.#boss.createQueue(name, { ...options, policy: 'short' });
      // A queue that an earlier release made keeps its settings otherwise.
      else if (Object.entries(options).some(([option, value]) => queue[option as keyof typeof options] !== value))
        await this.#boss.updateQueue(name, options);
      const working = {
        batchSize: definition.batch ?? 1,
        pollingIntervalSeconds: this.#pollingSeconds,
        perJobResults: true as const,
      };
      const worker = await this.#boss.work(name, working, async (batch: { id: string; data: unknown }[]) => {
        const results = await Promise.all(batch.map((job) => this.#run(definition, job.id, job.data)));
        // Where there was work there may be more: a backlog is worked off at once, not one batch each time that the clock strikes.
        this.#wake(name);
        return results;
      });
      this.#workers.set(name, worker);
      if (schedule)
        await this.#boss.schedule(name, schedule.cron, schedule.payload as object, { tz: schedule.timeZone });
    }
  }

  /** After a clock that was ahead has been put back. */
  async #repairTimes(): Promise<void> {
    try {
      const db = this.#boss.getDb();
      for (const statement of repairFutureTimes) {
        const { rows } = await db.executeSql(statement);
        if (rows.length > 0)
          this.#log.warn({ repaired: rows[0].repaired, rows: rows.length }, 'the job queue held times in the future');
      }
    } catch (error) {
      this.#log.warn({ err: error }, 'times of the job queue could not be checked');
    }
  }

  /** Seconds for which no process has started scheduled jobs; after a start of this one, at most since then. */
  async idleSeconds(): Promise<number> {
    const { rows } = await this.#boss.getDb().executeSql(secondsSinceSchedules);
    const sinceStart = (performance.now() - this.#startedAt) / 1000;
    const seconds: unknown = rows[0]?.seconds;
    return typeof seconds === 'number' ? Math.min(Math.abs(seconds), sinceStart) : sinceStart;
  }

  async #run(definition: JobDefinition, jobId: string, data: unknown): Promise<JobResult> {
    try {
      await definition.run(definition.payload.parse(data), jobId);
      this.#log.info({ job: definition.name, jobId }, 'job done');
      return { id: jobId, status: 'completed' };
    } catch (error) {
      this.#log.error({ job: definition.name, jobId, err: error }, 'job failed, will be tried again');
      // What failed stands in the log alone: the queue's table is no place for what an error may quote.
      return { id: jobId, status: 'failed' };
    }
  }

  #wake(name: string): void {
    const worker = this.#workers.get(name);
    if (worker) this.#boss.notifyWorker(worker);
  }

  /**
   * Enqueues in the transaction; a worker of this process is woken after its commit, others find it by their own clock. A
   * job with the same `key` that still waits to be run is not doubled.
   */
  async enqueue(tx: Tx, name: string, payload: object, key: string): Promise<void> {
    await this.#boss.send(name, payload, {
      singletonKey: key,
      db: { executeSql: async (sql, values) => ({ rows: await tx.query(sql, values) }) },
    });
    tx.afterCommit(() => this.#wake(name));
  }

  /** Lets running jobs end (at most five seconds). */
  async stop(): Promise<void> {
    clearInterval(this.#repairing);
    await this.#boss.stop({ graceful: true, timeout: 5_000, close: true });
  }
}
