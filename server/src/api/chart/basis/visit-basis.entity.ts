import type { BasisVerdict } from '@yunzhen/shared/chart/visit-basis';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** One condition of a doctor’s statement that a visit is a follow-up, or the statement that it is a first visit. */
export const visitBasisEntity = defineTable('visit_basis', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  visitId: column('uuid'),
  version: column('integer'),
  verdict: column<BasisVerdict>('text'),
  evidenceId: nullable('uuid'),
  code: nullable('text'),
  title: nullable<LocalizedText>('jsonb'),
  rule: column('text'),
  maxAgeDays: column('integer'),
  accountId: column('uuid'),
  statedAt: column('timestamptz'),
});
export type VisitBasisRow = RowOf<typeof visitBasisEntity>;
