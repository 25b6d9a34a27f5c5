import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type {
  listRecordHolds,
  placeRecordHold,
  RecordHold,
} from '@yunzhen/shared/administration/record-holds.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { HoldRow, RecordHoldsRepository } from './record-holds.repository.ts';

interface RecordHoldsServiceDeps {
  transactions: Transactions;
  holds: RecordHoldsRepository;
}

/** Holds on disputed records, which the administrator protects from deletion. Shows nothing of a record. */
export class RecordHoldsService extends Service<RecordHoldsServiceDeps> {
  list(context: ActorContext, query: QueryOf<typeof listRecordHolds>): Promise<ResponseOf<typeof listRecordHolds>> {
    return this.deps.transactions.run(context, async (tx) => {
      const { cursor, patientId = null, ...rest } = query;
      const rows = await this.deps.holds.list(tx, { ...rest, patientId, after: decodeSortedPlace(cursor) });
      const shown = rows.slice(0, query.limit).map((row) => row.patientId);
      // Also without a hold: the answer says so of the patient.
      if (patientId !== null) shown.push(patientId);
      await tx.auditShown('record.holds-listed', { entity: 'record-hold', entityId: null }, shown);
      return cutPage(rows, query.limit, sortedPlace, ({ sortValue: _, ...row }) => viewOf(row));
    });
  }

  /** Places a hold; returns the existing one when the record already has it. */
  place(context: ActorContext, { patientId, reason }: BodyOf<typeof placeRecordHold>): Promise<RecordHold> {
    return this.deps.transactions.command(context, 'placeRecordHold', async (tx) => {
      const { known, holdId } = await this.deps.holds.openOf(tx, patientId);
      if (!known) throw new AppError('resource.not-found', 'record not found');
      if (holdId !== null) return this.#view(tx, holdId);
      const id = newId();
      await this.deps.holds.place(tx, { id, patientId, reason, by: context.actor.accountId });
      await tx.audit('record.held', { entity: 'record-hold', entityId: id, patientId });
      return this.#view(tx, id);
    });
  }

  lift(context: ActorContext, id: string, reason: string): Promise<RecordHold> {
    return this.deps.transactions.command(context, 'liftRecordHold', async (tx) => {
      const { patientId } = await this.#view(tx, id);
      if (await this.deps.holds.lift(tx, id, reason, context.actor.accountId))
        await tx.audit('record.released', { entity: 'record-hold', entityId: id, patientId });
      return this.#view(tx, id);
    });
  }

  async #view(tx: Tx, id: string): Promise<RecordHold> {
    const row = await this.deps.holds.find(tx, id);
    if (!row) throw new AppError('resource.not-found', 'record hold not found');
    return viewOf(row);
  }
}

const viewOf = (row: HoldRow): RecordHold => ({
  ...row,
  placedAt: row.placedAt.toISOString(),
  liftedAt: row.liftedAt?.toISOString() ?? null,
});
