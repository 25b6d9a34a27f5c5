import { everyLanguage, type LocalizedText } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import type { exportBreakdown, FigureBreakdown, readBreakdown } from '@yunzhen/shared/metrics/figures.contract';
import type { QueryOf } from '@yunzhen/shared/core/route';
import type { AuditAction } from '@yunzhen/shared/core/audit';
import { figures } from '@yunzhen/shared/metrics/figures';
import { Tally, type TallyFilter } from '../counting/tally.ts';
import type { HospitalContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { MetricsQuery } from './metrics-queries.ts';
import { figureCounts, figureValue, wantedFor, type FigureCounts } from './figure-value.ts';
import { breakdownCsv } from './figures-csv.ts';
import { merged, requireDepartment, requireLevel } from './figures.service.ts';
import { cellBefore, cellOf, foldsTogether, type Fold } from './folding.policy.ts';
import { cutBreakdown, sortBreakdown } from './breakdown-order.ts';
import { talliesBy, withEmptyGroups } from './drill-levels.ts';
import { wholeParts, type RollupReader, type RollupRow, type Scope } from './rollup-reader.repository.ts';
import type { MetricsPart } from '../metrics-part.ts';

type Query = Omit<QueryOf<typeof readBreakdown>, 'limit' | 'cursor'>;
type Whole = Omit<FigureBreakdown, 'next'>;
type Names = (Awaited<ReturnType<RollupReader['departments']>>[number] & { title?: LocalizedText })[];

/** Compares figures of departments, or of doctors. */
export class BreakdownService extends Service<MetricsPart<'queries' | 'reader'>> {
  async read(context: HospitalContext, query: QueryOf<typeof readBreakdown>): Promise<FigureBreakdown> {
    const { limit, cursor, ...asked } = query;
    const { items, ...rest } = await this.#whole(context, asked, 'metrics.read');
    return { ...rest, ...cutBreakdown(items, limit, cursor) };
  }

  async export(context: HospitalContext, { locale, ...query }: QueryOf<typeof exportBreakdown>): Promise<Uint8Array> {
    return breakdownCsv(await this.#whole(context, query, 'metrics.exported'), locale);
  }

  #whole(context: HospitalContext, query: Query, action: AuditAction): Promise<Whole> {
    const { by, departmentId } = query;
    requireLevel(query.figures, by);
    if (by === 'practitioner') requireDepartment(departmentId);
    if (by === 'department' && departmentId)
      throw new AppError('validation.failed', 'a breakdown by department cannot be limited to a department', {
        fields: [{ path: 'departmentId', rule: 'level' }],
      });
    if (query.sort !== 'name') {
      // Doctors must not be compared with colleagues by what they prescribe.
      const refused = by === 'practitioner' && figures[query.sort].area === 'prescriptions';
      if (refused || !query.figures.includes(query.sort))
        throw new AppError('validation.failed', 'sort is not valid for this breakdown', {
          fields: [{ path: 'sort', rule: 'invalid' }],
        });
    }
    return this.deps.queries.run(context, { name: `by ${by}`, action }, query, async (tx, metricsQuery) => {
      const names = departmentId
        ? await this.deps.reader.doctors(tx, departmentId)
        : await this.deps.reader.departments(tx);
      return {
        ...metricsQuery.span,
        ...(await metricsQuery.cached([query, names], () => this.#rows(tx, metricsQuery, { query, names }))),
      };
    });
  }

  async #rows(
    tx: Tx,
    metricsQuery: MetricsQuery,
    { query, names }: { query: Query; names: Names },
  ): Promise<Omit<Whole, keyof MetricsQuery['span']>> {
    const { departmentId } = query;
    const wanted = wantedFor(query.figures);
    const departments = await this.#tallies(tx, metricsQuery, wanted, { of: 'departments' });
    const groups = departmentId
      ? await this.#tallies(tx, metricsQuery, wanted, { of: 'practitioners', departmentId })
      : departments;
    const whole = departmentId
      ? { now: departments.now.get(departmentId), before: departments.before.get(departmentId) }
      : await this.#hospital(tx, metricsQuery, wanted);
    // Hide counts over all rows before searching; otherwise a search would reveal hidden counts.
    const ids = new Set([...names.map(({ id }) => id), ...groups.now.keys(), ...groups.before.keys()]);
    const places = [...ids].sort();
    const columns = query.figures.map((figure) => {
      const counts = (tally = new Tally()) => figureCounts(figure, tally, metricsQuery.targets);
      const value = (tally = new Tally()) => figureValue(figure, tally, metricsQuery.targets);
      return (['now', 'before'] as const).map((when) => {
        const above = departmentId ? foldAmong(departments[when], departmentId, counts) : 'none';
        const folds = foldsTogether(
          places.map((id) => counts(groups[when].get(id))),
          above,
        );
        const cell = (tally: Tally | undefined, fold: Fold | undefined) => {
          const shown = cellOf(value(tally), fold);
          return when === 'before' ? cellBefore(figure, shown, metricsQuery) : shown;
        };
        return {
          total: cell(whole[when], above),
          cells: places.map((id, place) => cell(groups[when].get(id), folds[place])),
        };
      });
    });
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    const rows = places.flatMap((id, place) => {
      const name = nameOf.get(id);
      if (!name) return [];
      const of = (when: 0 | 1) => columns.flatMap((column) => column[when]?.cells[place] ?? []);
      return [{ id, name, cells: of(0), before: of(1) }];
    });
    const inGroup = new Set(names.filter((each) => hasTitle(each, query.title)).map(({ id }) => id));
    const total = (when: 0 | 1) => columns.flatMap((column) => column[when]?.total ?? []);
    return {
      figures: query.figures,
      total: { cells: total(0), before: total(1) },
      items: sortBreakdown(
        rows.filter(({ id }) => inGroup.has(id)),
        query,
      ),
      titles: titlesOf(names),
    };
  }

  async #hospital(tx: Tx, metricsQuery: MetricsQuery, wanted: TallyFilter) {
    const [now = [], before = []] = await this.deps.reader.read(tx, { of: 'hospital' }, wholeParts(metricsQuery));
    return { now: merged(now, wanted), before: merged(before, wanted) };
  }

  async #tallies(tx: Tx, metricsQuery: MetricsQuery, wanted: TallyFilter, scope: Scope) {
    const [now = [], before = []] = await this.deps.reader.read(tx, scope, wholeParts(metricsQuery));
    const keyOf = (row: RollupRow) => (scope.of === 'departments' ? row.departmentId : row.practitionerId);
    const ids = await this.deps.reader.idsOf(tx, scope);
    const grouped = (rows: readonly RollupRow[]) =>
      withEmptyGroups(talliesBy(rows, keyOf, wanted), ids, () => new Tally());
    return { now: grouped(now), before: grouped(before) };
  }
}

const hasTitle = ({ title }: Names[number], wanted: string): boolean =>
  wanted === '' || (title !== undefined && everyLanguage(title).includes(wanted));

/** Returns each title once. */
function titlesOf(names: Names): LocalizedText[] {
  const titles = names.flatMap(({ title }) => title ?? []);
  return [...new Map(titles.map((title) => [everyLanguage(title).join('\n'), title])).values()];
}

/** Returns what to hide of one department among all. */
function foldAmong(departments: ReadonlyMap<string, Tally>, id: string, counts: (tally: Tally) => FigureCounts): Fold {
  const place = [...departments.keys()].indexOf(id);
  return foldsTogether([...departments.values()].map(counts))[place] ?? 'none';
}
