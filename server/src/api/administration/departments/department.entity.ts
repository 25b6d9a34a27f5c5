import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** A department of a hospital. */
export const departmentEntity = defineTable('department', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  code: column('text'),
  name: column<LocalizedText>('jsonb'),
  description: column<LocalizedText>('jsonb'),
  position: column('integer'),
  active: column('boolean'),
  version: column('integer'),
});
export type DepartmentRow = RowOf<typeof departmentEntity>;
