import type { ListKind, ListState } from '@yunzhen/shared/catalogues/hospital-lists.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A list of diagnoses or medicines that a hospital uploaded. */
export const hospitalListEntity = defineTable('hospital_list', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  kind: column<ListKind>('text'),
  fileName: column('text'),
  sha256: column('bytea'),
  content: column('bytea'),
  state: column<ListState>('text'),
  share: column('real'),
  accepted: column('integer'),
  refused: column('integer'),
  reserved: column('integer'),
  failure: nullable<LocalizedText>('jsonb'),
  uploadedBy: column('uuid'),
  uploadedAt: column('timestamptz'),
});
export type HospitalListRow = RowOf<typeof hospitalListEntity>;
