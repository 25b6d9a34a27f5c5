import type { SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { safetyChecks } from '@yunzhen/shared/prescribing/prescribing.constants';
import type { BodyOf } from '@yunzhen/shared/core/route';
import type { approveReview, rejectReview, Review, ReviewDetail } from '@yunzhen/shared/review/review.contract';
import { reviewMachine } from '@yunzhen/shared/prescribing/prescription';
import { checklistComplete, checklistMatches } from '@yunzhen/shared/review/review-checklist';
import { AppError } from '@yunzhen/shared/core/errors';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { systemContext, type Actor, type ActorContext } from '../../platform/context.ts';
import { cutPage, decodeCursor } from '../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { runEach } from '../../platform/run-each.ts';
import { Service } from '../../platform/service.ts';
import { emitEvent } from '../core/domain-events.ts';
import type { PrescribingArea, PrescriptionRow } from '../prescribing/index.ts';
import type { Notify } from '../notifications/index.ts';
import { notifyOfDecision } from './decision-notice.ts';
import { assertNotAnothers, assertNotOwn, assertQuestionSettled, pharmacistOf } from './review.policy.ts';
import type { ReviewMessages, TalkedReview } from './review-messages.repository.ts';
import type { ListedReview, PharmacistFacts, ReviewRepository } from './review.repository.ts';
import type { ReviewRow } from './review.entity.ts';
import { toReview } from './review.view.ts';

interface ReviewServiceDeps {
  transactions: Transactions;
  reviews: ReviewRepository;
  prescribing: PrescribingArea;
  messages: ReviewMessages;
  confirmSigner(tx: Tx, actor: Actor): Promise<void>;
  notify: Notify['notify'];
}

type ReviewAction =
  | 'review.started'
  | 'review.released'
  | 'review.returned'
  | 'review.taken-over'
  | 'review.approved'
  | 'review.rejected';

/** Milliseconds that a review stays taken without a heartbeat of its pharmacist’s page. */
export const heldForMs = 10 * MINUTE_MS;

type Decide = (tx: Tx, pharmacist: PharmacistFacts, row: ReviewRow, report: SafetyReport) => Promise<void>;

/** Manages the pharmacist’s queue and decisions. */
export class ReviewService extends Service<ReviewServiceDeps> {
  /** Creates the review in the transaction that signs the prescription. */
  async request(tx: Tx, prescription: PrescriptionRow): Promise<void> {
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
      heldUntil: null,
      checklist: null,
      questionReason: null,
      takenOverFrom: null,
      takenOverBy: null,
      takenOverReason: null,
      takenOverAt: null,
    };
    await this.deps.reviews.insert(tx, row);
    await this.#announce(tx, row);
  }

  /** Withdraws the review of a cancelled or expired prescription. */
  async withdraw(tx: Tx, prescription: PrescriptionRow): Promise<void> {
    const row = await this.deps.reviews.lockOfPrescription(tx, prescription.id);
    if (!row || !reviewMachine.can(row.status, 'cancel')) return;
    row.status = reviewMachine.next(row.status, 'cancel');
    await this.#save(tx, row);
  }

  list(
    context: ActorContext,
    query: { limit: number; cursor?: string | undefined; state: 'open' | 'decided' },
  ): Promise<{ items: Review[]; next: string | null }> {
    return this.deps.transactions.run(context, async (tx) => {
      const place = decodeCursor(query.cursor);
      const open = query.state === 'open';
      const rows = open
        ? await this.deps.reviews.open(tx, query.limit, place)
        : await this.deps.reviews.decided(tx, query.limit, place);
      const { items, next } = cutPage(
        rows,
        query.limit,
        (row) =>
          open
            ? { at: row.requestedAt, id: row.id, rank: row.patientInCall ? 0 : 1 }
            : { at: row.decidedAt ?? row.requestedAt, id: row.id },
        (row) => row,
      );
      const about = { entity: 'review-list', entityId: null, details: { count: items.length, state: query.state } };
      await tx.auditShown(
        'review.listed',
        about,
        items.map(({ patientId }) => patientId),
      );
      return { items: await this.#views(tx, items), next };
    });
  }

  read(context: ActorContext, id: string): Promise<ReviewDetail> {
    return this.deps.transactions.run(context, async (tx) => {
      const listed = await this.#listed(tx, id);
      const [review] = await this.#views(tx, [listed]);
      if (!review) throw new AppError('resource.not-found', 'review not found');
      const { facts, report } = await this.deps.prescribing.examine(tx, listed.prescriptionId);
      const names = await this.deps.prescribing.statedNames(tx, facts.medicines);
      const allergens = await this.deps.prescribing.allergyNames(tx, facts.allergies);
      await tx.audit('review.read', { entity: 'review', entityId: id, patientId: listed.patientId });
      return {
        ...review,
        patientFacts: {
          allergies: facts.allergies.map(({ substance, reaction, severity }, place) => ({
            substance,
            names: allergens[place] ?? [],
            reaction,
            severity,
          })),
          allergiesStated: facts.allergiesStated,
          conditions: facts.conditions.map(({ title }) => title),
          medicines: facts.medicines.map(({ text, dosage }, place) => ({ text, dosage, names: names[place] ?? [] })),
          prescribed: await this.deps.prescribing.activeMedicines(tx, listed.patientId, listed.prescriptionId),
          safetyFacts: facts.safetyFacts,
        },
        messages: await this.deps.messages.of(tx, id),
        safetyNow: report,
      };
    });
  }

  start(context: ActorContext, id: string): Promise<Review> {
    return this.#change(context, 'startReview', id, async (tx, row, pharmacistId) => {
      if (row.status === 'in-progress') return this.#hold(tx, row);
      row.status = reviewMachine.next(row.status, 'start');
      row.startedAt = tx.now;
      row.heldUntil = new Date(tx.now.getTime() + heldForMs);
      row.pharmacistId = pharmacistId;
      await this.deps.prescribing.decisions.start(tx, row.prescriptionId, pharmacistId);
      await this.#save(tx, row);
      await this.#audit(tx, 'review.started', row);
    });
  }

  /** Extends the reservation on a heartbeat of the pharmacist’s page. */
  async #hold(tx: Tx, row: ReviewRow): Promise<void> {
    row.heldUntil = new Date(tx.now.getTime() + heldForMs);
    await this.deps.reviews.save(tx, row);
  }

  release(context: ActorContext, id: string): Promise<Review> {
    return this.#change(context, 'releaseReview', id, async (tx, row) => {
      if (row.status === 'requested') return;
      await this.#giveBack(tx, row);
      await this.#audit(tx, 'review.released', row);
    });
  }

  async #giveBack(tx: Tx, row: ReviewRow): Promise<void> {
    row.status = reviewMachine.next(row.status, 'release');
    row.startedAt = null;
    row.pharmacistId = null;
    row.heldUntil = null;
    await this.deps.prescribing.decisions.release(tx, row.prescriptionId);
    await this.#save(tx, row);
  }

  /** Returns abandoned reviews to the queue. `cause` takes the place of the request id. */
  async returnAbandoned(hospitalId: string, cause: string): Promise<void> {
    const { transactions, reviews } = this.deps;
    const context = systemContext(hospitalId, cause);
    const giveBack = async (tx: Tx, id: string) => {
      const row = await reviews.lock(tx, id);
      if (row?.status !== 'in-progress' || !row.heldUntil || row.heldUntil > tx.now) return;
      const from = row.pharmacistId;
      await this.#giveBack(tx, row);
      await this.#audit(tx, 'review.returned', row, { from });
    };
    const ids = await transactions.run(context, (tx) => reviews.abandoned(tx));
    await runEach(ids, (id) => transactions.run(context, (tx) => giveBack(tx, id)));
  }

  /** Lets a supervisor take over a colleague’s review; the audit stores the former pharmacist and the reason. */
  takeOver(context: ActorContext, id: string, reason: string): Promise<Review> {
    return this.deps.transactions.command(context, 'takeReviewOver', async (tx) => {
      const pharmacistId = pharmacistOf(context.actor);
      const row = await this.#lock(tx, context, id);
      const from = row.pharmacistId;
      if (from !== pharmacistId || row.status !== 'in-progress') {
        await this.#giveBack(tx, row);
        row.status = reviewMachine.next(row.status, 'start');
        row.startedAt = tx.now;
        row.pharmacistId = pharmacistId;
        row.heldUntil = new Date(tx.now.getTime() + heldForMs);
        row.takenOverFrom = from;
        row.takenOverBy = pharmacistId;
        row.takenOverReason = reason;
        row.takenOverAt = tx.now;
        await this.deps.prescribing.decisions.start(tx, row.prescriptionId, pharmacistId);
        await this.#save(tx, row);
        await this.#audit(tx, 'review.taken-over', row, { from, reason });
      }
      return this.#view(tx, id);
    });
  }

  /**
   * Throws `review.checklist-incomplete` unless all four checks and ten matches are ticked, `review.unchecked-unseen` when a check did not run that
   * the pharmacist’s page does not show as such, and `review.question-open` when the doctor has not answered and no reason is given.
   */
  approve(context: ActorContext, id: string, approval: BodyOf<typeof approveReview>): Promise<Review> {
    const { checklist, notMade, questionReason } = approval;
    return this.#decide(context, id, 'approve', async (tx, pharmacist, row, report) => {
      await this.deps.confirmSigner(tx, context.actor);
      assertQuestionSettled((await this.#listed(tx, id)).lastSide, questionReason);
      if (!checklistComplete(checklist)) throw new AppError('review.checklist-incomplete', 'checklist is not complete');
      const unseen = safetyChecks.find((check) => !report.checks.includes(check) && !notMade.includes(check));
      if (unseen)
        throw new AppError('review.unchecked-unseen', 'a check of the page did not run', { facts: { check: unseen } });
      row.questionReason = questionReason;
      row.checklist = checklistMatches.filter((match) => checklist.includes(match));
      await this.deps.prescribing.decisions.approve(tx, row.id, row.prescriptionId, pharmacist, report, row.checklist);
    });
  }

  reject(context: ActorContext, id: string, rejection: BodyOf<typeof rejectReview>): Promise<Review> {
    return this.#decide(context, id, 'reject', (tx, pharmacist, row, report) =>
      this.deps.prescribing.decisions.reject(tx, row.id, row.prescriptionId, pharmacist, report, rejection),
    );
  }

  #decide(context: ActorContext, id: string, command: 'approve' | 'reject', decide: Decide): Promise<Review> {
    return this.#change(context, `${command}Review`, id, async (tx, row, pharmacistId) => {
      if (reviewMachine.isDone(row.status, command) && row.pharmacistId === pharmacistId) return;
      const status = reviewMachine.next(row.status, command);
      const pharmacist = await this.deps.reviews.pharmacist(tx, pharmacistId);
      if (!pharmacist) throw new AppError('auth.forbidden', 'account has no pharmacist record');
      const { report } = await this.deps.prescribing.examine(tx, row.prescriptionId);
      await decide(tx, pharmacist, row, report);
      row.status = status;
      row.decidedAt = tx.now;
      row.heldUntil = null;
      await this.#save(tx, row);
      const details = row.questionReason === null ? {} : { questionReason: row.questionReason };
      await this.#audit(tx, command === 'approve' ? 'review.approved' : 'review.rejected', row, details);
      await notifyOfDecision(this.deps, tx, command, await this.#listed(tx, id));
    });
  }

  /** Locks the review, checks its owner, changes it and returns its new state. */
  #change(
    context: ActorContext,
    name: string,
    id: string,
    work: (tx: Tx, row: ReviewRow, pharmacistId: string) => Promise<void>,
  ): Promise<Review> {
    return this.deps.transactions.command(context, name, async (tx) => {
      const pharmacistId = pharmacistOf(context.actor);
      const row = await this.#lock(tx, context, id);
      assertNotAnothers(pharmacistId, row);
      await work(tx, row, pharmacistId);
      return this.#view(tx, id);
    });
  }

  async #lock(tx: Tx, context: ActorContext, id: string): Promise<ReviewRow> {
    const row = await this.deps.reviews.lock(tx, id);
    if (!row) throw new AppError('resource.not-found', 'review not found');
    assertNotOwn(context.actor, await this.#listed(tx, id));
    return row;
  }

  async #view(tx: Tx, id: string): Promise<Review> {
    const [review] = await this.#views(tx, [await this.#listed(tx, id)]);
    if (!review) throw new AppError('resource.not-found', 'review not found');
    return review;
  }

  async #listed(tx: Tx, id: string): Promise<ListedReview> {
    const row = await this.deps.reviews.listed(tx, id);
    if (!row) throw new AppError('resource.not-found', 'review not found');
    return row;
  }

  async #views(tx: Tx, rows: readonly ListedReview[]): Promise<Review[]> {
    const prescriptions = await this.deps.prescribing.views(
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
    await this.deps.reviews.save(tx, row);
    await this.#announce(tx, row);
  }

  /** Refreshes every pharmacist’s queue and, once it is decided, the questions on the doctor’s page. */
  async #announce(tx: Tx, row: ReviewRow): Promise<void> {
    const talked = row.decidedAt === null ? null : await this.deps.messages.talked(tx, row.id);
    await emitEvent(tx, `review.${row.status}`, {
      entityId: row.id,
      changes: [
        { entity: 'review', id: row.id, version: row.version, to: { roles: ['pharmacist'] } },
        ...(talked ? [threadChange(talked)] : []),
      ],
    });
  }

  async #audit(
    tx: Tx,
    action: ReviewAction,
    row: ReviewRow,
    details: Record<string, string | null> = {},
  ): Promise<void> {
    const listed = await this.#listed(tx, row.id);
    await tx.audit(action, {
      entity: 'review',
      entityId: row.id,
      patientId: listed.patientId,
      details: { prescriptionId: row.prescriptionId, ...details },
    });
  }
}

const threadChange = ({ visitId, doctorAccountId }: TalkedReview) =>
  ({ entity: 'review-thread', id: visitId, to: { accountIds: [doctorAccountId] } }) as const;
