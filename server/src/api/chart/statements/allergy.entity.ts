import type { EntrySource } from '@yunzhen/shared/chart/chart-entry';
import type { Allergy } from '@yunzhen/shared/chart/chart.contract';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** An allergy as stated (FHIR AllergyIntolerance). */
export const allergyEntity = defineTable('allergy', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  substance: column('text'),
  substanceCode: nullable('text'),
  category: column<Allergy['category']>('text'),
  reaction: column('text'),
  severity: column<Allergy['severity']>('text'),
  recordedBy: column<EntrySource>('text'),
  recordedByAccountId: nullable('uuid'),
  recordedAt: column('timestamptz'),
  retractedAt: nullable('timestamptz'),
  retractedByAccountId: nullable('uuid'),
  version: column('integer'),
  confirmedAt: nullable('timestamptz'),
});
export type AllergyRow = RowOf<typeof allergyEntity>;
