import { daysIn } from '@yunzhen/shared/core/time/calendar-day';
import type { readReport } from '@yunzhen/shared/metrics/report.contract';
import type { Grain } from '@yunzhen/shared/metrics/figures.contract';
import type { QueryOf } from '@yunzhen/shared/core/route';
import type { Locale } from '@yunzhen/shared/core/locale';
import type { HospitalContext } from '../../../platform/context.ts';
import { renderApart } from '../../../platform/paper/render-apart.ts';
import { Service } from '../../../platform/service.ts';
import { logoForPaper } from '../../administration/index.ts';
import type { BreakdownService } from '../views/breakdown.service.ts';
import type { DemandService } from '../views/demand.service.ts';
import type { DayRange } from '../views/figure-range.ts';
import type { FiguresService } from '../views/figures.service.ts';
import type { OutcomesService } from '../views/outcomes.service.ts';
import type { renderFiguresReport } from './report-pdf.ts';
import { goalsOf } from '../metrics.policy.ts';
import { departmentFigures, seriesFigures, type FiguresReport } from './report.ts';
import type { MetricsPart } from '../metrics-part.ts';

const renderer = new URL('./report-pdf.ts', import.meta.url).href;

interface ReportServiceDeps extends MetricsPart<'queries' | 'hospitals'> {
  figures: FiguresService;
  breakdown: BreakdownService;
  outcomes: OutcomesService;
  demand: DemandService;
}

/** The figures of a range as a PDF, from the same views and with the same small counts hidden as on screen. Each access is audited. */
export class ReportService extends Service<ReportServiceDeps> {
  async export(context: HospitalContext, { locale, ...range }: QueryOf<typeof readReport>): Promise<Buffer> {
    return this.render(await this.read(context, range), locale);
  }

  /** Reads the report. Throws `validation.failed` for an empty range or more than three years. */
  async read(context: HospitalContext, range: DayRange): Promise<FiguresReport> {
    const { queries, hospitals, figures, breakdown, outcomes, demand } = this.deps;
    const view = { name: 'report', action: 'metrics.exported' } as const;
    const standing = await queries.run(context, view, range, async (tx, { targets }) => {
      const { name, settings } = await hospitals.current(tx);
      return { hospital: name, logo: await logoForPaper(tx), targets, goals: goalsOf(settings) };
    });
    const query = { ...range, grain: grainOf(range), figures: [...seriesFigures] };
    return {
      ...standing,
      series: await figures.read(context, query),
      funnel: await outcomes.funnel(context, range),
      heatMap: await demand.heatMap(context, range),
      calls: await outcomes.callOutcomes(context, range),
      safety: await outcomes.safety(context, range),
      departments: await breakdown.read(context, {
        ...range,
        by: 'department',
        figures: [...departmentFigures],
        search: '',
        title: '',
        sort: 'visits-completed',
        order: 'down',
        limit: 100,
      }),
      forecast: await demand.forecast(context, {}),
    };
  }

  /** Renders in the worker thread for pages, so that other requests do not wait. */
  render(report: FiguresReport, locale: Locale): Promise<Buffer> {
    return renderApart<typeof renderFiguresReport>(renderer, 'renderFiguresReport', report, locale);
  }
}

/** Chooses a grain that gives a line a few to a few dozen points. */
function grainOf(range: DayRange): Grain {
  const days = daysIn(range);
  if (days <= 62) return 'day';
  return days <= 366 ? 'week' : 'month';
}
