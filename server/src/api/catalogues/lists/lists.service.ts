import { createHash } from 'node:crypto';
import type {
  HospitalList,
  ListKind,
  listActivations,
  listHospitalLists,
  listRemarks,
} from '@yunzhen/shared/catalogues/hospital-lists.contract';
import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import { listsADay } from '@yunzhen/shared/catalogues/hospital-lists.constants';
import { AppError } from '@yunzhen/shared/core/errors';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { Service } from '../../../platform/service.ts';
import { announceList } from './list-changes.ts';
import type { ListKinds } from './list-kinds.ts';
import type { ListRow, ListsRepository } from './lists.repository.ts';

interface ListsServiceDeps {
  transactions: Transactions;
  repository: ListsRepository;
  kinds: ListKinds;
  jobs: Jobs;
}

/** Lets an administrator manage the hospital’s own lists. A list is used only after it was checked and activated. */
export class ListsService extends Service<ListsServiceDeps> {
  list(
    context: ActorContext,
    kind: ListKind,
    query: QueryOf<typeof listHospitalLists>,
  ): Promise<ResponseOf<typeof listHospitalLists>> {
    return this.deps.transactions.run(context, async (tx) => {
      const asked = { ...query, state: query.state ?? null, after: decodeSortedPlace(query.cursor) };
      const rows = await this.deps.repository.list(tx, kind, asked);
      const active = await this.deps.repository.active(tx, kind);
      const use = this.deps.kinds.of(kind);
      await tx.audit('list.read', { entity: 'list', entityId: null, details: { kind } });
      return {
        ...cutPage(rows, query.limit, sortedPlace, (row) => viewOf(row, active?.id ?? null)),
        builtIn: { ...use.builtIn(), active: active === null },
        columns: use.columnNotes.map(({ name, needed, text }) => ({ name, needed, text })),
        sample: use.sample,
      };
    });
  }

  read(context: ActorContext, kind: ListKind, id: string): Promise<HospitalList> {
    return this.deps.transactions.run(context, (tx) => this.#view(tx, kind, id));
  }

  /** Stores the file and queues its check. A retry with the same file and id returns the existing list. Throws `list.too-many`. */
  upload(context: ActorContext, kind: ListKind, id: string, fileName: string, content: Buffer): Promise<HospitalList> {
    return this.deps.transactions.run(context, async (tx) => {
      const sha256 = createHash('sha256').update(content).digest();
      const uploadedBy = context.actor.accountId;
      const made = await this.deps.repository.insert(tx, { id, kind, fileName, sha256, content, uploadedBy });
      if (!made) {
        const before = await this.#view(tx, kind, id);
        if (!before.version.endsWith(sha256.toString('hex').slice(0, 12)))
          throw new AppError('resource.conflict', 'list id belongs to another file');
        return before;
      }
      // Counted with this one.
      if ((await this.deps.repository.uploadedSince(tx, new Date(tx.now.getTime() - DAY_MS))) > listsADay)
        throw new AppError('list.too-many', 'hospital has uploaded the maximum number of lists within a day');
      await this.deps.jobs.enqueue(tx, 'read-list', { hospitalId: tx.hospitalId, listId: id }, id);
      await tx.audit('list.uploaded', { entity: 'list', entityId: id, details: { kind, bytes: content.length } });
      await announceList(tx, 'list.uploaded', id);
      return this.#view(tx, kind, id);
    });
  }

  cancel(context: ActorContext, kind: ListKind, id: string): Promise<HospitalList> {
    return this.deps.transactions.run(context, async (tx) => {
      await this.#require(tx, kind, id);
      const row = await this.deps.repository.lock(tx, id);
      if (row?.state === 'reading') {
        await this.deps.repository.cancel(tx, id);
        await tx.audit('list.cancelled', { entity: 'list', entityId: id });
        await announceList(tx, 'list.cancelled', id);
      }
      return this.#view(tx, kind, id);
    });
  }

  remarks(
    context: ActorContext,
    kind: ListKind,
    id: string,
    { cursor, ...query }: QueryOf<typeof listRemarks>,
  ): Promise<ResponseOf<typeof listRemarks>> {
    return this.deps.transactions.run(context, async (tx) => {
      await this.#require(tx, kind, id);
      const asked = { ...query, outcome: query.outcome ?? null, after: decodeSortedPlace(cursor) };
      const rows = await this.deps.repository.remarks(tx, id, asked);
      return cutPage(rows, query.limit, sortedPlace, ({ at, line, column, refused, text, value }) => {
        return { at, line, column, refused, text, value };
      });
    });
  }

  /** Activates a list, or with null the built-in one. Idempotent. */
  activate(context: ActorContext, kind: ListKind, listId: string | null): Promise<{ active: string | null }> {
    return this.deps.transactions.command(context, 'activateHospitalList', async (tx) => {
      await this.deps.repository.lockActivation(tx, kind);
      if (listId !== null) {
        const row = await this.#require(tx, kind, listId);
        if (row.state !== 'ready')
          throw new AppError('list.not-ready', 'only a list that was read without errors can be activated');
      }
      const before = await this.deps.repository.active(tx, kind);
      if ((before?.id ?? null) !== listId) {
        await this.deps.repository.activate(tx, kind, listId, context.actor.accountId);
        await tx.audit('list.activated', { entity: 'list', entityId: listId, details: { kind } });
        await announceList(tx, 'list.activated', listId ?? tx.hospitalId);
      }
      return { active: listId };
    });
  }

  activations(
    context: ActorContext,
    kind: ListKind,
    { cursor, ...asked }: QueryOf<typeof listActivations>,
  ): Promise<ResponseOf<typeof listActivations>> {
    return this.deps.transactions.run(context, async (tx) => {
      const rows = await this.deps.repository.activations(tx, kind, { ...asked, after: decodeSortedPlace(cursor) });
      return cutPage(rows, asked.limit, sortedPlace, ({ id, at, by, listId, fileName }) => {
        return { id, at: at.toISOString(), by, listId, fileName };
      });
    });
  }

  async #view(tx: Tx, kind: ListKind, id: string): Promise<HospitalList> {
    const row = await this.#require(tx, kind, id);
    return viewOf(row, (await this.deps.repository.active(tx, kind))?.id ?? null);
  }

  async #require(tx: Tx, kind: ListKind, id: string): Promise<ListRow> {
    const row = await this.deps.repository.find(tx, kind, id);
    if (!row) throw new AppError('resource.not-found', 'list not found');
    return row;
  }
}

/** Returns the data version named in answers and checks: the start of the file’s digest. */
export function listVersionOf(digest: string): string {
  return `own-${digest.slice(0, 12)}`;
}

function viewOf({ digest, uploadedAt, ...row }: ListRow, active: string | null): HospitalList {
  const { id, kind, fileName, state, share, accepted, refused, reserved, failure, uploadedBy } = row;
  return {
    id,
    kind,
    fileName,
    state,
    share,
    accepted,
    refused,
    reserved,
    failure,
    uploadedBy,
    uploadedAt: uploadedAt.toISOString(),
    version: listVersionOf(digest),
    active: id === active,
  };
}
