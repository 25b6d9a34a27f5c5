import type { DispensingSummary } from '@yunzhen/shared/prescribing/dispensing-state.contract';
import type { PersonNames } from '@yunzhen/shared/core/common';
import type { Intake } from '@yunzhen/shared/visits/visits.contract';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { PrescribedDiagnosis, PrescriptionRow } from './prescription.entity.ts';
import type { PatientFacts } from './safety/safety-run.ts';

export interface PrescribedVisit {
  id: string;
  patientId: string;
  practitionerId: string;
  departmentId: string;
  status: VisitStatus;
  intake: Intake | null;
}

/** What prescribing asks of the modules it may use; they are handed in where the api is put together. */
export interface PrescribingNeeds {
  /** To be asked in the transaction that it guards; throws `auth.second-factor-required`. */
  confirmSigner(tx: Tx, actor: Actor): Promise<void>;
  visit(tx: Tx, visitId: string): Promise<PrescribedVisit>;
  /** The visit, when the actor is its doctor and it is in progress; throws otherwise. */
  requireConduct(tx: Tx, actor: Actor, visitId: string): Promise<PrescribedVisit>;
  facts(tx: Tx, patientId: string): Promise<PatientFacts>;
  diagnosesOf(tx: Tx, visitId: string): Promise<PrescribedDiagnosis[]>;
  /** Tells the patient that the doctor has answered the wish to have a prescription again. */
  tellOfRepeat(
    tx: Tx,
    request: { id: string; prescriptionId: string; patientId: string; doctor: PersonNames },
  ): Promise<void>;
}

/**
 * Run in the transaction that signs, withdraws or ends a prescription: the pharmacist’s review begins with the signature or not
 * at all, and nothing goes on with what has ended.
 */
export interface SigningHooks {
  signed?(tx: Tx, prescription: PrescriptionRow): Promise<void>;
  cancelled?(tx: Tx, prescription: PrescriptionRow): Promise<void>;
  /** The doctor wants to withdraw what a pharmacy has in hand: it is asked, and the prescription stays as it is. */
  cancelAsked?(tx: Tx, prescription: PrescriptionRow, reason: string): Promise<void>;
  /** Its days are over. */
  expired?(tx: Tx, prescription: PrescriptionRow): Promise<void>;
}

/** How far the dispensing of these prescriptions has come; those without an entry have not been approved. */
export type DispensingView = (
  tx: Tx,
  prescriptions: readonly PrescriptionRow[],
) => Promise<Map<string, DispensingSummary>>;
