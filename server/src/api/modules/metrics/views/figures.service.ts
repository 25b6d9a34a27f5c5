import { AppError } from '@yunzhen/shared/errors';
import {
  FEWEST_COUNTED,
  type exportFigures,
  type FigureSeries,
  type readFigureDefinitions,
  type readFigures,
} from '@yunzhen/shared/contract/metrics-figures';
import type { QueryOf, ResponseOf } from '@yunzhen/shared/contract/route';
import type { AuditAction } from '@yunzhen/shared/domain/audit';
import type { FigureLevel } from '@yunzhen/shared/domain/figure';
import { figureIds, figures, hasLevel, type FigureId } from '@yunzhen/shared/domain/figures';
import { RELATIVE_ERROR } from '@yunzhen/shared/domain/log-histogram';
import { Tally } from '@yunzhen/shared/domain/tally';
import type { HospitalContext } from '../../../../platform/context.ts';
import type { FigureLooks } from './figure-look.ts';
import { periodsOf, segmentsOf } from './figure-range.ts';
import { figureValue } from './figure-value.ts';
import { seriesCsv } from './figures-csv.ts';
import { foldOne, foldTogether, shown } from './folding.policy.ts';
import type { RollupReader, RollupRow, Scope } from './rollup-reader.repository.ts';

/** Figures over time, of the hospital, a department or a doctor. */
export class FiguresService {
  readonly #looks: FigureLooks;
  readonly #reader: RollupReader;

  constructor(looks: FigureLooks, reader: RollupReader) {
    this.#looks = looks;
    this.#reader = reader;
  }

  read(
    context: HospitalContext,
    query: QueryOf<typeof readFigures>,
    action: AuditAction = 'metrics.read',
  ): Promise<FigureSeries> {
    const { grain } = query;
    const level = levelOf(query);
    requireLevel(query.figures, level);
    return this.#looks.look(context, { name: 'figures', grain, action }, query, async (tx, look) => {
      const periods = periodsOf(look.range, grain, look.timeZone);
      const [rows = [], earlier = []] = await this.#reader.read(tx, scopeOf(query), [
        periods.segments,
        segmentsOf(look.before),
      ]);
      const byLabel = Map.groupBy(rows, ({ starts }) => periods.labelOf(starts));
      const tallies = periods.labels.map((label) => merged(byLabel.get(label) ?? []));
      const total = merged(rows);
      const before = merged(earlier);
      const open = level === 'hospital';
      return {
        ...look.span,
        grain,
        periods: [...periods.labels],
        series: query.figures.map((figure) => {
          const valueOf = (tally: Tally) => figureValue(figure, tally, look.targets);
          const values = tallies.map(valueOf);
          return {
            figure,
            total: open ? shown(valueOf(total)) : foldOne(valueOf(total)),
            before: open ? shown(valueOf(before)) : foldOne(valueOf(before)),
            values: open ? values.map(shown) : foldTogether(values),
          };
        }),
      };
    });
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

export function merged(rows: readonly Pick<RollupRow, 'tally'>[]): Tally {
  const whole = new Tally();
  for (const { tally } of rows) whole.merge(tally);
  return whole;
}

/** Throws `validation.failed` for a figure that does not exist for a department or a doctor. */
export function requireLevel(asked: readonly FigureId[], level: FigureLevel): void {
  const wrong = asked.filter((figure) => !hasLevel(figure, level));
  if (wrong.length > 0)
    throw new AppError('validation.failed', `not a figure of a ${level}: ${wrong.join(', ')}`, {
      fields: [{ path: 'figures', rule: 'level' }],
    });
}

function levelOf({ departmentId, practitionerId }: QueryOf<typeof readFigures>): FigureLevel {
  if (practitionerId) return 'practitioner';
  return departmentId ? 'department' : 'hospital';
}

function scopeOf({ departmentId, practitionerId }: QueryOf<typeof readFigures>): Scope {
  if (practitionerId) return { of: 'practitioner', practitionerId, departmentId };
  return departmentId ? { of: 'department', departmentId } : { of: 'hospital' };
}
