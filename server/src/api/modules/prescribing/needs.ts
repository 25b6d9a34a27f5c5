import type { Intake } from '@yunzhen/shared/contract/visits';
import type { VisitStatus } from '@yunzhen/shared/domain/visit';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { PrescribedDiagnosis, PrescriptionRow } from './prescription.entity.ts';
import type { PatientFacts } from './safety-run.ts';

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
  /** To be asked before the transaction that it guards; throws `auth.confirmation-failed`. */
  confirmPassword(context: ActorContext, password: string): Promise<void>;
  hospitalBySlug(slug: string, cause: string): Promise<{ id: string } | null>;
  visit(tx: Tx, visitId: string): Promise<PrescribedVisit>;
  /** The visit, when the actor is its doctor and it is in progress; throws otherwise. */
  requireConduct(tx: Tx, actor: Actor, visitId: string): Promise<PrescribedVisit>;
  facts(tx: Tx, patientId: string): Promise<PatientFacts>;
  diagnosesOf(tx: Tx, visitId: string): Promise<PrescribedDiagnosis[]>;
}

/** Run in the transaction that signs or withdraws: the pharmacist’s review begins with the signature or not at all. */
export interface SigningHooks {
  signed(tx: Tx, prescription: PrescriptionRow): Promise<void>;
  cancelled(tx: Tx, prescription: PrescriptionRow): Promise<void>;
}
