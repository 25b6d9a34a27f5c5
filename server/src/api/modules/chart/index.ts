import type { Diagnosis } from '@yunzhen/shared/contract/chart';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { ApiDeps } from '../../module.ts';
import type { VisitsModule } from '../visits/index.ts';
import { ChartAccessService } from './chart-access.service.ts';
import { ChartRepository } from './chart.repository.ts';
import { registerChartRoutes } from './chart.routes.ts';
import { ChartService, type PatientFacts } from './chart.service.ts';
import { chartIsComplete } from './completion-guard.ts';
import { DiagnosesRepository } from './diagnoses/diagnoses.repository.ts';
import { DiagnosesService } from './diagnoses/diagnoses.service.ts';
import { diagnosisEntity } from './diagnoses/diagnosis.entity.ts';
import { noteEntity } from './notes/note.entity.ts';
import { NotesRepository } from './notes/notes.repository.ts';
import { registerNoteRoutes } from './notes/notes.routes.ts';
import { NotesService } from './notes/notes.service.ts';
import { allergyEntity } from './statements/allergy.entity.ts';
import { medicationStatementEntity } from './statements/medication-statement.entity.ts';
import { StatementsRepository } from './statements/statements.repository.ts';
import { StatementsService } from './statements/statements.service.ts';
import { loadCuratedIcd10 } from './terminology/curated-icd10.ts';
import { createIcd10Search } from './terminology/icd10-search.ts';

export type { PatientFacts } from './chart.service.ts';
export { loadCuratedIcd10 } from './terminology/curated-icd10.ts';

export const chartEntities = [allergyEntity, medicationStatementEntity, noteEntity, diagnosisEntity];

/** What other modules may ask of charts. Access is theirs to decide, and the look theirs to audit. */
export interface ChartModule {
  /** Throws `resource.not-found`. */
  facts(tx: Tx, patientId: string): Promise<PatientFacts>;
  /** In the doctor’s order; empty for a visit without any. */
  diagnosesOf(tx: Tx, visitId: string): Promise<Diagnosis[]>;
}

/** The chart: who the patient is, what is known of them, and what the doctor writes during a visit. */
export function createChartModule(deps: ApiDeps, visits: VisitsModule): ChartModule {
  const { transactions } = deps;
  const curated = loadCuratedIcd10();
  const access = new ChartAccessService(visits);
  const charts = new ChartRepository();
  const statements = new StatementsRepository();
  const chartService = new ChartService(transactions, access, charts, statements);
  const notes = new NotesService(transactions, access, new NotesRepository(), visits);
  const diagnoses = new DiagnosesService({
    transactions,
    access,
    diagnoses: new DiagnosesRepository(),
    visits,
    terminology: { search: createIcd10Search(curated.concepts), version: curated.version },
  });
  registerChartRoutes(deps.routes, {
    charts: chartService,
    statements: new StatementsService({ transactions, access, charts, statements, visits }),
    diagnoses,
  });
  registerNoteRoutes(deps.routes, notes);
  visits.addCompletionGuard(chartIsComplete(notes, diagnoses));
  return {
    facts: (tx, patientId) => chartService.facts(tx, patientId),
    diagnosesOf: (tx, visitId) => diagnoses.of(tx, visitId),
  };
}
