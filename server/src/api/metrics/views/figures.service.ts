import { AppError } from '@yunzhen/shared/core/errors';
import type {
  exportFigures,
  FigureSeries,
  readFigureDefinitions,
  readFigures,
} from '@yunzhen/shared/metrics/figures.contract';
import { FEWEST_COUNTED } from '@yunzhen/shared/metrics/figures.constants';
import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { AuditAction } from '@yunzhen/shared/core/audit';
import type { FigureLevel } from '@yunzhen/shared/metrics/figure';
import { figureIds, figures, hasLevel, type FigureId } from '@yunzhen/shared/metrics/figures';
import { RELATIVE_ERROR } from '../counting/log-histogram.ts';
import { Tally, type TallyFilter } from '../counting/tally.ts';
import type { HospitalContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { MetricsQuery } from './metrics-queries.ts';
import { periodsOf, segmentsOf, type Periods } from './figure-range.ts';
import { figureCounts, figureValue, wantedFor } from './figure-value.ts';
import { seriesCsv } from './figures-csv.ts';
import { cellBefore, cellOf } from './folding.policy.ts';
import { emptyGroup, foldsOf, groupsOf, mergeGroups, withEmptyGroups, type DrillLevel } from './drill-levels.ts';
import type { Part, RollupRow, Scope } from './rollup-reader.repository.ts';
import type { MetricsPart } from '../metrics-part.ts';

/** Figures over time, for the hospital, a department or a doctor. */
export class FiguresService extends Service<MetricsPart<'queries' | 'reader'>> {
  read(
    context: HospitalContext,
    query: QueryOf<typeof readFigures>,
    action: AuditAction = 'metrics.read',
  ): Promise<FigureSeries> {
    const { grain } = query;
    const level = levelOf(query);
    requireLevel(query.figures, level);
    return this.deps.queries.run(context, { name: 'figures', grain, action }, query, async (tx, metricsQuery) => ({
      ...metricsQuery.span,
      ...(await metricsQuery.cached(query, () => this.#series(tx, metricsQuery, query))),
    }));
  }

  async #series(
    tx: Tx,
    metricsQuery: MetricsQuery,
    query: QueryOf<typeof readFigures>,
  ): Promise<Omit<FigureSeries, keyof MetricsQuery['span']>> {
    const { grain } = query;
    const periods = periodsOf(metricsQuery.range, grain, metricsQuery.timeZone);
    const by = grain === 'week' || grain === 'month' ? grain : 'start';
    const parts: Part[] = [
      { segments: periods.segments, by },
      { segments: segmentsOf(metricsQuery.before), by: 'all' },
    ];
    const places = await this.#places(tx, query, parts, periods);
    const chosen = places.at(-1)?.groups.get(places.at(-1)?.chosen ?? '') ?? emptyGroup(periods);
    return {
      grain,
      periods: [...periods.labels],
      series: query.figures.map((figure) => {
        const valueOf = (tally: Tally) => figureValue(figure, tally, metricsQuery.targets);
        const folds = foldsOf(places, (tally) => figureCounts(figure, tally, metricsQuery.targets));
        return {
          figure,
          total: cellOf(valueOf(chosen.total), folds.total),
          before: cellBefore(figure, cellOf(valueOf(chosen.before), folds.before), metricsQuery),
          values: chosen.periods.map((tally, place) => cellOf(valueOf(tally), folds.periods[place])),
        };
      }),
    };
  }

  /** Returns the drill-down levels to the requested scope, with all groups at each level. For the hospital alone nothing is hidden. */
  async #places(
    tx: Tx,
    { figures: asked, departmentId, practitionerId }: QueryOf<typeof readFigures>,
    parts: readonly Part[],
    periods: Periods,
  ): Promise<DrillLevel[]> {
    const wanted = wantedFor(asked);
    const read = async (scope: Scope, keyOf: (row: RollupRow) => string) =>
      withEmptyGroups(
        groupsOf(await this.deps.reader.read(tx, scope, parts), keyOf, periods, wanted),
        await this.deps.reader.idsOf(tx, scope),
        () => emptyGroup(periods),
      );
    if (!departmentId) return [{ chosen: '', open: true, groups: await read({ of: 'hospital' }, () => '') }];
    const departments = await read({ of: 'departments' }, (row) => row.departmentId);
    const way = [{ chosen: departmentId, open: false, groups: departments }];
    if (!practitionerId) return way;
    const doctors = await read({ of: 'practitioners', departmentId }, (row) => row.practitionerId);
    const duty = await read({ of: 'duty', practitionerId }, (row) => row.practitionerId);
    const [own, onDuty] = [doctors.get(practitionerId), duty.get(practitionerId)];
    if (own && onDuty) doctors.set(practitionerId, mergeGroups(own, onDuty));
    return [...way, { chosen: practitionerId, open: false, groups: doctors }];
  }

  async export(context: HospitalContext, query: QueryOf<typeof exportFigures>): Promise<Uint8Array> {
    const { locale, ...asked } = query;
    return seriesCsv(await this.read(context, asked, 'metrics.exported'), locale);
  }

  definitions(): ResponseOf<typeof readFigureDefinitions> {
    return {
      relativeError: RELATIVE_ERROR,
      fewestCounted: FEWEST_COUNTED,
      items: figureIds.map((id) => {
        const { formula, events, levels, ...rest } = figures[id];
        return {
          id,
          ...rest,
          kind: formula.kind,
          levels: [...levels],
          numerator: [...events.numerator],
          denominator: [...events.denominator],
        };
      }),
    };
  }
}

export function merged(rows: readonly Pick<RollupRow, 'tally'>[], wanted?: TallyFilter): Tally {
  const whole = new Tally();
  for (const { tally } of rows) whole.mergeEncoded(tally, wanted);
  return whole;
}

/** Throws `validation.failed` for a figure that does not exist for a department or doctor. */
export function requireLevel(asked: readonly FigureId[], level: FigureLevel): void {
  const wrong = asked.filter((figure) => !hasLevel(figure, level));
  if (wrong.length > 0)
    throw new AppError('validation.failed', `figure does not exist for a ${level}: ${wrong.join(', ')}`, {
      fields: [{ path: 'figures', rule: 'level' }],
    });
}

/** Throws `validation.failed` for a doctor without a department: hidden counts could be computed from the sum over departments. */
function levelOf({ departmentId, practitionerId }: QueryOf<typeof readFigures>): FigureLevel {
  if (practitionerId) requireDepartment(departmentId);
  if (practitionerId) return 'practitioner';
  return departmentId ? 'department' : 'hospital';
}

export function requireDepartment(departmentId: string | undefined): asserts departmentId is string {
  if (!departmentId)
    throw new AppError('validation.failed', 'a breakdown by practitioner requires departmentId', {
      fields: [{ path: 'departmentId', rule: 'required' }],
    });
}
