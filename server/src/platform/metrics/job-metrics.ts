import { setTimeout as delay } from 'node:timers/promises';
import { Gauge, type Registry } from 'prom-client';
import { timeouts } from '../config/timeouts.ts';
import type { Jobs } from '../jobs/jobs.ts';

/** Exports the backlog of each job. Every process reports the same, as the queue is in the database. */
export function measureJobs(registry: Registry, jobs: Jobs): void {
  const labelNames = ['job'];
  const oldest = new Gauge({
    name: 'yunzhen_job_oldest_due_seconds',
    help: 'Since when the oldest job that is due has waited; 0 without one',
    labelNames,
    registers: [registry],
  });
  new Gauge({
    name: 'yunzhen_jobs_due',
    help: 'Jobs that are due and have not started',
    labelNames,
    registers: [registry],
    async collect() {
      // A database that does not answer must not take all other figures with it, so these are left out.
      const late = delay(timeouts['ready.answer'], null, { ref: false });
      const backlog = await Promise.race([jobs.backlog().catch(() => null), late]);
      this.reset();
      oldest.reset();
      for (const { job, due, oldestSeconds } of backlog ?? []) {
        this.set({ job }, due);
        oldest.set({ job }, oldestSeconds);
      }
    },
  });
}
