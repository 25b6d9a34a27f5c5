import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A note on a day beside the figures. */
export const figureNoteEntity = defineTable('figure_note', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  departmentId: nullable('uuid'),
  day: column('date'),
  text: column('text'),
  createdBy: column('uuid'),
  createdAt: column('timestamptz'),
});
export type FigureNoteRow = RowOf<typeof figureNoteEntity>;
