import type { PersonNames } from '@yunzhen/shared/core/common';
import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { VerificationResult } from '@yunzhen/shared/signing/verification.contract';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import type { Actor, RequestContext } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { ChartModule } from '../chart/index.ts';
import type { VisitFacts } from '../visits/index.ts';

/** What documents ask of the modules that they may use; handed in where the api is put together. */
export interface DocumentNeeds {
  /** To be asked in the transaction that it guards; throws `auth.second-factor-required`. */
  confirmSigner(tx: Tx, actor: Actor): Promise<void>;
  visit(tx: Tx, visitId: string): Promise<VisitFacts>;
  /** The visit, when the actor is its doctor and it is in one of these states or in progress; throws otherwise. */
  requireConduct(tx: Tx, actor: Actor, visitId: string, alsoIn: readonly VisitStatus[]): Promise<VisitFacts>;
  hasCare(tx: Tx, actor: Actor, patientId: string): Promise<boolean>;
  chart: Pick<ChartModule, 'facts' | 'diagnosesOf' | 'noteOf' | 'peopleOf'>;
  /** Of a visit, oldest first, drafts among them. */
  prescriptionsOf(tx: Tx, visitId: string): Promise<Prescription[]>;
  /** Tells the patient that there is a new document. */
  tellOfDocument(
    tx: Tx,
    document: { id: string; visitId: string; patientId: string; doctor: PersonNames },
  ): Promise<void>;
  /** Whether a file is a prescription that the hospital issued; audited there. */
  checkPrescription(context: RequestContext, hospital: string, bytes: Buffer): Promise<VerificationResult>;
}
