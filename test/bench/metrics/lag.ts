import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { entities } from '../../../server/src/api/entities.ts';
import { HospitalsRepository } from '../../../server/src/api/administration/hospital/hospitals.repository.ts';
import { HospitalsService } from '../../../server/src/api/administration/hospital/hospitals.service.ts';
import { RollupService } from '../../../server/src/api/metrics/counting/rollup.service.ts';
import { RollupWaker } from '../../../server/src/api/metrics/counting/rollup-waker.ts';
import { RollupsRepository } from '../../../server/src/api/metrics/counting/rollups.repository.ts';
import { systemClock } from '../../../server/src/platform/clock.ts';
import { systemContext } from '../../../server/src/platform/context.ts';
import { createDataSource } from '../../../server/src/platform/db/data-source.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import type { DomainEventName } from '../../../server/src/platform/db/tx.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { simulateCourses } from './hospital-day.ts';
import { requestKey } from '../../support/request-key.ts';

const tick = 100;

/**
 * Emits events at a rate, each in its own transaction as commands do, with the counting in the same process. Samples the age of the oldest uncounted
 * event from outside every 100 ms. Returns seconds, and the actual event rate.
 */
export async function measureLag(
  appUrl: string,
  admin: pg.Pool,
  { hospitals, perSecond, seconds }: { hospitals: readonly { id: string }[]; perSecond: number; seconds: number },
) {
  const source = await createDataSource({ url: appUrl, poolSize: 12, entities, requestKey }).initialize();
  const log = createLogger({ name: 'bench', level: 'error' });
  const transactions = new Transactions(source, systemClock, log);
  const service = new RollupService({
    transactions,
    rollups: new RollupsRepository(),
    hospitals: new HospitalsService({
      transactions,
      hospitals: new HospitalsRepository(),
      clock: systemClock,
      demo: false,
    }),
  });
  const waker = new RollupWaker({ rollups: service, log, changed: () => undefined });
  transactions.onCommitted((events) => waker.onCommitted(events));

  const courses = hospitals.map(({ id }, i) => simulateCourses(200, `lag ${i}`, id).flat());
  const lags: number[] = [];
  const running = new Set<Promise<void>>();
  let emitted = 0;
  const emit = async () => {
    const place = emitted++;
    const hospital = hospitals[place % hospitals.length];
    const events = courses[place % hospitals.length] ?? [];
    const event = events[Math.floor(place / hospitals.length) % events.length];
    if (!hospital || !event) return;
    await transactions.run(systemContext(hospital.id, 'bench'), (tx) =>
      tx.emit({
        type: event.type as DomainEventName,
        entityId: event.entity_id,
        visitId: event.visit_id,
        departmentId: event.department_id,
        practitionerId: event.practitioner_id,
        facts: event.facts,
      }),
    );
  };
  const begun = performance.now();
  for (let beat = 0; beat < (seconds * 1000) / tick; beat++) {
    while (emitted < (perSecond * (performance.now() - begun)) / 1000) {
      const one = emit().finally(() => running.delete(one));
      running.add(one);
    }
    const { rows } = await admin.query<{ lag: number | null }>(
      'SELECT extract(epoch FROM clock_timestamp() - min(at))::float AS lag FROM figure_pending',
    );
    lags.push(Math.max(0, rows[0]?.lag ?? 0));
    const next = begun + (beat + 1) * tick - performance.now();
    if (next > 0) await new Promise((done) => setTimeout(done, next));
  }
  await Promise.all(running);
  const written = emitted / ((performance.now() - begun) / 1000);
  await waker.stop();
  await source.destroy();
  return { lags, written };
}
