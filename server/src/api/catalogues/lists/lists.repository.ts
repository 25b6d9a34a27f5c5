import { everyText } from '../../../platform/db/every-text.ts';
import type { PersonNames } from '@yunzhen/shared/core/common';
import type { ListKind, ListRemark, ListState } from '@yunzhen/shared/catalogues/hospital-lists.contract';
import type {
  activationSorts,
  hospitalListSorts,
  remarkOutcomes,
  remarkSorts,
} from '@yunzhen/shared/catalogues/hospital-lists.constants';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import { namesOf } from '../../../platform/db/person-names.ts';
import { instantKey, placeValues, sortedBy, type SortedFilter } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import type { ListRemarkRow, ReadingResult } from './read-list.ts';
import { hospitalListActivationEntity } from './hospital-list-activation.entity.ts';
import { hospitalListRemarkEntity } from './hospital-list-remark.entity.ts';
import { hospitalListEntity, type HospitalListRow } from './hospital-list.entity.ts';

export interface ListRow extends Pick<
  HospitalListRow,
  'id' | 'kind' | 'fileName' | 'state' | 'share' | 'accepted' | 'refused' | 'reserved' | 'failure' | 'uploadedAt'
> {
  digest: string;
  uploadedBy: PersonNames;
}

export interface ActivationRow {
  id: string;
  at: Date;
  by: PersonNames;
  listId: string | null;
  fileName: string | null;
}

type Sorted<Row> = Row & { sortValue: string };

const people = `concat_ws(' ', a.display_name, a.display_name_latin)`;
const names = namesOf('a.display_name', 'a.display_name_latin');
const listKeys: Record<(typeof hospitalListSorts)[number], string> = {
  uploaded: instantKey('l.uploaded_at'),
  name: 'lower(l.file_name)',
  taken: `lpad(l.accepted::text, 10, '0')`,
};
/** The built-in list has no file, and sorts before those that do. */
const activationKeys: Record<(typeof activationSorts)[number], string> = {
  at: instantKey('v.activated_at'),
  name: `coalesce(lower(l.file_name), '')`,
};
/** Remarks have no id: line and position together make a unique sort key. */
const place = `lpad(r.line::text, 10, '0') || lpad(r.at::text, 10, '0')`;
const remarkKeys: Record<(typeof remarkSorts)[number], string> = {
  line: place,
  column: `r.column_name || ' ' || ${place}`,
};

const columns = `l.id, l.kind, l.file_name AS "fileName", encode(l.sha256, 'hex') AS digest, l.state, l.share, l.accepted, l.refused,
  l.reserved, l.failure, l.uploaded_at AS "uploadedAt", ${names} AS "uploadedBy"`;
const from = `FROM hospital_list l JOIN account a ON a.id = l.uploaded_by`;

/** Uploaded lists and their activations. */
export class ListsRepository {
  async find(tx: Tx, kind: ListKind, id: string): Promise<ListRow | null> {
    const [row] = await tx.query<ListRow>(`SELECT ${columns} ${from} WHERE l.id = $1 AND l.kind = $2`, [id, kind]);
    return row ?? null;
  }

