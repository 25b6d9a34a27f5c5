import type { ReviewThread } from '@yunzhen/shared/review/review.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor, ActorContext } from '../../platform/context.ts';
import type { Transactions, Tx } from '../../platform/db/transaction.ts';
import { Service } from '../../platform/service.ts';
import { emitEvent } from '../core/domain-events.ts';
import type { ReviewMessages, TalkedReview } from './review-messages.repository.ts';
import type { ReviewRepository } from './review.repository.ts';

interface ReviewTalkServiceDeps {
  transactions: Transactions;
  reviews: ReviewRepository;
  messages: ReviewMessages;
}

/** Handles the discussion between pharmacist and doctor about a prescription under review. It does not change the review. */
export class ReviewTalkService extends Service<ReviewTalkServiceDeps> {
  /** Returns the discussions of the doctor’s visit; empty for another doctor’s visit. */
  ofVisit(context: ActorContext, visitId: string): Promise<{ items: ReviewThread[] }> {
    return this.deps.transactions.run(context, async (tx) => {
      const { practitionerId } = context.actor;
      const rows = practitionerId ? await this.deps.messages.ofVisit(tx, visitId, practitionerId) : [];
      const items: ReviewThread[] = [];
      for (const row of rows) {
        await tx.auditShown('review.thread-read', { entity: 'review', entityId: row.reviewId }, [row.patientId]);
        items.push(await this.#thread(tx, row));
      }
      if (items.length === 0) await tx.auditShown('review.thread-read', { entity: 'visit', entityId: visitId }, []);
      return { items };
    });
  }

  /** Adds a message: the pharmacist who has taken the review asks, and the doctor answers once there is a question. */
  post(context: ActorContext, reviewId: string, message: { id: string; text: string }): Promise<ReviewThread> {
    return this.deps.transactions.command(context, 'postReviewMessage', async (tx) => {
      await this.deps.reviews.lock(tx, reviewId);
      const row = await this.deps.messages.talked(tx, reviewId);
      const side = row && sideOf(context.actor, row);
      const practitionerId = context.actor.practitionerId;
      if (!row || !side || !practitionerId) throw new AppError('resource.not-found', 'review not found');
      const before = await this.deps.messages.of(tx, reviewId);
      if (before.some(({ id }) => id === message.id)) return this.#thread(tx, row);
      if (!isOpen(row) || (side === 'doctor' && before.length === 0))
        throw new AppError('review.nothing-asked', 'prescription is not under review or has no open question');
      if (!(await this.deps.messages.add(tx, { ...message, reviewId, side, practitionerId })))
        throw new AppError('resource.conflict', 'id belongs to another message');
      const about = { entity: 'review', entityId: reviewId, patientId: row.patientId };
      await tx.audit(side === 'pharmacist' ? 'review.asked' : 'review.answered', about);
      const to = { accountIds: [row.doctorAccountId], roles: ['pharmacist'] };
      await emitEvent(tx, side === 'pharmacist' ? 'review.asked' : 'review.answered', {
        entityId: reviewId,
        visitId: row.visitId,
        changes: [
          { entity: 'review-thread', id: row.visitId, to },
          { entity: 'review', id: reviewId, to: { roles: ['pharmacist'] } },
        ],
      });
      return this.#thread(tx, row);
    });
  }

  async #thread(tx: Tx, row: TalkedReview): Promise<ReviewThread> {
    const { reviewId, prescriptionId, number, questionReason } = row;
    return {
      reviewId,
      prescriptionId,
      number,
      open: isOpen(row),
      questionReason,
      messages: await this.deps.messages.of(tx, reviewId),
    };
  }
}

const isOpen = ({ status }: TalkedReview): boolean => status === 'in-progress' || status === 'requested';

/** Returns the actor’s side. The prescribing doctor is always on the doctor’s side, whatever other roles the account has. */
function sideOf(actor: Actor, row: TalkedReview): 'pharmacist' | 'doctor' | null {
  if (actor.practitionerId === null) return null;
  if (actor.roles.includes('doctor') && row.doctorId === actor.practitionerId) return 'doctor';
  const holds = row.status === 'in-progress' && row.pharmacistId === actor.practitionerId;
  return actor.roles.includes('pharmacist') && holds ? 'pharmacist' : null;
}
