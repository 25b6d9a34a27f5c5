import type { Locale } from '@yunzhen/shared/core/locale';
import type { AccountClosing, OwnClosing } from '@yunzhen/shared/accounts/account-closing.contract';
import type { accountClosingSorts } from '@yunzhen/shared/accounts/account-closing.constants';
import { closingMachine, type ClosingState } from '@yunzhen/shared/accounts/account-closing';
import {
  holdsPartOfId,
  holdsWords,
  instantKey,
  nameKey,
  placeValues,
  sortedBy,
  timeKey,
  type SortedFilter,
} from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { accountClosingEntity, type AccountClosingRow } from './account-closing.entity.ts';

export type ClosingRow = Omit<AccountClosingRow, 'hospitalId'>;

/** The account that is leaving, and where to confirm that it was closed. */
export interface Leaving {
  accountId: string;
  patientId: string | null;
  roles: string[];
  email: string | null;
  phone: string | null;
  locale: Locale;
}

export type ListedClosing = ClosingRow & Pick<AccountClosing, 'name' | 'nameLatin'> & { sortValue: string };

export interface ClosingFilter extends SortedFilter<(typeof accountClosingSorts)[number]> {
  state: ClosingState | null;
}

const keys: Record<ClosingFilter['sort'], string> = {
  asked: instantKey('c.asked_at'),
  due: instantKey('c.due_at'),
  ended: timeKey('c.ended_at'),
  name: nameKey('a.display_name', 'a.display_name_latin'),
};

const columns = columnsOf(accountClosingEntity, 'c', [
  'id',
  'accountId',
  'patientId',
  'state',
  'askedAt',
  'dueAt',
  'endedAt',
  'recordKept',
]);

export class ClosingRepository {
  /** Returns the account with its own patient record. */
  async leaving(tx: Tx, accountId: string): Promise<Leaving | null> {
    const [row] = await tx.query<Leaving & Record<string, unknown>>(
      `SELECT a.id AS "accountId", p.id AS "patientId", a.roles, a.phone, a.locale,
         CASE WHEN a.email LIKE '%@%' AND a.email NOT LIKE '%.invalid' THEN a.email END AS email
       FROM account a LEFT JOIN patient p ON p.account_id = a.id WHERE a.id = $1 AND a.status = 'active'`,
      [accountId],
    );
    return row ?? null;
  }

  /** Locks the patient until the transaction ends. A booking or a new visit waits for it and is then rejected. */
  async holdPatient(tx: Tx, patientId: string): Promise<void> {
    await tx.query('SELECT 1 FROM patient WHERE id = $1 FOR UPDATE', [patientId]);
  }

  async open(tx: Tx, accountId: string): Promise<ClosingRow | null> {
    const [row] = await tx.query<ClosingRow & Record<string, unknown>>(
      `SELECT ${columns} FROM account_closing c WHERE c.account_id = $1 AND c.state = 'asked'`,
      [accountId],
    );
    return row ?? null;
  }

  async add(tx: Tx, row: Pick<ClosingRow, 'id' | 'accountId' | 'patientId' | 'dueAt'>): Promise<void> {
    const asked = { ...row, hospitalId: tx.hospitalId, state: closingMachine.initial, askedAt: tx.now };
    await tx.manager.insert(accountClosingEntity, asked);
  }

  async save(tx: Tx, { id, state, endedAt, recordKept }: ClosingRow): Promise<void> {
    await tx.manager.update(accountClosingEntity, { id }, { state, endedAt, recordKept });
  }

  /** Returns the next due request without locking it; see `lock`. */
  async nextDue(tx: Tx, except: readonly string[]): Promise<ClosingRow | null> {
    const [row] = await tx.query<ClosingRow & Record<string, unknown>>(
      `SELECT ${columns} FROM account_closing c
       WHERE c.hospital_id = $1 AND c.state = 'asked' AND c.due_at <= $2 AND NOT c.id = ANY ($3::uuid[])
       ORDER BY c.due_at LIMIT 1`,
      [tx.hospitalId, tx.now, except],
    );
    return row ?? null;
  }

  /** Locks the request. The caller has locked the patient first, as withdrawing does: one order of locks prevents deadlocks. */
  lock(tx: Tx, id: string): Promise<ClosingRow | null> {
    return tx.manager.findOne(accountClosingEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Deletes or empties the account’s data; see the function in the database. */
  async closeAccount(tx: Tx, id: string): Promise<{ recordKept: boolean; rowsGone: number }> {
    const [done] = await tx.query<{ recordKept: boolean; rowsGone: number }>(
      'SELECT record_kept AS "recordKept", rows_gone AS "rowsGone" FROM close_account($1)',
      [id],
    );
    if (!done) throw new Error('close_account returned no row');
    return done;
  }

  /** Returns what is in progress for the patient. An expired hold does not count, even before it was released. */
  obstacles(
    tx: Tx,
    patientId: string,
  ): Promise<{ kind: OwnClosing['obstacles'][number]['kind']; id: string; at: Date }[]> {
    return tx.query(
      `SELECT 'visit' AS kind, id, created_at AS at FROM visit WHERE patient_id = $1 AND status IN ('planned', 'waiting', 'in-progress')
       UNION ALL
       SELECT 'appointment', id, starts_at FROM appointment WHERE patient_id = $1
         AND (status = 'booked' OR (status = 'checked-in' AND visit_id IS NULL) OR (status = 'proposed' AND hold_until > $2))
       UNION ALL
       SELECT 'waitlist', id, joined_at FROM waitlist_entry WHERE patient_id = $1 AND status = 'waiting'
       ORDER BY at, id`,
      [patientId, tx.now],
    );
  }

  /** Returns the earliest day on which the record of care may be deleted (see forget_due_records), in the hospital’s time zone; null without a record. */
  async keptUntil(tx: Tx, patientId: string): Promise<{ day: string | null; held: boolean }> {
    const [row] = await tx.query<{ day: string | null; held: boolean }>(
      `SELECT ((max(coalesce(v.ended_at, v.created_at)) + make_interval(years => greatest(15,
           CASE WHEN jsonb_typeof(h.settings->'recordYears') = 'number' THEN (h.settings->>'recordYears')::numeric::int ELSE 15 END)))
           AT TIME ZONE h.time_zone)::date::text AS day,
         EXISTS (SELECT 1 FROM record_hold r WHERE r.patient_id = $1 AND r.lifted_at IS NULL) AS held
       FROM hospital h LEFT JOIN visit v ON v.patient_id = $1 WHERE h.id = $2 GROUP BY h.id`,
      [patientId, tx.hospitalId],
    );
    return row ?? { day: null, held: false };
  }

  /** Returns up to one row more than the limit, to detect a further page. */
  list(tx: Tx, filter: ClosingFilter): Promise<ListedClosing[]> {
    const sorted = sortedBy(keys[filter.sort], 'c.id', filter.order, 5);
    return tx.query<ListedClosing>(
      `SELECT ${columns}, a.display_name AS name, a.display_name_latin AS "nameLatin", ${sorted.key} AS "sortValue"
       FROM account_closing c JOIN account a ON a.id = c.account_id
       WHERE c.hospital_id = $1 AND ($2::text IS NULL OR c.state = $2)
         AND (${holdsWords('$3', 'a.display_name', 'a.display_name_latin')} OR ${holdsPartOfId('$3', 'c.patient_id')})
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $4`,
      [tx.hospitalId, filter.state, filter.q, filter.limit + 1, ...placeValues(filter.after)],
    );
  }
}
