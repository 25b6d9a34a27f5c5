import type { listChartLooks, readTimeline } from '@yunzhen/shared/chart/timeline.contract';
import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { ChartAccessService } from '../chart-access.service.ts';
import { chartNotFound, isOwnChart } from '../chart.policy.ts';
import type { TimelineRepository } from './timeline.repository.ts';

interface TimelineServiceDeps {
  transactions: Transactions;
  access: ChartAccessService;
  timeline: TimelineRepository;
}

/** Serves the chart in order of time, and to the patient the list of accesses. */
export class TimelineService extends Service<TimelineServiceDeps> {
  /** Every page is audited as an access. */
  read(
    context: ActorContext,
    patientId: string,
    { limit, cursor, kind }: QueryOf<typeof readTimeline>,
  ): Promise<ResponseOf<typeof readTimeline>> {
    return this.deps.transactions.run(context, async (tx) => {
      const reader = await this.deps.access.requireReader(tx, context.actor, patientId);
      const filter = { own: reader.by === 'own', kind: kind ?? null, limit, after: decodeCursor(cursor) };
      const rows = await this.deps.timeline.list(tx, patientId, filter);
      await tx.audit('chart.read', {
        entity: 'timeline',
        entityId: patientId,
        patientId,
        details: { by: reader.by, kind: kind ?? null },
      });
      return cutPage(
        rows,
        limit,
        (row) => row,
        ({ at, ending, ...row }) => ({
          ...row,
          at: at.toISOString(),
          ending: ending && { ...ending, at: new Date(ending.at).toISOString() },
        }),
      );
    });
  }

  /** Lists the accesses to the patient’s own chart. The read is audited but does not count as an access. */
  looks(
    context: ActorContext,
    patientId: string,
    { limit, cursor }: QueryOf<typeof listChartLooks>,
  ): Promise<ResponseOf<typeof listChartLooks>> {
    if (!isOwnChart(context.actor, patientId)) throw chartNotFound();
    return this.deps.transactions.run(context, async (tx) => {
      const rows = await this.deps.timeline.looks(tx, patientId, context.actor.accountId, limit, decodeCursor(cursor));
      await tx.audit('chart.looks-read', { entity: 'chart', entityId: patientId, patientId });
      return cutPage(
        rows,
        limit,
        (row) => row,
        (row) => ({ ...row, at: row.at.toISOString() }),
      );
    });
  }
}
