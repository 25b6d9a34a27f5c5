import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';
import { fileJudge } from '../../../platform/files/file-judge.ts';
import { BreakGlassRepository } from '../break-glass/break-glass.repository.ts';
import { BreakGlassService } from '../break-glass/break-glass.service.ts';
import { ChartAccessService } from '../chart-access.service.ts';
import type { ChartHooks } from '../hooks.ts';
import type { ChartDeps } from '../chart-deps.ts';
import { ChartWriter } from './chart-writer.ts';
import { ChartRepository } from './chart.repository.ts';
import { ChartService } from './chart.service.ts';
import { DocumentsRepository } from '../uploads/uploads.repository.ts';
import { DocumentsService } from '../uploads/uploads.service.ts';
import { EntriesRepository } from '../entries/entries.repository.ts';
import { EntriesService } from '../entries/entries.service.ts';
import { registerFactRoutes } from './facts.routes.ts';
import { ObservationsRepository } from '../observations/observations.repository.ts';
import { ObservationsService } from '../observations/observations.service.ts';
import { StatementsRepository } from '../statements/statements.repository.ts';
import { StatementsService } from '../statements/statements.service.ts';
import { TimelineRepository } from '../timeline/timeline.repository.ts';
import { TimelineService } from '../timeline/timeline.service.ts';

/** Creates the chart facts: access, statements, observations and decisions on them. */
export function createFacts(
  { transactions, routes, log, files, visits, accounts: { patients }, notifications: { notify } }: ChartDeps,
  hooks: ChartHooks,
  titleOf: (tx: Tx, code: string) => Promise<LocalizedText | null>,
): { access: ChartAccessService; charts: ChartService; statements: StatementsService } {
  const breakGlass = new BreakGlassRepository();
  const access = new ChartAccessService({ visits, breakGlass });
  const charts = new ChartRepository();
  const entryRows = new EntriesRepository();
  const statements = new StatementsRepository();
  const observations = new ObservationsRepository();
  const writer = new ChartWriter({ transactions, access, charts, entries: entryRows, visits });
  const entries = new EntriesService({ transactions, access, writer, entries: entryRows });
  registerFactRoutes(routes, {
    observations: new ObservationsService({ writer, observations }),
    entries,
    documents: new DocumentsService({
      transactions,
      access,
      writer,
      entries: entryRows,
      documents: new DocumentsRepository(),
      judge: fileJudge(log),
      files,
    }),
    timeline: new TimelineService({ transactions, access, timeline: new TimelineRepository() }),
    breakGlass: new BreakGlassService({ transactions, access, charts, breakGlass, notify }),
  });
  return {
    access,
    charts: new ChartService({ transactions, access, charts, statements, observations, hooks }),
    statements: new StatementsService({ writer, entries, patients, statements, titleOf }),
  };
}
