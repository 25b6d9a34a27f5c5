import type { PersonNames } from '@yunzhen/shared/core/common';
import type { EntryKind, EntrySource } from '@yunzhen/shared/chart/chart-entry';
import { namesOf } from '../../../platform/db/person-names.ts';

/** The tables of the kinds of entries. Table names in SQL come only from here. */
export const entryTables: Readonly<Record<EntryKind, string>> = {
  allergy: 'allergy',
  condition: 'condition',
  medicine: 'medication_statement',
  observation: 'observation',
  pregnancy: 'pregnancy_statement',
  document: 'chart_document',
};

/** The common columns of an entry `e`: who stated it, when, and whether a doctor confirmed it. */
export const authoredColumns = `e.recorded_at AS "recordedAt", e.recorded_by AS "recordedBy", ${namesOf('author.name', 'author.name_latin')} AS author,
  e.version, (e.recorded_by = 'doctor' OR e.confirmed_at IS NOT NULL) AS confirmed`;
export const authorJoin = `LEFT JOIN practitioner author
  ON author.account_id = e.recorded_by_account_id AND e.recorded_by = 'doctor'`;

export interface AuthoredRow {
  recordedAt: Date;
  recordedBy: EntrySource;
  author: PersonNames | null;
  version: number;
  confirmed: boolean;
}

/** Returns the row in the shape of the contract, with times as text. */
export function toAuthored<Row extends AuthoredRow>(row: Row): Omit<Row, 'recordedAt'> & { recordedAt: string } {
  return { ...row, recordedAt: row.recordedAt.toISOString() };
}
