import { createHash } from 'node:crypto';
import type {
  HospitalList,
  ListKind,
  listActivations,
  listHospitalLists,
  listRemarks,
} from '@yunzhen/shared/contract/hospital-lists';
import type { QueryOf, ResponseOf } from '@yunzhen/shared/contract/route';
import { AppError } from '@yunzhen/shared/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { announceList } from './list-changes.ts';
import type { ListKinds } from './list-kinds.ts';
import type { ListRow, ListsRepository } from './lists.repository.ts';

/** What an administrator does with the hospital’s own lists. Nothing is in use before it was read and activated. */
export class ListsService {
  readonly #transactions: Transactions;
  readonly #repository: ListsRepository;
  readonly #kinds: ListKinds;
  readonly #jobs: Jobs;

  constructor(parts: { transactions: Transactions; repository: ListsRepository; kinds: ListKinds; jobs: Jobs }) {
    this.#transactions = parts.transactions;
    this.#repository = parts.repository;
    this.#kinds = parts.kinds;
    this.#jobs = parts.jobs;
  }

  list(
    context: ActorContext,
    kind: ListKind,
    query: QueryOf<typeof listHospitalLists>,
  ): Promise<ResponseOf<typeof listHospitalLists>> {
    return this.#transactions.run(context, async (tx) => {
      const rows = await this.#repository.list(tx, kind, query.limit, decodeCursor(query.cursor));
      const active = await this.#repository.active(tx, kind);
      const { builtIn, columnNotes, sample } = this.#kinds.of(kind);
      await tx.audit('list.read', { entity: 'list', entityId: null, details: { kind } });
      return {
        ...cutPage(
          rows,
          query.limit,
          (row) => ({ at: row.uploadedAt, id: row.id }),
          (row) => viewOf(row, active?.id ?? null),
        ),
        builtIn: { ...builtIn, active: active === null },
        columns: columnNotes.map(({ name, needed, text }) => ({ name, needed, text })),
        sample,
      };
    });
  }

  read(context: ActorContext, kind: ListKind, id: string): Promise<HospitalList> {
    return this.#transactions.run(context, (tx) => this.#view(tx, kind, id));
  }

  /** Keeps the file and has it read. The same file under the same id again gets the list that it made. */
  upload(context: ActorContext, kind: ListKind, id: string, fileName: string, content: Buffer): Promise<HospitalList> {
    return this.#transactions.run(context, async (tx) => {
      const sha256 = createHash('sha256').update(content).digest();
      const uploadedBy = context.actor.accountId;
      const made = await this.#repository.insert(tx, { id, kind, fileName, sha256, content, uploadedBy });
      if (!made) {
        const before = await this.#view(tx, kind, id);
        if (!before.version.endsWith(sha256.toString('hex').slice(0, 12)))
          throw new AppError('resource.conflict', 'another file has this id');
        return before;
      }
      await this.#jobs.enqueue(tx, 'read-list', { hospitalId: tx.hospitalId, listId: id }, id);
      await tx.audit('list.uploaded', { entity: 'list', entityId: id, details: { kind, bytes: content.length } });
      await announceList(tx, 'list.uploaded', id);
      return this.#view(tx, kind, id);
    });
  }

  cancel(context: ActorContext, kind: ListKind, id: string): Promise<HospitalList> {
    return this.#transactions.run(context, async (tx) => {
      await this.#require(tx, kind, id);
      const row = await this.#repository.lock(tx, id);
      if (row?.state === 'reading') {
        await this.#repository.cancel(tx, id);
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
    { after, limit }: QueryOf<typeof listRemarks>,
  ): Promise<ResponseOf<typeof listRemarks>> {
    return this.#transactions.run(context, async (tx) => {
      await this.#require(tx, kind, id);
      const rows = await this.#repository.remarks(tx, id, after, limit);
      const items = rows.slice(0, limit);
      return { items, next: rows.length > limit ? (items.at(-1)?.at ?? null) : null };
    });
  }

  /** Puts a list to use, or with null the built-in one. Doing so again changes nothing. */
  activate(context: ActorContext, kind: ListKind, listId: string | null): Promise<{ active: string | null }> {
    return this.#transactions.command(context, 'activateHospitalList', async (tx) => {
      await this.#repository.lockActivation(tx, kind);
      if (listId !== null) {
        const row = await this.#require(tx, kind, listId);
        if (row.state !== 'ready') throw new AppError('list.not-ready', 'only a list that was read can be used');
      }
      const before = await this.#repository.active(tx, kind);
      if ((before?.id ?? null) !== listId) {
        await this.#repository.activate(tx, kind, listId, context.actor.accountId);
        await tx.audit('list.activated', { entity: 'list', entityId: listId, details: { kind } });
        await announceList(tx, 'list.activated', listId ?? tx.hospitalId);
      }
      return { active: listId };
    });
  }

  activations(
    context: ActorContext,
    kind: ListKind,
    query: QueryOf<typeof listActivations>,
  ): Promise<ResponseOf<typeof listActivations>> {
    return this.#transactions.run(context, async (tx) =>
      cutPage(
        await this.#repository.activations(tx, kind, query.limit, decodeCursor(query.cursor)),
        query.limit,
        (row) => ({ at: row.at, id: row.id }),
        (row) => ({ ...row, at: row.at.toISOString() }),
      ),
    );
  }

  async #view(tx: Tx, kind: ListKind, id: string): Promise<HospitalList> {
    const row = await this.#require(tx, kind, id);
    return viewOf(row, (await this.#repository.active(tx, kind))?.id ?? null);
  }

  async #require(tx: Tx, kind: ListKind, id: string): Promise<ListRow> {
    const row = await this.#repository.find(tx, kind, id);
    if (!row) throw new AppError('resource.not-found', 'no such list of this hospital');
    return row;
  }
}

/** The data version that answers and checks name: the day of the upload and the beginning of the file’s digest. */
export function listVersionOf(digest: string): string {
  return `own-${digest.slice(0, 12)}`;
}

function viewOf(row: ListRow, active: string | null): HospitalList {
  const { digest, uploadedAt, ...rest } = row;
  return { ...rest, uploadedAt: uploadedAt.toISOString(), version: listVersionOf(digest), active: row.id === active };
}
