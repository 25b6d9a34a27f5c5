import type { EntryAction, EntryKind } from '@yunzhen/shared/chart/chart-entry';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** A change of the state of a chart entry. Rows are only inserted. */
export const chartEntryEventEntity = defineTable('chart_entry_event', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  kind: column<EntryKind>('text'),
  entryId: column('uuid'),
  version: column('integer'),
  action: column<Exclude<EntryAction, 'recorded'>>('text'),
  reason: column('text'),
  at: column('timestamptz'),
  actorAccountId: column('uuid'),
  actorRole: column<'patient' | 'doctor'>('text'),
});
export type ChartEntryEventRow = RowOf<typeof chartEntryEventEntity>;
