import type { PersonNames } from '@yunzhen/shared/core/common';
import type { EntryAction, EntryKind, EntrySource } from '@yunzhen/shared/chart/chart-entry';
import { namesOf } from '../../../platform/db/person-names.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { entryTables } from './entry-sql.ts';
import { chartEntryEventEntity, type ChartEntryEventRow } from './chart-entry-event.entity.ts';

/** The state of an entry, without its content. */
export interface EntryRow {
  id: string;
  version: number;
  recordedBy: EntrySource;
  recordedByAccountId: string | null;
  recordedAt: Date;
  confirmedAt: Date | null;
  retractedAt: Date | null;
  /** Only for conditions. */
  resolvedAt: Date | null;
}

export type EntryEvent = Omit<
  ChartEntryEventRow,
  'hospitalId' | 'patientId' | 'at' | 'actorAccountId' | 'actorRole'
> & { role: ChartEntryEventRow['actorRole'] };

export interface EntryHistoryRow {
  version: number;
  action: EntryAction;
  reason: string;
  at: Date;
  by: EntrySource;
  author: PersonNames | null;
}

/** Stores entries of every kind by their common columns. The content of an entry never changes. */
export class EntriesRepository {
  /** Inserts an entry; the columns are those of its table. */
  async insert(tx: Tx, kind: EntryKind, row: Readonly<Record<string, unknown>>): Promise<void> {
    const columns = Object.keys(row);
    await tx.query(
      `INSERT INTO ${entryTables[kind]} (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row).map(toParameter),
    );
  }

  /** Returns the patient’s entry, retracted or not, locked until the transaction ends. */
  async lock(tx: Tx, patientId: string, kind: EntryKind, id: string): Promise<EntryRow | null> {
    const [row] = await tx.query<EntryRow>(
      `SELECT id, version, recorded_by AS "recordedBy", recorded_by_account_id AS "recordedByAccountId",
         recorded_at AS "recordedAt", confirmed_at AS "confirmedAt", retracted_at AS "retractedAt",
         ${kind === 'condition' ? 'resolved_at' : 'NULL::timestamptz'} AS "resolvedAt"
       FROM ${entryTables[kind]} WHERE patient_id = $1 AND id = $2 FOR UPDATE`,
      [patientId, id],
    );
    return row ?? null;
  }

  /** Saves the state; the content does not change. */
  async save(tx: Tx, patientId: string, kind: EntryKind, row: EntryRow, by: string): Promise<void> {
    const values = [patientId, row.id, row.version, row.confirmedAt, row.retractedAt, row.retractedAt ? by : null];
    const resolved = kind === 'condition' ? ', resolved_at = $7' : '';
    await tx.query(
      `UPDATE ${entryTables[kind]} SET version = $3, confirmed_at = $4, retracted_at = $5,
         retracted_by_account_id = $6${resolved} WHERE patient_id = $1 AND id = $2`,
      kind === 'condition' ? [...values, row.resolvedAt] : values,
    );
  }

  async append(tx: Tx, patientId: string, { role, ...event }: EntryEvent, actorAccountId: string): Promise<void> {
    const by = { actorAccountId, actorRole: role, at: tx.now };
    await tx.manager.insert(chartEntryEventEntity, { ...event, ...by, hospitalId: tx.hospitalId, patientId });
  }

  /** Returns the history from the recording on, oldest first; empty for an entry of another patient. */
  history(tx: Tx, patientId: string, kind: EntryKind, id: string): Promise<EntryHistoryRow[]> {
    return tx.query<EntryHistoryRow>(
      `SELECT h.version, h.action, h.reason, h.at, h.by, ${namesOf('p.name', 'p.name_latin')} AS author FROM (
         SELECT 1 AS version, 'recorded' AS action, '' AS reason, recorded_at AS at, recorded_by AS by,
           recorded_by_account_id AS account_id
         FROM ${entryTables[kind]} WHERE patient_id = $1 AND id = $2
         UNION ALL
         SELECT version, action, reason, at, actor_role, actor_account_id
         FROM chart_entry_event WHERE patient_id = $1 AND kind = $3 AND entry_id = $2
       ) h LEFT JOIN practitioner p ON p.account_id = h.account_id AND h.by = 'doctor'
       ORDER BY h.version`,
      [patientId, id, kind],
    );
  }
}

/** Converts lists and objects to JSON columns. */
function toParameter(value: unknown): unknown {
  const isJson = typeof value === 'object' && value !== null && !(value instanceof Date) && !Buffer.isBuffer(value);
  return isJson ? JSON.stringify(value) : value;
}
