import { listOwnDepartments, readDepartmentBoard, readLiveBoard } from '@yunzhen/shared/metrics/metrics.contract';
import {
  exportBreakdown,
  exportFigures,
  readBreakdown,
  readFigureDefinitions,
  readFigures,
} from '@yunzhen/shared/metrics/figures.contract';
import { addFigureNote, listFigureNotes, removeFigureNote } from '@yunzhen/shared/metrics/notes.contract';
import { readReport } from '@yunzhen/shared/metrics/report.contract';
import { rebuildFigures } from './counting/rebuild.contract.ts';
import { rebuildSchemas } from './counting/rebuild.schemas.ts';
import {
  readCallOutcomes,
  readForecast,
  readFunnel,
  readHeatMap,
  readSafetyFigures,
} from '@yunzhen/shared/metrics/views.contract';
import type { FastifyReply } from 'fastify';
import type { RouteRegistrar } from '../../platform/http/register-route.ts';
import type { RebuildService } from './counting/rebuild.service.ts';
import type { NotesService } from './notes/notes.service.ts';
import type { ReportService } from './report/report.service.ts';
import type { DepartmentsService } from './departments/departments.service.ts';
import type { MetricsService } from './metrics.service.ts';
import type { BreakdownService } from './views/breakdown.service.ts';
import type { DemandService } from './views/demand.service.ts';
import type { FiguresService } from './views/figures.service.ts';
import type { OutcomesService } from './views/outcomes.service.ts';

export interface MetricsServices {
  metrics: MetricsService;
  departments: DepartmentsService;
  notes: NotesService;
  figures: FiguresService;
  breakdown: BreakdownService;
  outcomes: OutcomesService;
  demand: DemandService;
  rebuild: RebuildService;
  report: ReportService;
}

export function registerMetricsRoutes(routes: RouteRegistrar, services: MetricsServices): void {
  const { metrics, departments, notes, figures, breakdown, outcomes, demand, rebuild, report } = services;
  routes.route(readLiveBoard, (context) => metrics.readBoard(context));
  routes.route(listOwnDepartments, (context) => departments.list(context));
  routes.route(readDepartmentBoard, (context, { params }) => departments.board(context, params.departmentId));
  routes.route(listFigureNotes, (context, { query }) => notes.list(context, query));
  routes.route(addFigureNote, (context, { body }) => notes.add(context, body));
  routes.route(removeFigureNote, (context, { params }) => notes.remove(context, params.figureNoteId));
  routes.route(readFigures, (context, { query }) => figures.read(context, query));
  routes.route(readBreakdown, (context, { query }) => breakdown.read(context, query));
  routes.route(readFigureDefinitions, () => Promise.resolve(figures.definitions()));
  routes.route(readFunnel, (context, { query }) => outcomes.funnel(context, query));
  routes.route(readSafetyFigures, (context, { query }) => outcomes.safety(context, query));
  routes.route(readCallOutcomes, (context, { query }) => outcomes.callOutcomes(context, query));
  routes.route(readHeatMap, (context, { query }) => demand.heatMap(context, query));
  routes.route(readForecast, (context, { query }) => demand.forecast(context, query));
  routes.route(exportFigures, async (context, { query }, reply) => {
    const csv = await figures.export(context, query);
    return asCsv(reply, `figures-${query.from}-${query.to}.csv`, csv);
  });
  routes.route(exportBreakdown, async (context, { query }, reply) => {
    const csv = await breakdown.export(context, query);
    return asCsv(reply, `figures-by-${query.by}-${query.from}-${query.to}.csv`, csv);
  });
  routes.route(readReport, async (context, { query }, reply) => {
    const pdf = await report.export(context, query);
    reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `attachment; filename="figures-${query.from}-${query.to}.pdf"`)
      .header('cache-control', 'no-store');
    return pdf;
  });
  routes.include(Object.entries(rebuildSchemas));
  routes.route(rebuildFigures, (context) => rebuild.ask(context));
}

function asCsv(reply: FastifyReply, name: string, csv: Uint8Array): Buffer {
  reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store');
  return Buffer.from(csv);
}
