import { AppError } from '@yunzhen/shared/core/errors';
import type { Grain } from '@yunzhen/shared/metrics/figures.contract';
import type { AuditAction } from '@yunzhen/shared/core/audit';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { HospitalContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { HospitalsService } from '../../administration/index.ts';
import { targetsOf } from '../metrics.policy.ts';
import type { Targets } from './figure-value.ts';
import { rangeBefore, requireRange, type DayRange } from './figure-range.ts';
import { FigureCache } from './figure-cache.ts';
import type { DepartmentBoards } from '../departments/department-boards.repository.ts';
import { assertInScope } from '../departments/department-scope.ts';
import type { RollupReader } from './rollup-reader.repository.ts';

/** The common start of every view of the figures. */
export interface MetricsQuery {
  readonly range: DayRange;
  readonly before: DayRange;
  /** Whether the hospital had figures before that range began. */
  readonly hasWholeBefore: boolean;
  readonly timeZone: string;
  readonly targets: Targets;
  /** The contract’s `figureSpan`. */
  readonly span: {
    from: string;
    to: string;
    beforeFrom: string;
    beforeTo: string;
    timeZone: string;
    asOf: string;
    waiting: number;
  };
  /**
   * Returns the cached answer, or computes it with `make`. It may depend only on the rollups of the days that the view reads, the targets, and `of`.
   * Callers must not change it.
   */
  cached<Answer>(of: unknown, make: () => Promise<Answer>): Promise<Answer>;
}

/** What a query asks for, besides the range. */
export interface View {
  readonly name: string;
  readonly action?: AuditAction;
  readonly grain?: Grain;
  /** Days that are read, if other than the range and the range before; from the hospital’s today. */
  readonly reads?: (today: string) => DayRange;
}

export interface Asked extends DayRange {
  departmentId?: string | undefined;
  practitionerId?: string | undefined;
}

interface MetricsQueriesDeps {
  transactions: Transactions;
  hospitals: HospitalsService;
  reader: RollupReader;
  departments: DepartmentBoards;
}

/** Runs queries of the figures: validates the request, writes the audit, adds freshness, and caches answers. */
export class MetricsQueries extends Service<MetricsQueriesDeps> {
  readonly #answers = new FigureCache();

  /**
   * Throws `validation.failed` for an invalid range, `resource.not-found` for a department or doctor of another hospital, `auth.forbidden` for a
   * department head outside their own departments.
   */
  run<Value>(
    context: HospitalContext,
    view: View,
    asked: Asked,
    work: (tx: Tx, metricsQuery: MetricsQuery) => Promise<Value>,
  ): Promise<Value> {
    const range = { from: asked.from, to: asked.to };
    requireRange(range, view.grain);
    return this.deps.transactions.run(context, async (tx) => {
      const { departmentId, practitionerId } = asked;
      await assertInScope(tx, this.deps.departments, context.actor, departmentId);
      const { timeZone, settings } = await this.deps.hospitals.current(tx);
      const targets = targetsOf(settings);
      const before = rangeBefore(range);
      const reads = view.reads?.(dayIn(timeZone, tx.now)) ?? { from: before.from, to: range.to };
      const { exists, state, since, waiting, oldest } = await this.deps.reader.freshness(tx, asked, reads);
      if (!exists) throw new AppError('resource.not-found', 'department or doctor not found');
      const details = {
        ...range,
        ...(departmentId ? { departmentId } : {}),
        ...(practitionerId ? { practitionerId } : {}),
      };
      await tx.audit(view.action ?? 'metrics.read', { entity: 'metrics', entityId: view.name, details });
      const hasWholeBefore = since !== null && since <= before.from;
      return work(tx, {
        cached: (of, make) => {
          const key = JSON.stringify([tx.hospitalId, view.name, range, reads, hasWholeBefore, timeZone, targets, of]);
          return this.#answers.of(key, { state, now: tx.now }, make);
        },
        range,
        before,
        hasWholeBefore,
        timeZone,
        targets,
        span: {
          ...range,
          beforeFrom: before.from,
          beforeTo: before.to,
          timeZone,
          asOf: (oldest && oldest < tx.now ? oldest : tx.now).toISOString(),
          waiting,
        },
      });
    });
  }
}
