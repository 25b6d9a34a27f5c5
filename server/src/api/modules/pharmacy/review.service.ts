import type { SafetyReport } from '@yunzhen/shared/contract/prescribing';
import type { Review, ReviewDetail } from '@yunzhen/shared/contract/review';
import { reviewMachine, type RejectionReason } from '@yunzhen/shared/domain/prescription';
import { AppError } from '@yunzhen/shared/errors';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import type { PrescribingModule, PrescriptionRow } from '../prescribing/index.ts';
import { assertNotAnothers, assertNotOwn, pharmacistOf } from './review.policy.ts';
import type { ListedReview, PharmacistFacts, ReviewRepository } from './review.repository.ts';
import type { ReviewRow } from './review.entity.ts';
import { toReview } from './review.view.ts';

interface Parts {
  transactions: Transactions;
  reviews: ReviewRepository;
  prescribing: PrescribingModule;
  confirmSigner(tx: Tx, actor: Actor): Promise<void>;
}

type Decide = (tx: Tx, pharmacist: PharmacistFacts, row: ReviewRow, report: SafetyReport) => Promise<void>;

/** The pharmacist’s queue and decisions. A review begins in the transaction that signs the prescription. */
export class ReviewService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.prescribing.addSigningHooks({
      signed: (tx, prescription) => this.#request(tx, prescription),
      cancelled: (tx, prescription) => this.#withdraw(tx, prescription),
      expired: (tx, prescription) => this.#withdraw(tx, prescription),
    });
  }

  async #request(tx: Tx, prescription: PrescriptionRow): Promise<void> {
    const row: ReviewRow = {
      id: newId(),
      hospitalId: tx.hospitalId,
      prescriptionId: prescription.id,
      status: reviewMachine.initial,
      version: 1,
      requestedAt: tx.now,
      startedAt: null,
      decidedAt: null,
      pharmacistId: null,
    };
    await this.#parts.reviews.insert(tx, row);
    await this.#tell(tx, row);
  }

  async #withdraw(tx: Tx, prescription: PrescriptionRow): Promise<void> {
    const row = await this.#parts.reviews.lockOfPrescription(tx, prescription.id);
    if (!row || !reviewMachine.can(row.status, 'cancel')) return;
    row.status = reviewMachine.next(row.status, 'cancel');
    await this.#save(tx, row);
  }

  list(
    context: ActorContext,
    query: { limit: number; cursor?: string | undefined; state: 'open' | 'decided' },
  ): Promise<{ items: Review[]; next: string | null }> {
    return this.#parts.transactions.run(context, async (tx) => {
      const place = decodeCursor(query.cursor);
      const open = query.state === 'open';
      const rows = open
        ? await this.#parts.reviews.open(tx, query.limit, place)
        : await this.#parts.reviews.decided(tx, query.limit, place);
      const { items, next } = cutPage(
        rows,
        query.limit,
        (row) =>
          open
            ? { at: row.requestedAt, id: row.id, rank: row.patientInCall ? 0 : 1 }
            : { at: row.decidedAt ?? row.requestedAt, id: row.id },
        (row) => row,
      );
      await tx.audit('review.listed', {
        entity: 'review-list',
        entityId: null,
        details: { count: items.length, state: query.state },
      });
      return { items: await this.#views(tx, items), next };
    });
  }

  read(context: ActorContext, id: string): Promise<ReviewDetail> {
    return this.#parts.transactions.run(context, async (tx) => {
      const listed = await this.#listed(tx, id);
      const [review] = await this.#views(tx, [listed]);
      if (!review) throw new AppError('resource.not-found', 'no such review');
      const { facts, report } = await this.#parts.prescribing.examine(tx, listed.prescriptionId);
      await tx.audit('review.read', { entity: 'review', entityId: id, patientId: listed.patientId });
      return {
        ...review,
        patientFacts: {
          allergies: facts.allergies.map(({ substance, reaction, severity }) => ({ substance, reaction, severity })),
          allergiesStated: facts.allergiesStated,
          conditions: facts.conditions.map(({ title }) => title),
          medicines: facts.medicines.map(({ text, dosage }) => ({ text, dosage })),
          safetyFacts: facts.safetyFacts,
        },
        safetyNow: report,
      };
    });
  }

  start(context: ActorContext, id: string): Promise<Review> {
    return this.#change(context, 'startReview', id, async (tx, row, pharmacistId) => {
      if (row.status === 'in-progress') return;
      row.status = reviewMachine.next(row.status, 'start');
      row.startedAt = tx.now;
      row.pharmacistId = pharmacistId;
      await this.#parts.prescribing.decisions.start(tx, row.prescriptionId, pharmacistId);
      await this.#save(tx, row);
      await this.#audit(tx, 'review.started', row);
    });
  }

  release(context: ActorContext, id: string): Promise<Review> {
    return this.#change(context, 'releaseReview', id, async (tx, row) => {
      if (row.status === 'requested') return;
      row.status = reviewMachine.next(row.status, 'release');
      row.startedAt = null;
      row.pharmacistId = null;
      await this.#parts.prescribing.decisions.release(tx, row.prescriptionId);
      await this.#save(tx, row);
      await this.#audit(tx, 'review.released', row);
    });
  }

  approve(context: ActorContext, id: string): Promise<Review> {
    return this.#decide(context, id, 'approve', async (tx, pharmacist, row, report) => {
      await this.#parts.confirmSigner(tx, context.actor);
      await this.#parts.prescribing.decisions.approve(tx, row.id, row.prescriptionId, pharmacist, report);
    });
  }

  reject(context: ActorContext, id: string, rejection: { reason: RejectionReason; text: string }): Promise<Review> {
    return this.#decide(context, id, 'reject', (tx, pharmacist, row, report) =>
      this.#parts.prescribing.decisions.reject(tx, row.id, row.prescriptionId, pharmacist, report, rejection),
    );
  }

  #decide(context: ActorContext, id: string, command: 'approve' | 'reject', decide: Decide): Promise<Review> {
    return this.#change(context, `${command}Review`, id, async (tx, row, pharmacistId) => {
      if (reviewMachine.isDone(row.status, command) && row.pharmacistId === pharmacistId) return;
      const status = reviewMachine.next(row.status, command);
      const pharmacist = await this.#parts.reviews.pharmacist(tx, pharmacistId);
      if (!pharmacist) throw new AppError('auth.forbidden', 'no pharmacist record');
      const { report } = await this.#parts.prescribing.examine(tx, row.prescriptionId);
      await decide(tx, pharmacist, row, report);
      row.status = status;
      row.decidedAt = tx.now;
      await this.#save(tx, row);
      await this.#audit(tx, command === 'approve' ? 'review.approved' : 'review.rejected', row);
    });
  }

  /** Locks the review, checks whose it is, changes it, and answers with what it is now. */
  #change(
    context: ActorContext,
    name: string,
    id: string,
    work: (tx: Tx, row: ReviewRow, pharmacistId: string) => Promise<void>,
  ): Promise<Review> {
    return this.#parts.transactions.command(context, name, async (tx) => {
      const pharmacistId = pharmacistOf(context.actor);
      const row = await this.#parts.reviews.lock(tx, id);
      if (!row) throw new AppError('resource.not-found', 'no such review');
      assertNotOwn(context.actor, await this.#listed(tx, id));
      assertNotAnothers(pharmacistId, row);
      await work(tx, row, pharmacistId);
      const [review] = await this.#views(tx, [await this.#listed(tx, id)]);
      if (!review) throw new AppError('resource.not-found', 'no such review');
      return review;
    });
  }

  async #listed(tx: Tx, id: string): Promise<ListedReview> {
    const row = await this.#parts.reviews.listed(tx, id);
    if (!row) throw new AppError('resource.not-found', 'no such review');
    return row;
  }

  async #views(tx: Tx, rows: readonly ListedReview[]): Promise<Review[]> {
    const prescriptions = await this.#parts.prescribing.views(
      tx,
      rows.map((row) => row.prescriptionId),
    );
    const byId = new Map(prescriptions.map((prescription) => [prescription.id, prescription]));
    return rows.flatMap((row) => {
      const prescription = byId.get(row.prescriptionId);
      return prescription ? [toReview(row, prescription)] : [];
    });
  }

  async #save(tx: Tx, row: ReviewRow): Promise<void> {
    row.version += 1;
    await this.#parts.reviews.save(tx, row);
    await this.#tell(tx, row);
  }

  /** Every pharmacist’s queue refreshes. */
  async #tell(tx: Tx, row: ReviewRow): Promise<void> {
    await tx.emit({
      type: `review.${row.status}`,
      entityId: row.id,
      changes: [{ entity: 'review', id: row.id, version: row.version, to: { roles: ['pharmacist'] } }],
    });
  }

  async #audit(
    tx: Tx,
    action: 'review.started' | 'review.released' | 'review.approved' | 'review.rejected',
    row: ReviewRow,
  ): Promise<void> {
    const listed = await this.#listed(tx, row.id);
    await tx.audit(action, {
      entity: 'review',
      entityId: row.id,
      patientId: listed.patientId,
      details: { prescriptionId: row.prescriptionId },
    });
  }
}
