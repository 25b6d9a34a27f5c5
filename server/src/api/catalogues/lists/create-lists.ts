import type { ListKind } from '@yunzhen/shared/catalogues/hospital-lists.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { ApiDeps } from '../../core/area-deps.ts';
import { listCheckJob } from './list-check.job.ts';
import { ListKinds, type ListUse } from './list-kinds.ts';
import { ListsRepository } from './lists.repository.ts';
import { registerListRoutes } from './lists.routes.ts';
import { ListsService, listVersionOf } from './lists.service.ts';

/** The list that a hospital uses instead of the built-in one. The same file at two hospitals has the same digest. */
export interface ActiveList {
  readonly digest: string;
  readonly version: string;
  /** Returns the uploaded file. */
  content(): Promise<Buffer>;
}

/** A list that is or was active. */
export interface UsedList extends ActiveList {
  readonly active: boolean;
}

export interface CataloguesArea {
  /** Registers the module that uses lists of this kind; called once for each kind. */
  use(kind: ListKind, use: ListUse): void;
  /** Returns the active list; null for the built-in one. `content` reads in the transaction. */
  active(tx: Tx, kind: ListKind): Promise<ActiveList | null>;
  /** Returns every list that ever was active, most recently activated first. None has `active` while the built-in list is used. */
  used(tx: Tx, kind: ListKind): Promise<UsedList[]>;
}

/** Creates the area of hospitals' own lists: uploaded, checked row by row, activated, withdrawn. */
export function createCataloguesArea(deps: ApiDeps): CataloguesArea {
  const { transactions, jobs, routes } = deps;
  const kinds = new ListKinds();
  const repository = new ListsRepository();
  jobs.define(listCheckJob({ transactions, repository, kinds }));
  registerListRoutes(routes, new ListsService({ transactions, repository, kinds, jobs }));
  const listOf = (tx: Tx, { id, digest }: { id: string; digest: string }): ActiveList => ({
    digest,
    version: listVersionOf(digest),
    content: () => repository.content(tx, id),
  });
  return {
    use: (kind, use) => kinds.use(kind, use),
    active: async (tx, kind) => {
      const found = await repository.active(tx, kind);
      return found && listOf(tx, found);
    },
    used: async (tx, kind) =>
      (await repository.used(tx, kind)).map((found) => ({ ...listOf(tx, found), active: found.active })),
  };
}
