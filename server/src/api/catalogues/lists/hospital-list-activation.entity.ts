import type { ListKind } from '@yunzhen/shared/catalogues/hospital-lists.contract';
import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** The list that a hospital activated, and when; null for the built-in one. */
export const hospitalListActivationEntity = defineTable('hospital_list_activation', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  kind: column<ListKind>('text'),
  listId: nullable('uuid'),
  activatedBy: column('uuid'),
  activatedAt: column('timestamptz'),
});
