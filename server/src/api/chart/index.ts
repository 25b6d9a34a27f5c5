import type { Diagnosis } from '@yunzhen/shared/chart/chart.contract';
import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { Terminologies } from '../catalogues/area.index.ts';
import { titleOf } from '../catalogues/index.ts';
import type { VisitFacts } from '../visits/index.ts';
import { BasisRepository, type StatedBasis } from './basis/basis.repository.ts';
import { registerBasisRoutes } from './basis/basis.routes.ts';
import { BasisService } from './basis/basis.service.ts';
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

export { BasisRepository, type StatedBasis } from './basis/basis.repository.ts';
export type { HeldPrescriptions } from './hooks.ts';
export type { PatientFacts } from './facts/chart.service.ts';
export type { VisitPeople } from './notes/visit-people.repository.ts';

/** The interface of the chart for other areas, which check and audit access themselves. */
export interface ChartArea {
  /** Throws `resource.not-found`. */
  facts(tx: Tx, patientId: string): Promise<PatientFacts>;
  /** Returns the diagnoses in the doctor’s order; empty when there are none. */
  diagnosesOf(tx: Tx, visitId: string): Promise<Diagnosis[]>;
  /** Returns the content of the signed note; null before it is signed. */
  signedNoteOf(tx: Tx, visitId: string): Promise<NoteContent | null>;
  /** Returns the visit for its own doctor, and for another doctor who may read the patient’s chart. Throws `resource.not-found`. */
  requireClinician(tx: Tx, actor: Actor, visitId: string): Promise<VisitFacts>;
  /** Returns hospital, department, doctor and patient of a visit. Throws `resource.not-found`. */
  peopleOf(tx: Tx, visitId: string): Promise<VisitPeople>;
  /** Throws unless the visit has a signed note and a primary diagnosis. */
  readonly requireComplete: ReturnType<typeof chartIsComplete>;
  /** Returns whether the doctor called the visit a follow-up or a first visit, locked; null when not stated. */
  basisOf(tx: Tx, visitId: string): Promise<StatedBasis | null>;
  /** Stores the evidence of an earlier diagnosis that the patient gives at check-in. */
  readonly recordEvidence: BasisService['recordAtCheckIn'];
  readonly hooks: ChartHooks;
  /** Stops the threads that search full catalogues of diagnoses. */
  stop(): Promise<void>;
}

/** Creates the chart area: patients’ facts, and what the doctor writes during a visit. */
export function createChartArea(deps: ChartDeps): ChartArea {
  const { transactions, visits } = deps;
  const hooks = chartHooks();
  const terminologies = new Terminologies({ lists: deps.catalogues });
  const use = new DiagnosisUseRepository();
  const nameOf = async (tx: Tx, code: string) => {
    const concept = (await (await terminologies.of(tx)).byCodes([code])).get(code);
    return concept ? titleOf(concept) : null;
  };
  const { access, charts, statements } = createFacts(deps, hooks, nameOf);
  const { notes, people } = createNotes(deps, access, hooks);
  const diagnosisRows = new DiagnosesRepository();
  const basis = new BasisService({
    transactions,
    access,
    visits,
    basis: new BasisRepository(),
    diagnoses: diagnosisRows,
    hooks,
    titleOf: nameOf,
  });
  registerBasisRoutes(deps.routes, basis);
  const diagnoses = new DiagnosesService({
    transactions,
    access,
    diagnoses: diagnosisRows,
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
    signedNoteOf: (tx, visitId) => notes.signedContentOf(tx, visitId),
    requireClinician: (tx, actor, visitId) => access.requireClinician(tx, actor, visitId),
    peopleOf: (tx, visitId) => people.of(tx, visitId),
    requireComplete: chartIsComplete(notes, diagnoses, basis),
    basisOf: (tx, visitId) => basis.of(tx, visitId),
    recordEvidence: (tx, visit, given) => basis.recordAtCheckIn(tx, visit, given),
    hooks,
    stop: () => terminologies.stop(),
  };
}
