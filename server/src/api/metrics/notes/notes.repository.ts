import type { Tx } from '../../../platform/db/transaction.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import type { DayRange } from '../views/figure-range.ts';
import { figureNoteEntity, type FigureNoteRow } from './figure-note.entity.ts';

export interface ListedNote extends Pick<FigureNoteRow, 'id' | 'day' | 'text' | 'departmentId' | 'createdBy'> {
  by: { name: string; nameLatin: string };
}

/** Notes shown of a range: more than anyone reads. */
const MAX_SHOWN = 100;

const listed = `SELECT n.id, to_char(n.day, 'YYYY-MM-DD') AS day, n.text, n.department_id AS "departmentId", n.created_by AS "createdBy",
    jsonb_build_object('name', a.display_name, 'nameLatin', a.display_name_latin) AS by
  FROM figure_note n JOIN account a ON a.id = n.created_by`;

/** Stores notes beside the figures. */
export class NotesRepository {
  /** Returns the hospital’s notes, and those of the department unless it is null. */
  list(tx: Tx, { from, to }: DayRange, departmentId: string | null): Promise<ListedNote[]> {
    return tx.query(
      `${listed} WHERE n.day BETWEEN $1 AND $2 AND (n.department_id IS NULL OR n.department_id = $3)
       ORDER BY n.day, n.created_at, n.id LIMIT ${MAX_SHOWN}`,
      [from, to, departmentId],
    );
  }

  async find(tx: Tx, id: string): Promise<ListedNote | null> {
    return (await tx.query<ListedNote>(`${listed} WHERE n.id = $1`, [id]))[0] ?? null;
  }

  /** Returns false when a note with that id exists. */
  insert(tx: Tx, row: Omit<FigureNoteRow, 'hospitalId' | 'createdAt'>): Promise<boolean> {
    return insertUnlessThere(tx, figureNoteEntity, { ...row, hospitalId: tx.hospitalId, createdAt: tx.now });
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.manager.delete(figureNoteEntity, { id });
  }
}
