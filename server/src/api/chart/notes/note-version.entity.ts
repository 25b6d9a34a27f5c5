import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import { column, defineTable, key } from '../../../platform/db/table.ts';

/** A saved version of a note. Rows are only inserted. */
export const noteVersionEntity = defineTable('note_version', {
  visitId: key('uuid'),
  version: key('integer'),
  hospitalId: column('uuid'),
  content: column<NoteContent>('jsonb'),
  authorAccountId: column('uuid'),
  at: column('timestamptz'),
});
