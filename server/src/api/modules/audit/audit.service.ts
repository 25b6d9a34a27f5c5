import type { QueryOf, ResponseOf } from '@yunzhen/shared/contract/route';
import type { listAuditEvents } from '@yunzhen/shared/contract/audit';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { AuditRepository } from './audit.repository.ts';

/** The audit trail for the administrator. Reading it is itself an event of it. */
export class AuditService {
  readonly #transactions: Transactions;
  readonly #audit: AuditRepository;

  constructor(transactions: Transactions, audit: AuditRepository) {
    this.#transactions = transactions;
    this.#audit = audit;
  }

  list(context: ActorContext, query: QueryOf<typeof listAuditEvents>): Promise<ResponseOf<typeof listAuditEvents>> {
    return this.#transactions.run(context, async (tx) => {
      const { limit, cursor, ...filter } = query;
      const rows = await this.#audit.list(tx, {
        action: filter.action ?? null,
        outcome: filter.outcome ?? null,
        actorId: filter.actorId ?? null,
        patientId: filter.patientId ?? null,
        from: filter.from ?? null,
        to: filter.to ?? null,
        after: decodeCursor(cursor),
        limit: limit + 1,
      });
      await tx.audit('audit.read', { entity: 'audit', entityId: null, patientId: filter.patientId ?? null });
      return cutPage(
        rows,
        limit,
        (row) => row,
        (row) => ({ ...row, at: row.at.toISOString() }),
      );
    });
  }
}
