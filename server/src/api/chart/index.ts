import type { Diagnosis } from '@yunzhen/shared/chart/chart.contract';
import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { Terminologies, titleOf } from '../catalogues/index.ts';
import type { VisitFacts } from '../visits/index.ts';
import { registerChartRoutes } from './facts/chart.routes.ts';
import type { PatientFacts } from './facts/chart.service.ts';
import { chartIsComplete } from './completion-guard.ts';
import type { ChartDeps } from './chart-deps.ts';
import { chartHooks, type ChartHooks } from './hooks.ts';
import { createFacts } from './facts/create-facts.ts';
import { DiagnosesRepository } from './diagnoses/diagnoses.repository.ts';
import { DiagnosesService } from './diagnoses/diagnoses.service.ts';
import { createNotes } from './notes/create-notes.ts';
import type { VisitPeople } from './notes/visit-people.repository.ts';
import { DiagnosisUseRepository } from './diagnoses/diagnosis-use.repository.ts';
import { TerminologyService } from './diagnoses/terminology.service.ts';

export type { PatientFacts } from './facts/chart.service.ts';
export type { VisitPeople } from './notes/visit-people.repository.ts';

/** What other areas may ask of charts. Access is theirs to decide, and the look theirs to audit. */
export interface ChartArea {
  /** Throws `resource.not-found`. */
  facts(tx: Tx, patientId: string): Promise<PatientFacts>;
  /** In the doctor’s order; empty for a visit without any. */
  diagnosesOf(tx: Tx, visitId: string): Promise<Diagnosis[]>;
  /** The note as it is written so far; null before its first save. */
  noteOf(tx: Tx, visitId: string): Promise<NoteContent | null>;
  /** The visit, for its own doctor and for another who may read its patient’s chart. Throws `resource.not-found`. */
  requireClinician(tx: Tx, actor: Actor, visitId: string): Promise<VisitFacts>;
  /** Hospital, department, doctor and patient of a visit. Throws `resource.not-found`. */
  peopleOf(tx: Tx, visitId: string): Promise<VisitPeople>;
  /** Refuses, by throwing, to let a visit be completed without a signed note and a primary diagnosis. */
  readonly requireComplete: ReturnType<typeof chartIsComplete>;
  readonly hooks: ChartHooks;
  /** Ends the threads that search full lists of diagnoses. */
  stop(): Promise<void>;
}

/** The chart: who the patient is, what is known of them, and what the doctor writes during a visit. */
export function createChartArea(deps: ChartDeps): ChartArea {
  const { transactions, visits } = deps;
  const hooks = chartHooks();
  const terminologies = new Terminologies(deps.catalogues);
  const use = new DiagnosisUseRepository();
  const nameOf = async (tx: Tx, code: string) => {
    const concept = (await (await terminologies.of(tx)).byCodes([code])).get(code);
    return concept ? titleOf(concept) : null;
  };
  const { access, charts, statements } = createFacts(deps, hooks, nameOf);
  const { notes, people } = createNotes(deps, access);
  const diagnoses = new DiagnosesService({
    transactions,
    access,
    diagnoses: new DiagnosesRepository(),
    visits,
    terminologies,
    use,
  });
  registerChartRoutes(deps.routes, {
    charts,
    statements,
    diagnoses,
    terminology: new TerminologyService({ transactions, terminologies, use }),
  });
  return {
    facts: (tx, patientId) => charts.facts(tx, patientId),
    diagnosesOf: (tx, visitId) => diagnoses.of(tx, visitId),
    noteOf: (tx, visitId) => notes.contentOf(tx, visitId),
    requireClinician: (tx, actor, visitId) => access.requireClinician(tx, actor, visitId),
    peopleOf: (tx, visitId) => people.of(tx, visitId),
    requireComplete: chartIsComplete(notes, diagnoses),
    hooks,
    stop: () => terminologies.stop(),
  };
}
