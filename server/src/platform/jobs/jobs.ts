import { PgBoss, type JobResult } from 'pg-boss';
import { z } from 'zod';
import { timeouts } from '../config/timeouts.ts';
import { jobsSchema } from '../db/migrate.ts';
import type { Tx } from '../db/transaction.ts';
import type { Logger } from '../logging/logger.ts';
import { cronPeriod } from '../metrics/cron-period.ts';
import { jobRunsTotal, jobSeconds, scheduleLastSuccess, schedulePeriod } from '../metrics/instruments.ts';
import { inSpan } from '../tracing/tracing.ts';
import { backlogOfJobs, queuesWithWork, type JobBacklog } from './backlog.ts';
import { repairFutureTimes, secondsSinceSchedules } from './future-times.ts';
import { JobDatabase } from './job-database.ts';

export interface JobDefinition<Payload extends z.ZodType = z.ZodType> {
  /** Lower-case words with dashes; also the queue’s name. */
  name: string;
  payload: Payload;
  /** Must be idempotent: a job whose process died runs again. */
  run: (payload: z.output<Payload>, jobId: string) => Promise<void>;
  retryLimit?: number;
  /**
   * How many jobs of a backlog run concurrently; default one. Each succeeds or is retried on its own. For short work only: if a process dies, its
   * whole batch waits for the silence timeout.
   */
  batch?: number;
  /** Seconds after which a run is aborted and retried; default two minutes. */
  longestSeconds?: number;
  /** Standard five-field cron in the given time zone, for recurring work. */
  schedule?: { cron: string; timeZone: string; payload: z.input<Payload> };
}

export type JobState = JobBacklog & { periodSeconds: number | null };

export interface JobIntervals {
  /** How often the queues are polled for jobs of other processes. */
  pollingSeconds?: number;
  /** How often future times in the queue are repaired. */
  repairMilliseconds?: number;
}

/** How often each worker polls its own queue. It need not: all queues are polled together, and the workers of those with jobs are woken. */
const workerPollingSeconds = 60;

/** Few jobs take longer; one that hangs is aborted and retried. */
const usuallyLongestSeconds = 120;

/** Long-running work, stored in Postgres: enqueued in the transaction that needs it, so that both commit or neither. */
export class Jobs {
  readonly #boss: PgBoss;
  readonly #database: JobDatabase;
  readonly #log: Logger;
  readonly #definitions = new Map<string, JobDefinition>();
  readonly #workers = new Map<string, string>();
  readonly #pollingSeconds: number;
  readonly #repairMilliseconds: number;
  #repairing: NodeJS.Timeout | undefined;
  #polling: NodeJS.Timeout | undefined;
  #isPolling = false;
  #stopped = false;
  #startedAt = performance.now();
  #onEnded: (job: string, outcome: 'completed' | 'failed') => void = () => undefined;

