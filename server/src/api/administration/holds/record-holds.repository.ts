import type { PersonNames } from '@yunzhen/shared/core/common';
import type { recordHoldSorts, recordHoldStates } from '@yunzhen/shared/administration/record-holds.contract';
import { namesOf } from '../../../platform/db/person-names.ts';
import {
  holdsPartOfId,
  holdsWords,
  instantKey,
  placeValues,
  sortedBy,
  timeKey,
  type SortedFilter,
} from '../../../platform/db/sorted-paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';

export interface HoldRow {
  id: string;
  patientId: string;
  reason: string;
  placedAt: Date;
  placedBy: PersonNames;
  liftedAt: Date | null;
  liftedBy: PersonNames | null;
  liftReason: string | null;
}

export interface HoldFilter extends SortedFilter<(typeof recordHoldSorts)[number]> {
  patientId: string | null;
  state: (typeof recordHoldStates)[number];
}

const columns = `h.id, h.patient_id AS "patientId", h.reason, h.placed_at AS "placedAt",
  ${namesOf('a.display_name', 'a.display_name_latin')} AS "placedBy", h.lifted_at AS "liftedAt",
  ${namesOf('l.display_name', 'l.display_name_latin')} AS "liftedBy", h.lift_reason AS "liftReason"`;
const from = `FROM record_hold h JOIN account a ON a.id = h.placed_by LEFT JOIN account l ON l.id = h.lifted_by`;

const keys: Record<HoldFilter['sort'], string> = {
  placed: instantKey('h.placed_at'),
  lifted: timeKey('h.lifted_at'),
  record: 'h.patient_id',
};

export class RecordHoldsRepository {
  /** One more than the limit. */
  list(tx: Tx, filter: HoldFilter): Promise<(HoldRow & { sortValue: string })[]> {
    const sorted = sortedBy(keys[filter.sort], 'h.id', filter.order, 6);
    const words = [
      'h.reason',
      'h.lift_reason',
      'a.display_name',
      'a.display_name_latin',
      'l.display_name',
      'l.display_name_latin',
    ];
    return tx.query(
      `SELECT ${columns}, ${sorted.key} AS "sortValue" ${from}
       WHERE h.hospital_id = $1 AND ($2::uuid IS NULL OR h.patient_id = $2)
         AND ($3 = 'all' OR (h.lifted_at IS NULL) = ($3 = 'in-force'))
         AND (${holdsWords('$4', ...words)} OR ${holdsPartOfId('$4', 'h.patient_id')}) AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $5`,
      [tx.hospitalId, filter.patientId, filter.state, filter.q, filter.limit + 1, ...placeValues(filter.after)],
    );
  }

  async find(tx: Tx, id: string): Promise<HoldRow | null> {
    const [row] = await tx.query<HoldRow>(`SELECT ${columns} ${from} WHERE h.id = $1`, [id]);
    return row ?? null;
  }

  /** The hold of a record that is held; whoever asks holds the record’s row, so that two don’t place one at once. */
  async openOf(tx: Tx, patientId: string): Promise<{ known: boolean; holdId: string | null }> {
    const known = await tx.query('SELECT 1 FROM patient WHERE id = $1 FOR UPDATE', [patientId]);
    const [row] = await tx.query<{ id: string }>(
      'SELECT id FROM record_hold WHERE patient_id = $1 AND lifted_at IS NULL',
      [patientId],
    );
    return { known: known.length > 0, holdId: row?.id ?? null };
  }

  async place(tx: Tx, hold: { id: string; patientId: string; reason: string; by: string }): Promise<void> {
    await tx.query(
      'INSERT INTO record_hold (id, hospital_id, patient_id, reason, placed_by, placed_at) VALUES ($1,$2,$3,$4,$5,$6)',
      [hold.id, tx.hospitalId, hold.patientId, hold.reason, hold.by, tx.now],
    );
  }

  /** False when it was lifted before. */
  async lift(tx: Tx, id: string, reason: string, by: string): Promise<boolean> {
    const lifted = await tx.query(
      `UPDATE record_hold SET lifted_by = $2, lifted_at = $3, lift_reason = $4 WHERE id = $1 AND lifted_at IS NULL RETURNING id`,
      [id, by, tx.now, reason],
    );
    return lifted.length > 0;
  }
}
