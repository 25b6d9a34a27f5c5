import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** A text that a doctor inserts by its trigger. */
export const noteSnippetEntity = defineTable('note_snippet', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  practitionerId: column('uuid'),
  trigger: column('text'),
  text: column('text'),
  version: column('integer'),
  updatedAt: column('timestamptz'),
});
export type NoteSnippetRow = RowOf<typeof noteSnippetEntity>;
