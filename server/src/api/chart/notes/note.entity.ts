import type { NoteStatus } from '@yunzhen/shared/chart/note';
import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

export const noteEntity = defineTable('note', {
  visitId: key('uuid'),
  hospitalId: column('uuid'),
  status: column<NoteStatus>('text'),
  version: column('integer'),
  content: column<NoteContent>('jsonb'),
  authorId: column('uuid'),
  updatedAt: column('timestamptz'),
  signedAt: nullable('timestamptz'),
});
export type NoteRow = RowOf<typeof noteEntity>;