  constructor(connectionString: string, log: Logger, intervals: JobIntervals = {}) {
    this.#log = log;
    this.#pollingSeconds = intervals.pollingSeconds ?? timeouts['jobs.poll'] / 1000;
    this.#repairMilliseconds = intervals.repairMilliseconds ?? timeouts['clock.check'];
    const onError = (error: unknown) => log.error({ err: error }, 'job queue error');
    this.#database = new JobDatabase(connectionString, onError);
    this.#boss = new PgBoss({
      db: this.#database,
      schema: jobsSchema,
      migrate: false,
      createSchema: false,
      superviseIntervalSeconds: timeouts['jobs.supervise'] / 1000,
      monitorIntervalSeconds: timeouts['jobs.supervise'] / 1000,
    });
    this.#boss.on('error', onError);
  }

  /** Sets what is called after each run. Call it once at start-up. */
  onEnded(listener: (job: string, outcome: 'completed' | 'failed') => void): void {
    this.#onEnded = listener;
  }

  define<Payload extends z.ZodType>(definition: JobDefinition<Payload>): void {
    if (this.#definitions.has(definition.name)) throw new Error(`job ${definition.name} is defined twice`);
    // A newer release may enqueue with members that this one does not know.
    const payload = definition.payload instanceof z.ZodObject ? definition.payload.strip() : definition.payload;
    this.#definitions.set(definition.name, { ...definition, payload } as unknown as JobDefinition);
  }

  async start(): Promise<void> {
    await this.#boss.start();
    this.#startedAt = performance.now();
    await this.#repairTimes();
    this.#repairing = setInterval(() => void this.#repairTimes(), this.#repairMilliseconds);
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
      // "short": at most one job per key is queued, however often it was requested.
      if (!queue) await this.#boss.createQueue(name, { ...options, policy: 'short' });
      // Otherwise a queue created by an earlier release keeps its settings.
      else if (Object.entries(options).some(([option, value]) => queue[option as keyof typeof options] !== value))
        await this.#boss.updateQueue(name, options);
      const working = {
        batchSize: definition.batch ?? 1,
        pollingIntervalSeconds: Math.max(workerPollingSeconds, this.#pollingSeconds),
        perJobResults: true as const,
      };
      const worker = await this.#boss.work(name, working, async (batch: { id: string; data: unknown }[]) => {
        const results = await Promise.all(batch.map((job) => this.#run(definition, job.id, job.data)));
        // There may be more: work a backlog off at once, not one batch per poll.
        this.#wake(name);
        return results;
      });
      this.#workers.set(name, worker);
      if (schedule) {
        await this.#boss.schedule(name, schedule.cron, schedule.payload as object, { tz: schedule.timeZone });
        schedulePeriod.set({ job: name }, cronPeriod(schedule.cron));
        scheduleLastSuccess.set({ job: name }, Date.now() / 1000);
      }
    }
    this.#polling = setInterval(() => void this.#poll(), this.#pollingSeconds * 1000);
    this.#polling.unref();
  }

  /** Wakes the workers of queues with jobs that are due: of other processes, delayed or retried ones. */
  async #poll(): Promise<void> {
    if (this.#isPolling) return;
    this.#isPolling = true;
    try {
      const { rows } = await this.#database.executeSql<{ name: string }>(queuesWithWork, [[...this.#workers.keys()]]);
      for (const { name } of rows) this.#wake(name);
    } catch (error) {
      if (!this.#stopped) this.#log.error({ err: error }, 'job queue error');
    } finally {
      this.#isPolling = false;
    }
  }

  /** Repairs times after a clock that was ahead was corrected. */
  async #repairTimes(): Promise<void> {
    try {
      for (const statement of repairFutureTimes) {
        const { rows } = await this.#database.executeSql(statement);
        if (rows.length > 0)
          this.#log.warn({ repaired: rows[0]?.['repaired'], rows: rows.length }, 'job queue had times in the future');
      }
    } catch (error) {
      this.#log.warn({ err: error }, 'times of the job queue could not be checked');
    }
  }

  /** Returns the seconds since any process last started scheduled jobs; after a start of this one, at most since then. */
  async idleSeconds(): Promise<number> {
    const { rows } = await this.#database.executeSql(secondsSinceSchedules);
    const sinceStart = (performance.now() - this.#startedAt) / 1000;
    const seconds = rows[0]?.['seconds'];
    return typeof seconds === 'number' ? Math.min(Math.abs(seconds), sinceStart) : sinceStart;
  }

  /** Returns what is due and has not started, for every job of this program. */
  async backlog(): Promise<JobBacklog[]> {
    const { rows } = await this.#boss.getDb().executeSql(backlogOfJobs);
    const found = new Map((rows as JobBacklog[]).map((row) => [row.job, row]));
    return [...this.#definitions.keys()].map((job) => found.get(job) ?? { job, due: 0, oldestSeconds: 0 });
  }

  /** Returns the backlog of every job and how often it should run; null for one without a schedule. */
  async states(): Promise<JobState[]> {
    return (await this.backlog()).map((row) => {
      const schedule = this.#definitions.get(row.job)?.schedule;
      return { ...row, periodSeconds: schedule ? cronPeriod(schedule.cron) : null };
    });
  }

  async #run(definition: JobDefinition, jobId: string, data: unknown): Promise<JobResult> {
    const job = definition.name;
    const ended = jobSeconds.startTimer({ job });
    try {
      await inSpan(`job ${job}`, { kind: 'consumer' }, () => definition.run(definition.payload.parse(data), jobId));
      jobRunsTotal.inc({ job, outcome: 'completed' });
      this.#onEnded(job, 'completed');
      if (definition.schedule) scheduleLastSuccess.set({ job }, Date.now() / 1000);
      this.#log.info({ job: definition.name, jobId }, 'job completed');
      return { id: jobId, status: 'completed' };
    } catch (error) {
      jobRunsTotal.inc({ job, outcome: 'failed' });
      this.#onEnded(job, 'failed');
      this.#log.error({ job: definition.name, jobId, err: error }, 'job failed, retrying later');
      // Failures go to the log only: errors may quote data that does not belong in the queue’s table.
      return { id: jobId, status: 'failed' };
    } finally {
      ended();
    }
  }

  #wake(name: string): void {
    const worker = this.#workers.get(name);
    if (worker) this.#boss.notifyWorker(worker);
  }

  /**
   * Enqueues in the transaction. After its commit a worker of this process is woken; others find the job by polling. Does nothing when a job with the
   * same `key` is already queued.
   */
  async enqueue(tx: Tx, name: string, payload: object, key: string): Promise<void> {
    await this.#boss.send(name, payload, {
      singletonKey: key,
      db: { executeSql: async (sql, values) => ({ rows: await tx.query(sql, values) }) },
    });
    tx.afterCommit(() => this.#wake(name));
  }

  /** Waits for running jobs (at most five seconds). */
  async stop(): Promise<void> {
    clearInterval(this.#repairing);
    clearInterval(this.#polling);
    this.#stopped = true;
    await this.#boss.stop({ graceful: true, timeout: 5_000, close: true });
    await this.#database.close();
  }
}
