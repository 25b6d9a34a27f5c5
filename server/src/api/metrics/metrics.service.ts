import type { LiveBoard } from '@yunzhen/shared/metrics/metrics.contract';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../platform/context.ts';
import { Service } from '../../platform/service.ts';
import { goalsOf, targetsOf, thresholdsOf } from './metrics.policy.ts';
import type { MetricsRepository } from './metrics.repository.ts';
import { segmentsOf } from './views/figure-range.ts';
import { merged } from './views/figures.service.ts';
import type { MetricsPart } from './metrics-part.ts';

interface MetricsServiceDeps extends MetricsPart<'transactions' | 'reader' | 'hospitals'> {
  metrics: MetricsRepository;
}

/** Current figures of the hospital. They name no patient; of doctors only those who are late. */
export class MetricsService extends Service<MetricsServiceDeps> {
  /** Set by the process that generates past figures. */
  pastComing = false;

  readBoard(context: ActorContext): Promise<LiveBoard> {
    return this.deps.transactions.run(context, async (tx) => {
      const { timeZone, settings } = await this.deps.hospitals.current(tx);
      const day = dayIn(timeZone, tx.now);
      const { metrics } = this.deps;
      const now = await metrics.now(tx);
      const lateDoctors = await metrics.lateDoctors(tx);
      const targets = targetsOf(settings);
      const [today = []] = await this.deps.reader.read(tx, { of: 'hospital' }, [
        { segments: segmentsOf({ from: day, to: day }), by: 'all' },
      ]);
      await tx.audit('metrics.read', { entity: 'metrics', entityId: 'board' });
      return {
        at: tx.now.toISOString(),
        ...now,
        doctorsLate: lateDoctors.length,
        lateDoctors,
        queues: await metrics.queues(tx),
        reviews: await metrics.reviews(tx, targets.targetReviewSeconds),
        visitsToday: merged(today).of('visits.created'),
        targetWait: targets.targetWaitSeconds,
        goals: goalsOf(settings),
        thresholds: thresholdsOf(settings),
        pastComing: this.pastComing,
      };
    });
  }
}
