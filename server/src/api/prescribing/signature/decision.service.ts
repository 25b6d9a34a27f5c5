import type { ReviewMatch } from '@yunzhen/shared/review/review-checklist';
import type { SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { RejectionReason } from '@yunzhen/shared/prescribing/prescription';
import { prescriptionMachine } from '@yunzhen/shared/prescribing/prescription';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { REVIEW_JWS_TYPE, reviewJson, type ReviewRecord } from './review-json.ts';
import { saveChange } from '../prescription-changes.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import { assertNoFixedIssue } from '../prescription.policy.ts';
import type { PractitionerSignatures, Sealing } from '../../signing/index.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

interface DecisionServiceDeps extends PrescribingPart<'repository' | 'hooks'> {
  signing: Pick<PractitionerSignatures, 'sign'>;
  sealing: Pick<Sealing<unknown>, 'ask'>;
}

/** Changes prescriptions for a pharmacist’s review, in the transaction of the review’s transition. */
export class DecisionService extends Service<DecisionServiceDeps> {
  /** Moves the prescription to `under-review` with the pharmacist’s name. */
  async start(tx: Tx, id: string, pharmacistId: string): Promise<void> {
    const row = await this.deps.repository.lockExisting(tx, id);
    row.status = prescriptionMachine.next(row.status, 'start-review');
    row.pharmacistId = pharmacistId;
    await emitEvent(tx, 'prescription.under-review', await saveChange(tx, this.deps, row));
  }

  /** Returns the prescription to the queue and removes the pharmacist’s name. */
  async release(tx: Tx, id: string): Promise<void> {
    const row = await this.deps.repository.lockExisting(tx, id);
    row.status = prescriptionMachine.next(row.status, 'release-review');
    row.pharmacistId = null;
    await emitEvent(tx, 'prescription.review-released', await saveChange(tx, this.deps, row));
  }

  /**
   * Signs as the pharmacist and requests the sealed PDF. Throws when the prescription has expired, or when an alert can’t be overridden, for example
   * an allergy recorded after the doctor’s signature.
   */
  async approve(
    tx: Tx,
    reviewId: string,
    id: string,
    pharmacist: { id: string; name: string; licence: string },
    report: SafetyReport,
    checklist: readonly ReviewMatch[],
  ): Promise<void> {
    const row = await this.deps.repository.lockExisting(tx, id);
    if (row.validUntil && row.validUntil <= tx.now) {
      throw new AppError('prescription.transition-refused', 'prescription has expired', {
        facts: { state: 'expired' },
      });
    }
    assertNoFixedIssue(report.issues);
    row.status = prescriptionMachine.next(row.status, 'approve');
    row.pharmacistId = pharmacist.id;
    row.decidedAt = tx.now;
    await this.#sign(tx, row, reviewId, pharmacist, report, {
      decision: 'approved',
      reason: null,
      checklist,
    });
    const event = await this.#decided(tx, row, report);
    await this.deps.sealing.ask(tx, id);
    await emitEvent(tx, 'prescription.approved', event);
  }

  async reject(
    tx: Tx,
    reviewId: string,
    id: string,
    pharmacist: { id: string; name: string; licence: string },
    report: SafetyReport,
    rejection: { reason: RejectionReason; also: RejectionReason[]; text: string },
  ): Promise<void> {
    const row = await this.deps.repository.lockExisting(tx, id);
    row.status = prescriptionMachine.next(row.status, 'reject');
    row.pharmacistId = pharmacist.id;
    row.decidedAt = tx.now;
    row.rejection = rejection;
    await this.#sign(tx, row, reviewId, pharmacist, report, {
      decision: 'rejected',
      reason: rejection.reason,
      checklist: null,
    });
    const event = await this.#decided(tx, row, report);
    const facts = { ...event.facts, reason: rejection.reason };
    await emitEvent(tx, 'prescription.rejected', { ...event, facts });
  }

  async #sign(
    tx: Tx,
    row: PrescriptionRow,
    reviewId: string,
    pharmacist: { id: string; name: string; licence: string },
    checks: SafetyReport,
    decided: Pick<ReviewRecord, 'decision' | 'reason' | 'checklist'>,
  ): Promise<void> {
    const { repository, signing } = this.deps;
    const { doctor } = await repository.signaturesOf(tx, row.id);
    if (!doctor) throw new AppError('internal', 'reviewed prescription has no signature of the doctor');
    const signature = await signing.sign(
      tx,
      pharmacist.id,
      REVIEW_JWS_TYPE,
      reviewJson({
        reviewId,
        prescriptionId: row.id,
        prescriptionJws: doctor.jws,
        ...decided,
        pharmacist,
        checks,
        decidedAt: tx.now,
      }),
    );
    await repository.addSignature(tx, row.id, { role: 'pharmacist', practitionerId: pharmacist.id, ...signature });
  }

  /** Saves the decision with the safety checks behind it. */
  async #decided(tx: Tx, row: PrescriptionRow, report: SafetyReport) {
    const event = await saveChange(tx, this.deps, row);
    await this.deps.repository.keepSafetyCheck(tx, row, 'review', report);
    const turnaroundSeconds = row.signedAt ? Math.round((tx.now.getTime() - row.signedAt.getTime()) / 1000) : 0;
    return { ...event, facts: { turnaroundSeconds } };
  }
}
