import type {
  CallOutcomes,
  Funnel,
  readCallOutcomes,
  readFunnel,
  readSafetyFigures,
  SafetyFigures,
} from '@yunzhen/shared/metrics/views.contract';
import { funnelSteps } from '@yunzhen/shared/metrics/views.constants';
import type { FigureCell } from '@yunzhen/shared/metrics/figures.contract';
import type { QueryOf } from '@yunzhen/shared/core/route';
import { callBuckets } from '@yunzhen/shared/metrics/call-bucket';
import { antibioticClasses, countedChecks, medicineClasses, type CounterId } from '@yunzhen/shared/metrics/measures';
import { rejectionReasons } from '@yunzhen/shared/prescribing/prescription';
import { Tally } from '../counting/tally.ts';
import type { HospitalContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { totalId } from '../counting/rollup-cells.ts';
import type { MetricsQuery } from './metrics-queries.ts';
import { countValue, figureValue, shareValue, type FigureValue } from './figure-value.ts';
import { cellOf, foldsEach, foldsInTable, foldsTogether, type Fold } from './folding.policy.ts';
import { talliesBy, withEmptyGroups } from './drill-levels.ts';
import { wholeParts, type RollupRow } from './rollup-reader.repository.ts';
import type { MetricsPart } from '../metrics-part.ts';

type Query = QueryOf<typeof readFunnel>;

const funnelCounters: Readonly<Record<(typeof funnelSteps)[number], CounterId>> = {
  booked: 'visits.created',
  'checked-in': 'funnel.checked-in',
  admitted: 'funnel.admitted',
  completed: 'funnel.completed',
  signed: 'funnel.signed',
  approved: 'funnel.approved',
  dispensed: 'funnel.dispensed',
};

/** Outcomes of visits, calls and prescriptions, for the hospital or one department, never by doctor. */
export class OutcomesService extends Service<MetricsPart<'queries' | 'reader'>> {
  funnel(context: HospitalContext, query: Query): Promise<Funnel> {
    return this.#view(context, 'funnel', query, (cells) => {
      const counts = (tally: Tally) => funnelSteps.map((step) => tally.of(funnelCounters[step]));
      const shares = (tally: Tally, whole: (counts: readonly number[], place: number) => number) =>
        counts(tally).map((count, place, all) => shareValue(count, whole(all, place)));
      const counted = cells((tally) => counts(tally).map(countValue));
      const earlier = cells((tally) => counts(tally).map(countValue), { when: 'before' });
      const ofAll = cells((tally) => shares(tally, (all) => all[0] ?? 0));
      const ofBefore = cells((tally) => shares(tally, (all, place) => all[Math.max(0, place - 1)] ?? 0));
      return {
        steps: funnelSteps.map((step, i) => ({
          step,
          count: counted[i] ?? missing,
          ofAll: ofAll[i] ?? missing,
          ofStepBefore: ofBefore[i] ?? missing,
          before: earlier[i] ?? missing,
        })),
      };
    });
  }

  safety(context: HospitalContext, query: QueryOf<typeof readSafetyFigures>): Promise<SafetyFigures> {
    return this.#view(context, 'safety', query, (cells, { targets }) => {
      const parts = (counters: readonly CounterId[]) =>
        cells((tally) => counters.map((counter) => countValue(tally.of(counter))), { addUp: true });
      const shares = (pairs: readonly (readonly [CounterId, CounterId])[]) =>
        cells((tally) => pairs.map(([part, whole]) => shareValue(tally.of(part), tally.of(whole))));
      const alerts = parts(countedChecks.map((check) => `alerts.${check}` as const));
      const overrides = shares(countedChecks.map((check) => [`overrides.${check}`, `alerts.${check}`]));
      const rejections = parts(rejectionReasons.map((reason) => `rejected.${reason}` as const));
      const rejectionShares = shares(
        rejectionReasons.map((reason) => [`rejected.${reason}`, 'prescriptions.rejected']),
      );
      const lines = parts(medicineClasses.map((atc) => `lines.${atc}` as const));
      const open = shares(medicineClasses.map((atc) => [`open-lines.${atc}`, `lines.${atc}`]));
      const antibiotics = parts(antibioticClasses.map((atc) => `antibiotic.J01${atc}` as const));
      const [antibioticShare] = cells((tally) => [figureValue('antibiotic-share', tally, targets)]);
      return {
        checks: countedChecks.map((check, i) => ({
          check,
          alerts: alerts[i] ?? missing,
          overrideShare: overrides[i] ?? missing,
        })),
        rejections: rejectionReasons.map((reason, i) => ({
          reason,
          count: rejections[i] ?? missing,
          share: rejectionShares[i] ?? missing,
        })),
        classes: medicineClasses.map((atc, i) => ({
          atc,
          lines: lines[i] ?? missing,
          openToGeneric: open[i] ?? missing,
        })),
        antibiotics: antibioticClasses.map((atc, i) => ({
          atc: `J01${atc}` as const,
          lines: antibiotics[i] ?? missing,
        })),
        antibioticShare: antibioticShare ?? missing,
      };
    });
  }

  callOutcomes(context: HospitalContext, query: QueryOf<typeof readCallOutcomes>): Promise<CallOutcomes> {
    return this.#view(context, 'call-outcomes', query, (cells) => {
      const shares = (outcome: 'completed' | 'referred' | 'prescribed' | 'approved') =>
        cells((tally) =>
          callBuckets.map((bucket) =>
            shareValue(tally.of(`bucket.${bucket}.${outcome}`), tally.of(`bucket.${bucket}.calls`)),
          ),
        );
      const calls = cells((tally) => callBuckets.map((bucket) => countValue(tally.of(`bucket.${bucket}.calls`))), {
        addUp: true,
      });
      const rating = cells((tally) =>
        callBuckets.map((bucket) => {
          const ratings = tally.of(`bucket.${bucket}.ratings`);
          const { value } = shareValue(tally.of(`bucket.${bucket}.points`), ratings);
          return { value, of: ratings, part: null };
        }),
      );
      const [completed, referred, prescribed, approved] = [
        shares('completed'),
        shares('referred'),
        shares('prescribed'),
        shares('approved'),
      ];
      return {
        buckets: callBuckets.map((bucket, i) => ({
          bucket,
          calls: calls[i] ?? missing,
          completed: completed[i] ?? missing,
          referred: referred[i] ?? missing,
          rating: rating[i] ?? missing,
          prescribed: prescribed[i] ?? missing,
          approved: approved[i] ?? missing,
        })),
      };
    });
  }

  #view<Value>(
    context: HospitalContext,
    name: string,
    query: Query,
    make: (cells: Cells, metricsQuery: MetricsQuery) => Value,
  ): Promise<MetricsQuery['span'] & Value> {
    return this.deps.queries.run(context, { name }, query, async (tx, metricsQuery) => ({
      ...metricsQuery.span,
      ...(await metricsQuery.cached(query, async () => make(await this.#cells(tx, metricsQuery, query), metricsQuery))),
    }));
  }

  async #cells(tx: Tx, metricsQuery: MetricsQuery, { departmentId }: Query): Promise<Cells> {
    const parts = wholeParts(metricsQuery);
    const hospital = tallies(await this.deps.reader.read(tx, { of: 'hospital' }, parts));
    if (!departmentId)
      return (valuesOf, { when = 'now', addUp = false } = {}) => {
        const values = valuesOf(hospital[when].get(totalId) ?? new Tally());
        return toCells(values, addUp ? foldsTogether(values) : foldsEach(values));
      };
    const scope = { of: 'departments' } as const;
    const departments = tallies(await this.deps.reader.read(tx, scope, parts), await this.deps.reader.idsOf(tx, scope));
    return (valuesOf, { when = 'now', addUp = false } = {}) => {
      const whole = valuesOf(hospital[when].get(totalId) ?? new Tally());
      const above = addUp ? foldsTogether(whole) : foldsEach(whole);
      const all = departments[when];
      const own = valuesOf(all.get(departmentId) ?? new Tally());
      const table = [...all.values()].map(valuesOf);
      const sums = table.map((row) => countValue(row.reduce((sum, { of }) => sum + of, 0)));
      const folds = foldsInTable(table, addUp ? { above, totals: foldsTogether(sums) } : { above });
      return toCells(own, folds[[...all.keys()].indexOf(departmentId)] ?? []);
    };
  }
}

/** Cells of a value computed from tallies, with small counts hidden; `addUp`: the values shown together have a known sum. */
type Cells = (
  valuesOf: (tally: Tally) => readonly FigureValue[],
  options?: { when?: 'now' | 'before'; addUp?: boolean },
) => FigureCell[];

const toCells = (values: readonly FigureValue[], folds: readonly Fold[]) =>
  values.map((value, i) => cellOf(value, folds[i]));

/** Merges rows by department, for the range and the range before. */
function tallies([now = [], before = []]: readonly (readonly RollupRow[])[], ids: readonly string[] = []) {
  const grouped = (rows: readonly RollupRow[]) =>
    withEmptyGroups(
      talliesBy(rows, (row) => row.departmentId),
      ids,
      () => new Tally(),
    );
  return { now: grouped(now), before: grouped(before) };
}

const missing: FigureCell = { value: null, of: null, folded: true };