  lock(tx: Tx, id: string): Promise<Pick<HospitalListRow, 'kind' | 'state'> | null> {
    const select = { id: true, kind: true, state: true };
    return tx.manager.findOne(hospitalListEntity, { select, where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Returns up to one row more than the limit. `q` matches part of the file name, the version or the uploader’s name. */
  list(
    tx: Tx,
    kind: ListKind,
    {
      q,
      sort,
      order,
      after,
      limit,
      state,
    }: SortedFilter<(typeof hospitalListSorts)[number]> & { state: ListState | null },
  ): Promise<Sorted<ListRow>[]> {
    const sorted = sortedBy(listKeys[sort], 'l.id', order, 5);
    return tx.query<Sorted<ListRow>>(
      `SELECT ${columns}, ${sorted.key} AS "sortValue" ${from} WHERE l.kind = $1 AND ($2::text IS NULL OR l.state = $2)
         AND ($3 = '' OR strpos(lower(concat_ws(' ', l.file_name, 'own-' || left(encode(l.sha256, 'hex'), 12), ${people})), lower($3)) > 0)
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $4`,
      [kind, state, q, limit + 1, ...placeValues(after)],
    );
  }

  /** Inserts the list. Returns false when the id exists already. */
  insert(
    tx: Tx,
    row: { id: string; kind: ListKind; fileName: string; sha256: Buffer; content: Buffer; uploadedBy: string },
  ): Promise<boolean> {
    const { hospitalId, now: uploadedAt } = tx;
    return insertUnlessThere(tx, hospitalListEntity, { ...row, hospitalId, state: 'reading', uploadedAt });
  }

  /** Returns how many lists of all kinds the hospital has uploaded since then. */
  async uploadedSince(tx: Tx, since: Date): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM hospital_list WHERE hospital_id = $1 AND uploaded_at > $2',
      [tx.hospitalId, since],
    );
    return row?.count ?? 0;
  }

  async content(tx: Tx, id: string): Promise<Buffer> {
    const row = await tx.manager.findOne(hospitalListEntity, { select: { id: true, content: true }, where: { id } });
    if (!row) throw new Error('list not found');
    return row.content;
  }

  async progress(tx: Tx, id: string, share: number): Promise<void> {
    await tx.manager.update(hospitalListEntity, { id }, { share });
  }

  async finish(tx: Tx, id: string, result: ReadingResult): Promise<void> {
    const { accepted, refused, reserved, failure } = result;
    const read = { share: 1, accepted, refused, reserved, failure };
    await tx.manager.update(hospitalListEntity, { id }, { ...read, state: failure ? 'failed' : 'ready' });
  }

  async cancel(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(hospitalListEntity, { id, state: 'reading' }, { state: 'cancelled' });
  }

  async forgetRemarks(tx: Tx, id: string): Promise<void> {
    await tx.manager.delete(hospitalListRemarkEntity, { listId: id });
  }

  async addRemarks(tx: Tx, listId: string, first: number, remarks: readonly ListRemarkRow[]): Promise<void> {
    if (remarks.length === 0) return;
    await tx.query(
      `INSERT INTO hospital_list_remark (list_id, at, hospital_id, line, column_name, refused, text, value)
       SELECT $1, $2 + r.n, $3, r.line, r.name, r.refused, r.text, r.value
       FROM unnest($4::int[], $5::text[], $6::boolean[], $7::jsonb[], $8::text[]) WITH ORDINALITY AS r(line, name, refused, text, value, n)`,
      [
        listId,
        first,
        tx.hospitalId,
        remarks.map((one) => one.line),
        remarks.map((one) => one.column),
        remarks.map((one) => one.refused),
        remarks.map((one) => JSON.stringify(one.text)),
        remarks.map((one) => one.value),
      ],
    );
  }

  /** Returns up to one row more than the limit. */
  remarks(
    tx: Tx,
    listId: string,
    asked: SortedFilter<(typeof remarkSorts)[number]> & { outcome: (typeof remarkOutcomes)[number] | null },
  ): Promise<Sorted<ListRemark & { id: string; at: number }>[]> {
    const sorted = sortedBy(remarkKeys[asked.sort], 'r.list_id', asked.order, 5);
    return tx.query(
      `SELECT r.list_id AS id, r.at, r.line, r.column_name AS column, r.refused, r.text, r.value, ${sorted.key} AS "sortValue"
       FROM hospital_list_remark r WHERE r.list_id = $1 AND ($2::text IS NULL OR r.refused = ($2 = 'refused'))
         AND ($3 = '' OR r.line::text = $3
           OR strpos(lower(concat_ws(' ', r.column_name, ${everyText('r.text')}, r.value)), lower($3)) > 0)
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $4`,
      [listId, asked.outcome, asked.q, asked.limit + 1, ...placeValues(asked.after)],
    );
  }

  /** Locks activations of this kind in this hospital. */
  async lockActivation(tx: Tx, kind: ListKind): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`list ${tx.hospitalId} ${kind}`]);
  }

  /** Returns the active list; null for the built-in one. */
  async active(tx: Tx, kind: ListKind): Promise<{ id: string; digest: string } | null> {
    const [row] = await tx.query<{ id: string | null; digest: string | null }>(
      `SELECT a.list_id AS id, encode(l.sha256, 'hex') AS digest
       FROM hospital_list_activation a LEFT JOIN hospital_list l ON l.id = a.list_id
       WHERE a.kind = $1 ORDER BY a.activated_at DESC, a.id DESC LIMIT 1`,
      [kind],
    );
    return row?.id && row.digest ? { id: row.id, digest: row.digest } : null;
  }

  /** Returns every list that ever was active, most recently activated first. The same file uploaded twice counts once. */
  used(tx: Tx, kind: ListKind): Promise<{ id: string; digest: string; active: boolean }[]> {
    return tx.query(
      `WITH newest AS (
         SELECT list_id FROM hospital_list_activation WHERE kind = $1 ORDER BY activated_at DESC, id DESC LIMIT 1
       )
       SELECT (array_agg(l.id ORDER BY a.activated_at DESC))[1] AS id, encode(l.sha256, 'hex') AS digest,
         COALESCE(bool_or(l.id = (SELECT list_id FROM newest)), false) AS active
       FROM hospital_list_activation a JOIN hospital_list l ON l.id = a.list_id
       WHERE a.kind = $1 GROUP BY l.sha256 ORDER BY max(a.activated_at) DESC, digest`,
      [kind],
    );
  }

  async activate(tx: Tx, kind: ListKind, listId: string | null, by: string): Promise<void> {
    const activation = { id: newId(), hospitalId: tx.hospitalId, kind, listId, activatedBy: by, activatedAt: tx.now };
    await tx.manager.insert(hospitalListActivationEntity, activation);
  }

  /** Returns up to one row more than the limit. */
  activations(
    tx: Tx,
    kind: ListKind,
    { q, sort, order, after, limit }: SortedFilter<(typeof activationSorts)[number]>,
  ): Promise<Sorted<ActivationRow>[]> {
    const sorted = sortedBy(activationKeys[sort], 'v.id', order, 4);
    return tx.query<Sorted<ActivationRow>>(
      `SELECT v.id, v.activated_at AS at, ${names} AS by, v.list_id AS "listId", l.file_name AS "fileName", ${sorted.key} AS "sortValue"
       FROM hospital_list_activation v JOIN account a ON a.id = v.activated_by LEFT JOIN hospital_list l ON l.id = v.list_id
       WHERE v.kind = $1 AND ($2 = '' OR strpos(lower(concat_ws(' ', l.file_name, ${people})), lower($2)) > 0)
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $3`,
      [kind, q, limit + 1, ...placeValues(after)],
    );
  }
}
