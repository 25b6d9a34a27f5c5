import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { countWork, listWork } from '@yunzhen/shared/visits/worklist.contract';
import { workKinds } from '@yunzhen/shared/visits/worklist.constants';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { WorklistRepository } from './worklist.repository.ts';
import { practitionerOf } from '../../core/actor.ts';

interface WorklistServiceDeps {
  transactions: Transactions;
  work: WorklistRepository;
}

/** Lists a doctor’s own work. */
export class WorklistService extends Service<WorklistServiceDeps> {
  list(context: ActorContext, query: QueryOf<typeof listWork>): Promise<ResponseOf<typeof listWork>> {
    return this.deps.transactions.run(context, async (tx) => {
      const practitionerId = practitionerOf(context.actor);
      const rows = await this.deps.work.list(tx, practitionerId, {
        kind: query.kind ?? null,
        name: query.q,
        limit: query.limit,
        after: decodeSortedPlace(query.cursor),
      });
      const found = cutPage(rows, query.limit, sortedPlace, ({ sortValue: _, at, ...row }) => ({
        ...row,
        at: at.toISOString(),
      }));
      const about = { entity: 'practitioner', entityId: practitionerId, details: { count: found.items.length } };
      await tx.auditShown(
        'queue.work-read',
        about,
        found.items.map(({ patient }) => patient.id),
      );
      return found;
    });
  }

  /** Returns only a number, so it is not audited as access to a patient. */
  count(context: ActorContext): Promise<ResponseOf<typeof countWork>> {
    return this.deps.transactions.run(context, async (tx) => {
      const counted = await this.deps.work.count(tx, practitionerOf(context.actor));
      const kinds = Object.fromEntries(workKinds.map((kind) => [kind, counted.get(kind) ?? 0]));
      return { total: [...counted.values()].reduce((sum, each) => sum + each, 0), kinds } as ResponseOf<
        typeof countWork
      >;
    });
  }
}
