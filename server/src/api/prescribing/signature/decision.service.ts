import type { ReviewMatch } from '@yunzhen/shared/review/review-checklist';
import type { SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { RejectionReason } from '@yunzhen/shared/prescribing/prescription';
import { prescriptionMachine } from '@yunzhen/shared/prescribing/prescription';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Tx } from '../../../platform/db/transaction.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { REVIEW_JWS_TYPE, reviewJson, type ReviewRecord } from './review-json.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import type { PrescriptionRepository } from '../prescription.repository.ts';
import type { PractitionerSignatures, Sealing } from '../../signing/index.ts';
import type { SignatureRepository } from './signature.repository.ts';
import { accountsOf, assertNoFixedIssue, change, subjectOf } from './signing.service.ts';

interface DecisionServiceDeps {
  repository: PrescriptionRepository;
  signatures: SignatureRepository;
  signing: Pick<PractitionerSignatures, 'sign'>;
  sealing: Pick<Sealing<unknown>, 'ask'>;
}

/** What a pharmacist’s review does to a prescription; called by the review’s own transitions, in their transaction. */
export class DecisionService {
  readonly #deps: DecisionServiceDeps;
  constructor(deps: DecisionServiceDeps) {
    this.#deps = deps;
  }

  /** The pharmacist has taken it up. */
  async start(tx: Tx, id: string, pharmacistId: string): Promise<void> {
    const row = await this.#load(tx, id);
    row.status = prescriptionMachine.next(row.status, 'start-review');
    row.pharmacistId = pharmacistId;
    await this.#save(tx, row);
    await emitEvent(tx, 'prescription.under-review', await this.#event(tx, row));
  }

  /** The pharmacist has given it back to the queue, and is no longer named on it. */
  async release(tx: Tx, id: string): Promise<void> {
    const row = await this.#load(tx, id);
    row.status = prescriptionMachine.next(row.status, 'release-review');
    row.pharmacistId = null;
    await this.#save(tx, row);
    await emitEvent(tx, 'prescription.review-released', await this.#event(tx, row));
  }

  /**
   * Adds the pharmacist’s signature over the doctor’s, and asks for the sealed PDF. What has run out meanwhile, or has met an
   * alert that can’t be overridden (an allergy recorded after the signature), is not approved any more.
   */
  async approve(
    tx: Tx,
    reviewId: string,
    id: string,
    pharmacist: { id: string; name: string; licence: string },
    report: SafetyReport,
    checklist: readonly ReviewMatch[],
  ): Promise<void> {
    const row = await this.#load(tx, id);
    if (row.validUntil && row.validUntil <= tx.now) {
      throw new AppError('prescription.transition-refused', 'its days are over', { facts: { state: 'expired' } });
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
    await this.#save(tx, row);
    await this.#deps.repository.keepSafetyCheck(tx, row, 'review', report);
    await this.#deps.sealing.ask(tx, id);
    await this.#tell(tx, row, 'prescription.approved', null);
  }

  async reject(
    tx: Tx,
    reviewId: string,
    id: string,
    pharmacist: { id: string; name: string; licence: string },
    report: SafetyReport,
    rejection: { reason: RejectionReason; text: string },
  ): Promise<void> {
    const row = await this.#load(tx, id);
    row.status = prescriptionMachine.next(row.status, 'reject');
    row.pharmacistId = pharmacist.id;
    row.decidedAt = tx.now;
    row.rejection = rejection;
    await this.#sign(tx, row, reviewId, pharmacist, report, {
      decision: 'rejected',
      reason: rejection.reason,
      checklist: null,
    });
    await this.#save(tx, row);
    await this.#deps.repository.keepSafetyCheck(tx, row, 'review', report);
    await this.#tell(tx, row, 'prescription.rejected', rejection.reason);
  }

  async #load(tx: Tx, id: string): Promise<PrescriptionRow> {
    const row = await this.#deps.repository.lock(tx, id);
    if (!row) throw new AppError('resource.not-found', 'no such prescription');
    return row;
  }

  async #save(tx: Tx, row: PrescriptionRow): Promise<void> {
    row.version += 1;
    row.updatedAt = tx.now;
    await this.#deps.repository.save(tx, row);
  }

  /** Doctor, patient and pharmacists hear of it. */
  async #event(tx: Tx, row: PrescriptionRow) {
    const [surrounded] = await this.#deps.repository.surround(tx, [row]);
    return { ...subjectOf(row), changes: [change(row, surrounded ? accountsOf(surrounded.around) : [])] };
  }

  async #sign(
    tx: Tx,
    row: PrescriptionRow,
    reviewId: string,
    pharmacist: { id: string; name: string; licence: string },
    checks: SafetyReport,
    decided: Pick<ReviewRecord, 'decision' | 'reason' | 'checklist'>,
  ): Promise<void> {
    const { signatures, signing } = this.#deps;
    const { doctor } = await signatures.of(tx, row.id);
    if (!doctor) throw new AppError('internal', 'reviewed prescription has no doctor’s signature');
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
    await signatures.add(tx, row.id, { role: 'pharmacist', practitionerId: pharmacist.id, ...signature });
  }

  async #tell(
    tx: Tx,
    row: PrescriptionRow,
    type: 'prescription.approved' | 'prescription.rejected',
    reason: RejectionReason | null,
  ): Promise<void> {
    const turnaroundSeconds = row.signedAt ? Math.round((tx.now.getTime() - row.signedAt.getTime()) / 1000) : 0;
    const event = await this.#event(tx, row);
    if (type === 'prescription.approved') await emitEvent(tx, type, { ...event, facts: { turnaroundSeconds } });
    else await emitEvent(tx, type, { ...event, facts: { turnaroundSeconds, reason: reason ?? 'other' } });
  }
}
