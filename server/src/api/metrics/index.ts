import type { CommittedEvent } from '../../platform/db/transaction.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { AdministrationArea } from '../administration/index.ts';
import type { Notify } from '../notifications/index.ts';
import { RebuildService } from './counting/rebuild.service.ts';
import { rebuildJob, rollUpJob } from './counting/roll-up.job.ts';
import { RollupService } from './counting/rollup.service.ts';
import { RollupWaker } from './counting/rollup-waker.ts';
import { RollupsRepository } from './counting/rollups.repository.ts';
import { DepartmentBoards } from './departments/department-boards.repository.ts';
import { DepartmentsService } from './departments/departments.service.ts';
import { MetricsRepository } from './metrics.repository.ts';
import { registerMetricsRoutes } from './metrics.routes.ts';
import { MetricsService } from './metrics.service.ts';
import { BreakdownService } from './views/breakdown.service.ts';
import { DemandService } from './views/demand.service.ts';
import { MetricsQueries } from './views/metrics-queries.ts';
import { FiguresService } from './views/figures.service.ts';
import { monthlyReportJob } from './report/monthly-report.job.ts';
import { NotesRepository } from './notes/notes.repository.ts';
import { NotesService } from './notes/notes.service.ts';
import { ReportReaders } from './report/report-readers.repository.ts';
import { ReportService } from './report/report.service.ts';
import { OutcomesService } from './views/outcomes.service.ts';
import { RollupReader } from './views/rollup-reader.repository.ts';

export { countSubject } from './counting/count-subject.ts';
export type { CountedEvent } from './counting/counted-event.ts';
export { RollupCells, type RollupCell } from './counting/rollup-cells.ts';

/** What the api calls in this area. */
export interface MetricsArea {
  /** Call it after events were committed; they are counted soon. */
  onCommitted(events: readonly CommittedEvent[]): void;
  /** Sets whether past figures are still being generated, and notifies every page that shows figures. */
  pastComing(coming: boolean): Promise<void>;
  /** Waits for counts in progress. */
  stop(): Promise<void>;
}

export interface MetricsDeps extends ApiDeps {
  administration: Pick<AdministrationArea, 'hospitals'>;
  notifications: Notify;
}

/** Creates the figures of the hospital, counted from domain events. */
export function createMetricsArea(deps: MetricsDeps): MetricsArea {
  const { transactions, jobs, clock, notifications: notify } = deps;
  const { hospitals } = deps.administration;
  const rows = new RollupsRepository();
  const reader = new RollupReader();
  const rollups = new RollupService({ transactions, rollups: rows, hospitals });
  const announce = (entity: 'figures' | 'board', hospitalId: string) => {
    const to = { roles: ['president', 'administrator', 'department-head'] } as const;
    const changes = [{ entity, id: hospitalId, to }] as const;
    deps.hub().publish([{ type: 'figures.counted', entityId: hospitalId, hospitalId, at: clock.now(), changes }]);
  };
  const waker = new RollupWaker({ rollups, log: deps.log, changed: (hospitalId) => announce('figures', hospitalId) });
  jobs.define(rollUpJob(transactions, rollups));
  jobs.define(rebuildJob(rollups));

  const boards = { transactions, metrics: new MetricsRepository(), departments: new DepartmentBoards(), hospitals };
  const queries = new MetricsQueries({ ...boards, reader });
  const metrics = new MetricsService({ ...boards, reader });
  const departments = new DepartmentsService({ ...boards, board: metrics });
  const views = {
    figures: new FiguresService({ queries, reader }),
    breakdown: new BreakdownService({ queries, reader }),
    outcomes: new OutcomesService({ queries, reader }),
    demand: new DemandService({ queries, reader, clock }),
  };
  const report = new ReportService({ ...views, queries, hospitals });
  jobs.define(monthlyReportJob({ transactions, hospitals, report, readers: new ReportReaders(), notify }));
  registerMetricsRoutes(deps.routes, {
    ...views,
    report,
    metrics,
    departments,
    notes: new NotesService({ ...boards, notes: new NotesRepository() }),
    rebuild: new RebuildService({ transactions, jobs }),
  });
  return {
    onCommitted: (events) => waker.onCommitted(events),
    async pastComing(coming) {
      metrics.pastComing = coming;
      for (const hospitalId of await transactions.hospitals()) announce('board', hospitalId);
    },
    stop: () => waker.stop(),
  };
}
