import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type {
  listRatingComments,
  listUnratedVisits,
  rateVisit,
  VisitRating,
} from '@yunzhen/shared/visits/ratings.contract';
import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import { ratingChangeDays, ratingOfferedDays } from '@yunzhen/shared/visits/rating';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { CareService } from '../care.service.ts';
import type { VisitFacts } from '../visit-facts.ts';
import type { RatingCommentsRepository } from './rating-comments.repository.ts';
import type { GivenRating, RatingsRepository } from './ratings.repository.ts';
import type { VisitRatingRow } from './visit-rating.entity.ts';
import { patientOf } from '../../core/actor.ts';

interface RatingsServiceDeps {
  transactions: Transactions;
  visits: Pick<CareService, 'getVisit' | 'holdVisit'>;
  ratings: RatingsRepository;
  comments: RatingCommentsRepository;
}

/** Stores ratings of completed visits and shows their comments to staff. */
export class RatingsService extends Service<RatingsServiceDeps> {
  read(context: ActorContext, visitId: string): Promise<VisitRating> {
    const { transactions, visits, ratings } = this.deps;
    return transactions.run(context, async (tx) => {
      const visit = ownVisit(context.actor, await visits.getVisit(tx, visitId));
      await tx.audit('rating.read', { entity: 'rating', entityId: visitId, patientId: visit.patientId });
      return toView(visit, await ratings.find(tx, visitId), tx.now);
    });
  }

  /**
   * Stores the first rating of a visit or a correction. The same content returns the stored rating, whatever the version. Throws `resource.not-found`
   * without access, `resource.stale`, and `rating.closed` for a visit that was not completed or a rating older than a week.
   */
  rate(context: ActorContext, visitId: string, version: number, body: BodyOf<typeof rateVisit>): Promise<VisitRating> {
    const { transactions, visits, ratings } = this.deps;
    return transactions.run(context, async (tx) => {
      const visit = ownVisit(context.actor, await visits.holdVisit(tx, visitId));
      const { accountId } = context.actor;
      const { practitionerId, departmentId } = visit;
      const row = { ...body, visitId, practitionerId, departmentId, accountId };
      let before = await ratings.lock(tx, visitId);
      if (before === null && mayChange(visit, null, tx.now) && version === 0) {
        if (await ratings.insert(tx, row)) {
          await this.#record(tx, visit, practitionerId, null, body);
          return toView(visit, await ratings.find(tx, visitId), tx.now);
        }
        // A concurrent request inserted the rating first.
        before = await ratings.lock(tx, visitId);
      }
      if (before && isSame(before, body)) return toView(visit, before, tx.now);
      if (!mayChange(visit, before, tx.now)) throw new AppError('rating.closed', 'visit cannot be rated now');
      const current = before?.version ?? 0;
      if (current !== version || !before)
        throw new AppError('resource.stale', 'rating version is outdated', { facts: { version: current } });
      await ratings.correct(tx, visitId, accountId, body);
      await this.#record(tx, visit, before.practitionerId, before, body);
      return toView(visit, await ratings.find(tx, visitId), tx.now);
    });
  }

  /** Updates the doctor’s sum and records audit event and domain event. Statistics use the latest event of a visit. */
  async #record(
    tx: Tx,
    visit: VisitFacts,
    practitionerId: string,
    before: VisitRatingRow | null,
    { care, picture }: GivenRating,
  ): Promise<void> {
    const count = (points: number | null | undefined) => (points === null || points === undefined ? 0 : 1);
    const ratings = count(care) - count(before?.care);
    const points = (care ?? 0) - (before?.care ?? 0);
    if (ratings !== 0 || points !== 0) await this.deps.ratings.addUp(tx, practitionerId, ratings, points);
    const corrects = before !== null;
    await tx.audit('visit.rated', {
      entity: 'rating',
      entityId: visit.id,
      patientId: visit.patientId,
      details: { corrects },
    });
    const to = { accountIds: [...new Set([visit.patientAccountId, tx.context.actor?.accountId])].filter(isThere) };
    await emitEvent(tx, 'visit.rated', {
      entityId: visit.id,
      visitId: visit.id,
      departmentId: visit.departmentId,
      practitionerId,
      facts: { care, picture },
      changes: [{ entity: 'rating', id: visit.id, to }],
    });
  }

  unrated(context: ActorContext): Promise<ResponseOf<typeof listUnratedVisits>> {
    const { transactions, ratings } = this.deps;
    return transactions.run(context, async (tx) => {
      const patientId = patientOf(context.actor);
      const items = await ratings.unrated(tx, patientId, new Date(tx.now.getTime() - ratingOfferedDays * DAY_MS));
      await tx.audit('visit.read', {
        entity: 'visit-list',
        entityId: null,
        patientId,
        details: { unrated: items.length },
      });
      return { items };
    });
  }

  comments(
    context: ActorContext,
    query: QueryOf<typeof listRatingComments>,
  ): Promise<ResponseOf<typeof listRatingComments>> {
    const { transactions, comments } = this.deps;
    return transactions.run(context, async (tx) => {
      const { roles, practitionerId } = context.actor;
      const all = roles.includes('administrator');
      if (!all && practitionerId === null) throw new AppError('auth.forbidden', 'account has no practitioner record');
      const rows = await comments.list(tx, {
        practitionerId: all ? (query.doctorId ?? null) : practitionerId,
        atMost: query.atMost ?? null,
        words: query.q ?? '',
        before: new Date(tx.now.getTime() - ratingChangeDays * DAY_MS),
        after: decodeSortedPlace(query.cursor),
        sort: query.sort,
        order: query.order,
        limit: query.limit,
      });
      const page = cutPage(rows, query.limit, sortedPlace, ({ sortValue: _, ...comment }) => comment);
      await tx.audit('rating.listed', { entity: 'rating', entityId: null, details: { count: page.items.length } });
      return page;
    });
  }
}

const isThere = (id: string | null | undefined): id is string => id !== null && id !== undefined;

function ownVisit(actor: Actor, visit: VisitFacts): VisitFacts {
  if (actor.patientId === null || actor.patientId !== visit.patientId)
    throw new AppError('resource.not-found', 'visit not found');
  return visit;
}

function mayChange(visit: VisitFacts, rating: VisitRatingRow | null, now: Date): boolean {
  return visit.status === 'completed' && (rating === null || now < changeableUntil(rating));
}

function changeableUntil({ ratedAt }: VisitRatingRow): Date {
  return new Date(ratedAt.getTime() + ratingChangeDays * DAY_MS);
}

function isSame(row: VisitRatingRow, body: GivenRating): boolean {
  const { care, picture, comment } = row;
  return (
    care === body.care &&
    picture === body.picture &&
    comment === body.comment &&
    row.reasons.toSorted().join() === body.reasons.toSorted().join()
  );
}

function toView(visit: VisitFacts, row: VisitRatingRow | null, now: Date): VisitRating {
  return {
    version: row?.version ?? 0,
    open: mayChange(visit, row, now),
    changeableUntil: row ? changeableUntil(row).toISOString() : null,
    given: row && { care: row.care, picture: row.picture, reasons: [...row.reasons], comment: row.comment },
  };
}
