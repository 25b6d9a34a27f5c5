import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { column, defineTable, key } from '../../../platform/db/table.ts';

/** A remark on one line of an uploaded list. */
export const hospitalListRemarkEntity = defineTable('hospital_list_remark', {
  listId: key('uuid'),
  at: key('integer'),
  hospitalId: column('uuid'),
  line: column('integer'),
  columnName: column('text'),
  refused: column('boolean'),
  text: column<LocalizedText>('jsonb'),
  value: column('text'),
});
