import type { ActiveMedicine } from '@yunzhen/shared/prescribing/active-medicine.schemas';
import type { Prescription, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { AccountsArea } from '../accounts/index.ts';
import type { ChartArea, HeldPrescriptions } from '../chart/index.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { Notify } from '../notifications/index.ts';
import type { VisitsArea } from '../visits/index.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { activeMedicinesOf } from './active-medicines.ts';
import { AlertRatesService } from './alerts/alert-rates.service.ts';
import { AlertsRepository } from './alerts/alerts.repository.ts';
import { CodeService } from './codes/code.service.ts';
import { CancellationService } from './endings/cancellation.service.ts';
import { DispensableRecords } from './handing-out/dispensable-records.ts';
import { createCuration } from './curation/create-curation.ts';
import { DocumentService } from './paper/paper.service.ts';
import { prescriptionSealing } from './paper/prescription-sealing.ts';
import { SealedDocuments } from './paper/sealed-documents.repository.ts';
import { PrescriptionDrafts } from './drafts/prescription-drafts.service.ts';
import { ReturnedPrescriptions } from './endings/returned-prescriptions.service.ts';
import { expiryJob } from './endings/expiry.job.ts';
import { Formularies } from '../catalogues/area.index.ts';
import type { CataloguesArea } from '../catalogues/index.ts';
import {
  allergyNames,
  statedNames,
  type RecordedAllergy,
  type StatedMedicine,
} from './safety/recognition/stated-names.ts';
import { heldForBasis } from './drafts/held-for-basis.ts';
import { MedicinesService } from './drafts/medicines.service.ts';
import { OfferedMedicines } from './drafts/offered-medicines.ts';
import { prescribingHooks, type PrescribingHooks } from './hooks.ts';
import type { PrescriptionRow } from './prescription.entity.ts';
import { PrescriptionQueries } from './prescription-queries.service.ts';
import { PrescriptionRepository } from './prescription.repository.ts';
import { registerPrescribingRoutes, registerVerificationRoutes } from './prescribing.routes.ts';
import { CircumstancesRepository } from './rules/circumstances.repository.ts';
import { registerRuleRoutes } from './rules/rules.routes.ts';
import { RulesService } from './rules/rules.service.ts';
import { PrescriptionChecks } from './safety/prescription-checks.ts';
import { SafetyRun, type PatientFacts } from './safety/safety-run.ts';
import { threadsOfProcess } from './safety/threads/safety-threads.ts';
import type { SigningArea } from '../signing/index.ts';
import { DecisionService } from './signature/decision.service.ts';
import { SigningService } from './signature/signing.service.ts';
import { RepeatsRepository } from './repeats/repeats.repository.ts';
import { RepeatsService } from './repeats/repeats.service.ts';
import { registerDraftingAidRoutes } from './templates/drafting-aids.routes.ts';
import { EarlierService } from './templates/earlier.service.ts';
import { TemplatesRepository } from './templates/templates.repository.ts';
import { TemplatesService } from './templates/templates.service.ts';
import { prescriptionVerification, type PrescriptionVerification } from './verification/prescription-verification.ts';

export type { DispensableRecord, DispensableRecords } from './handing-out/dispensable-records.ts';
export type { DispensingView } from './hooks.ts';
export { maskedIdentity } from './signature/prescription-json.ts';
export type { PrescriptionRow } from './prescription.entity.ts';

export interface PrescribingDeps extends ApiDeps {
  accounts: Pick<AccountsArea, 'confirmSigner' | 'patients'>;
  catalogues: CataloguesArea;
  chart: ChartArea;
  notifications: Pick<Notify, 'notify'>;
  signing: SigningArea;
  visits: VisitsArea;
}

/** The interface of prescribing for other areas. */
export interface PrescribingArea {
  decisions: Pick<DecisionService, 'start' | 'release' | 'approve' | 'reject'>;
  /** The changes that dispensing may make to a prescription. */
  dispensable: DispensableRecords;
  readonly hooks: PrescribingHooks;
  /** Checks whether a file from an anonymous visitor is a prescription of the hospital. */
  checkFile: PrescriptionVerification['byFile'];
  /** Locks the prescriptions of a visit while its doctor states a follow-up or a first visit. */
  holdForBasis(tx: Tx, visitId: string): Promise<HeldPrescriptions>;
  /** Returns prescriptions as clinicians read them, in the order of the ids. */
  views(tx: Tx, ids: readonly string[]): Promise<Prescription[]>;
  /** Returns all prescriptions of a visit, drafts included, oldest first. */
  viewsOfVisit(tx: Tx, visitId: string): Promise<Prescription[]>;
  /** Moves the draft of a visit to another doctor. The reasons of the previous doctor for alerts are cleared. */
  moveDraft(tx: Tx, visit: { visitId: string; to: string; departmentId: string }): Promise<void>;
  /** Returns the medicines of the patient’s signed prescriptions, except one, that may still be taken; the latest prescription first. */
  activeMedicines(tx: Tx, patientId: string, exceptId?: string): Promise<ActiveMedicine[]>;
  /** Returns the names recognised in each stated medicine, in both languages and in input order. */
  statedNames(tx: Tx, stated: readonly StatedMedicine[]): Promise<LocalizedText[][]>;
  /** Returns the names recognised in each allergy, in both languages and in input order. */
  allergyNames(tx: Tx, recorded: readonly RecordedAllergy[]): Promise<LocalizedText[][]>;
  /** Returns the chart facts for a review and the result of every check, run again now. */
  examine(
    tx: Tx,
    prescriptionId: string,
  ): Promise<{ prescription: PrescriptionRow; facts: PatientFacts; report: SafetyReport }>;
}

/** Creates the prescribing area: drafts, signatures, sealed documents, the formulary, safety checks and public verification. */
export function createPrescribingArea(deps: PrescribingDeps): PrescribingArea {
  const { transactions, routes, clock, log, visits, chart, signing } = deps;
  const hooks = prescribingHooks();
  const formularies = new Formularies({ lists: deps.catalogues, log });
  const repository = new PrescriptionRepository();
  const safety = new SafetyRun(clock, log, threadsOfProcess(log));
  const curation = createCuration(deps);
  const offered = new OfferedMedicines({ formularies, releases: curation.releases });
  const circumstances = new CircumstancesRepository();
  const alerts = new AlertRatesService({ transactions, alerts: new AlertsRepository(), circumstances, formularies });
  const shared = { transactions, repository, visits, chart, hooks, formularies, circumstances };
  const queries = new PrescriptionQueries(shared);
  const checks = new PrescriptionChecks({ ...shared, safety, releases: curation.releases });
  curation.compareWith({ checks, repository, formularies });
  const parts = {
    ...shared,
    documents: new SealedDocuments(),
    signing: signing.signatures,
    codes: signing.codes,
    confirmSigner: deps.accounts.confirmSigner,
    queries,
    checks,
    alerts,
  };
  const cancellation = new CancellationService(parts);
  const returned = new ReturnedPrescriptions(parts);
  const sealing = signing.hooks.onSealing(prescriptionSealing(parts));
  deps.jobs.define(expiryJob(parts));
  registerPrescribingRoutes(routes, {
    queries,
    drafts: new PrescriptionDrafts(parts),
    signing: new SigningService({ ...parts, returned, patients: deps.accounts.patients }),
    cancellation,
    returned,
    medicines: new MedicinesService({ transactions, offered }),
    codes: new CodeService(parts),
    documents: new DocumentService({ ...parts, files: deps.files, sealing }),
  });
  registerRuleRoutes(routes, new RulesService({ ...parts, activeRelease: curation.activeRelease }), alerts);
  registerDraftingAidRoutes(routes, {
    templates: new TemplatesService({ transactions, templates: new TemplatesRepository(), offered }),
    earlier: new EarlierService({ ...parts, offered }),
    repeats: new RepeatsService({ ...parts, notify: deps.notifications.notify, repeats: new RepeatsRepository() }),
  });
  const verification = signing.hooks.onVerification(prescriptionVerification(parts));
  registerVerificationRoutes(routes, verification);
  return {
    holdForBasis: (tx, visitId) => heldForBasis(parts, tx, visitId),
    moveDraft: (tx, visit) => repository.moveDraft(tx, visit),
    decisions: new DecisionService({ ...parts, sealing }),
    dispensable: new DispensableRecords({ ...parts, cancellation }),
    hooks,
    checkFile: (...given) => verification.byFile(...given),
    views: (tx, ids) => queries.viewsById(tx, ids),
    viewsOfVisit: (tx, visitId) => queries.viewsOfVisit(tx, visitId),
    activeMedicines: activeIn(repository),
    ...namesFrom(formularies),
    examine: (tx, prescriptionId) => checks.reexamine(tx, prescriptionId),
  };
}

function activeIn(repository: PrescriptionRepository): PrescribingArea['activeMedicines'] {
  return async (tx, patientId, exceptId) =>
    activeMedicinesOf(await repository.activeOf(tx, patientId, exceptId ?? null), tx.now);
}

/** Names what patients stated in the words of the hospital’s formulary. */
function namesFrom(formularies: Formularies): Pick<PrescribingArea, 'statedNames' | 'allergyNames'> {
  return {
    statedNames: async (tx, stated) => (stated.length === 0 ? [] : statedNames(await formularies.of(tx), stated)),
    allergyNames: async (tx, recorded) =>
      recorded.length === 0 ? [] : allergyNames(await formularies.of(tx), recorded),
  };
}
