import { EntitySchema } from 'typeorm';
import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import type { NoteStatus } from '@yunzhen/shared/chart/note';

/** The note of a visit. The version is that of its text: signing does not change it. */
export interface NoteRow {
  visitId: string;
  hospitalId: string;
  status: NoteStatus;
  version: number;
  content: NoteContent;
  authorId: string;
  updatedAt: Date;
  signedAt: Date | null;
}

export const noteEntity = new EntitySchema<NoteRow>({
  name: 'note',
  tableName: 'note',
  columns: {
    visitId: { type: 'uuid', name: 'visit_id', primary: true },
    hospitalId: { type: 'uuid', name: 'hospital_id' },
    status: { type: 'text' },
    version: { type: 'int' },
    content: { type: 'jsonb' },
    authorId: { type: 'uuid', name: 'author_id' },
    updatedAt: { type: 'timestamptz', name: 'updated_at' },
    signedAt: { type: 'timestamptz', name: 'signed_at', nullable: true },
  },
});
