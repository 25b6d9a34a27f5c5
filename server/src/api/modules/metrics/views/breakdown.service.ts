import { AppError } from '@yunzhen/shared/errors';
import type { exportBreakdown, FigureBreakdown, readBreakdown } from '@yunzhen/shared/contract/metrics-figures';
import type { QueryOf } from '@yunzhen/shared/contract/route';
import type { AuditAction } from '@yunzhen/shared/domain/audit';
import { figures } from '@yunzhen/shared/domain/figures';
import { Tally } from '@yunzhen/shared/domain/tally';
import type { HospitalContext } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/db/transaction.ts';
import type { FigureLooks, Look } from './figure-look.ts';
import { segmentsOf } from './figure-range.ts';
import { figureValue } from './figure-value.ts';
import { breakdownCsv } from './figures-csv.ts';
import { foldOne, foldTogether, shown } from './folding.policy.ts';
import { merged, requireLevel } from './figures.service.ts';
import { cutBreakdown, sortBreakdown } from './breakdown-order.ts';
import type { RollupReader, RollupRow, Scope } from './rollup-reader.repository.ts';

type Query = Omit<QueryOf<typeof readBreakdown>, 'limit' | 'cursor'>;
type Whole = Omit<FigureBreakdown, 'next'>;

/** Figures of departments, or of doctors, beside each other. */
export class BreakdownService {
  readonly #looks: FigureLooks;
  readonly #reader: RollupReader;

  constructor(looks: FigureLooks, reader: RollupReader) {
    this.#looks = looks;
    this.#reader = reader;
  }

  async read(context: HospitalContext, query: QueryOf<typeof readBreakdown>): Promise<FigureBreakdown> {
    const { items, ...rest } = await this.#whole(context, query, 'metrics.read');
    return { ...rest, ...cutBreakdown(items, query.limit, query.cursor) };
  }

  async export(context: HospitalContext, { locale, ...query }: QueryOf<typeof exportBreakdown>): Promise<Uint8Array> {
    return breakdownCsv(await this.#whole(context, query, 'metrics.exported'), locale);
  }

  #whole(context: HospitalContext, query: Query, action: AuditAction): Promise<Whole> {
    const { by, departmentId } = query;
    requireLevel(query.figures, by);
    if (by === 'department' && departmentId)
      throw new AppError('validation.failed', 'a department has no departments', {
        fields: [{ path: 'departmentId', rule: 'level' }],
      });
    if (query.sort !== 'name') {
      // Nobody is set against a colleague by what they prescribe.
      const refused = by === 'practitioner' && figures[query.sort].area === 'prescriptions';
      if (refused || !query.figures.includes(query.sort))
        throw new AppError('validation.failed', 'not an order', { fields: [{ path: 'sort', rule: 'invalid' }] });
    }
    return this.#looks.look(context, { name: `by ${by}`, action }, query, async (tx, look) => {
      const names =
        by === 'department' ? await this.#reader.departments(tx) : await this.#reader.doctors(tx, departmentId);
      const groups = await this.#tallies(
        tx,
        look,
        { of: by === 'department' ? 'departments' : 'practitioners', departmentId },
        by,
      );
      const [now = [], before = []] = await this.#reader.read(
        tx,
        departmentId ? { of: 'department', departmentId } : { of: 'hospital' },
        [segmentsOf(look.range), segmentsOf(look.before)],
      );
      // Folding looks at all of them, whatever is searched for: otherwise a search would show what was folded.
      const ids = new Set([...names.map(({ id }) => id), ...groups.now.keys(), ...groups.before.keys()]);
      const places = [...ids];
      const folded = (tallies: ReadonlyMap<string, Tally>) =>
        query.figures.map((figure) =>
          foldTogether(places.map((id) => figureValue(figure, tallies.get(id) ?? new Tally(), look.targets))),
        );
      const cells = folded(groups.now);
      const cellsBefore = folded(groups.before);
      const nameOf = new Map(names.map(({ id, name }) => [id, name]));
      const rows = places.flatMap((id, place) => {
        const name = nameOf.get(id);
        if (!name) return [];
        const of = (columns: typeof cells) => columns.flatMap((column) => column[place] ?? []);
        return [{ id, name, cells: of(cells), before: of(cellsBefore) }];
      });
      const all = (rollups: readonly RollupRow[]) => {
        const tally = merged(rollups);
        const fold = departmentId ? foldOne : shown;
        return query.figures.map((figure) => fold(figureValue(figure, tally, look.targets)));
      };
      return {
        ...look.span,
        figures: query.figures,
        total: { cells: all(now), before: all(before) },
        items: sortBreakdown(rows, query),
      };
    });
  }

  async #tallies(tx: Tx, look: Look, scope: Scope, by: Query['by']) {
    const [now = [], before = []] = await this.#reader.read(tx, scope, [
      segmentsOf(look.range),
      segmentsOf(look.before),
    ]);
    const grouped = (rows: readonly RollupRow[]) =>
      new Map(
        [...Map.groupBy(rows, (row) => (by === 'department' ? row.departmentId : row.practitionerId))].map(
          ([id, some]) => [id, merged(some)] as const,
        ),
      );
    return { now: grouped(now), before: grouped(before) };
  }
}
