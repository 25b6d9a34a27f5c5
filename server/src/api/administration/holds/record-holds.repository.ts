import { IsNull } from 'typeorm';
import type { PersonNames } from '@yunzhen/shared/core/common';
import type { recordHoldSorts, recordHoldStates } from '@yunzhen/shared/administration/record-holds.constants';
import { namesOf } from '../../../platform/db/person-names.ts';
import {
  holdsPartOfId,
  holdsWords,
  instantKey,
  placeValues,
  sortedBy,
  timeKey,
  type SortedFilter,
} from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { recordHoldEntity, type RecordHoldRow } from './record-hold.entity.ts';

export interface HoldRow extends Pick<
  RecordHoldRow,
  'id' | 'patientId' | 'reason' | 'placedAt' | 'liftedAt' | 'liftReason'
> {
  placedBy: PersonNames;
  liftedBy: PersonNames | null;
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
  /** Returns up to one row more than the limit. */
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

  /** Returns whether the record exists, and its open hold. Locks the record’s row, so that two requests cannot place a hold at once. */
  async openOf(tx: Tx, patientId: string): Promise<{ known: boolean; holdId: string | null }> {
    const known = await tx.query('SELECT 1 FROM patient WHERE id = $1 FOR UPDATE', [patientId]);
    const [row] = await tx.query<{ id: string }>(
      'SELECT id FROM record_hold WHERE patient_id = $1 AND lifted_at IS NULL',
      [patientId],
    );
    return { known: known.length > 0, holdId: row?.id ?? null };
  }

  async place(
    tx: Tx,
    { by, ...hold }: Pick<RecordHoldRow, 'id' | 'patientId' | 'reason'> & { by: string },
  ): Promise<void> {
    await tx.manager.insert(recordHoldEntity, { ...hold, hospitalId: tx.hospitalId, placedBy: by, placedAt: tx.now });
  }

  /** Lifts the hold. Returns false when it was lifted before. */
  async lift(tx: Tx, id: string, reason: string, by: string): Promise<boolean> {
    const lifted = { liftedBy: by, liftedAt: tx.now, liftReason: reason };
    return (await tx.manager.update(recordHoldEntity, { id, liftedAt: IsNull() }, lifted)).affected === 1;
  }
}
