import { Not } from 'typeorm';
import type { NoteSnippet } from '@yunzhen/shared/chart/notes.contract';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { noteSnippetEntity, type NoteSnippetRow } from './note-snippet.entity.ts';

type SnippetRow = Omit<NoteSnippetRow, 'hospitalId' | 'practitionerId'>;

const columns = columnsOf(noteSnippetEntity, 'note_snippet', ['id', 'trigger', 'text', 'version', 'updatedAt']);

/** Stores snippets. Every statement filters by doctor, because a snippet belongs to its author alone. */
export class SnippetsRepository {
  /** Returns snippets by trigger, those after `after`, one more than the limit. */
  async list(
    tx: Tx,
    practitionerId: string,
    { q, after, limit }: { q: string; after: string | null; limit: number },
  ): Promise<NoteSnippet[]> {
    const rows = await tx.query<SnippetRow>(
      `SELECT ${columns} FROM note_snippet
       WHERE practitioner_id = $1 AND ($2::text IS NULL OR trigger COLLATE "C" > $2)
         AND ($3 = '' OR strpos(lower(trigger || ' ' || text), lower($3)) > 0)
       ORDER BY trigger COLLATE "C" LIMIT $4`,
      [practitionerId, after, q, limit + 1],
    );
    return rows.map(toSnippet);
  }

  /** Locks the doctor’s row, so that concurrent inserts can’t exceed the limit. */
  async count(tx: Tx, practitionerId: string): Promise<number> {
    await tx.query('SELECT id FROM practitioner WHERE id = $1 FOR NO KEY UPDATE', [practitionerId]);
    const [row] = await tx.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM note_snippet WHERE practitioner_id = $1',
      [practitionerId],
    );
    return row?.n ?? 0;
  }

  /** Returns null when the trigger exists. */
  async insert(tx: Tx, practitionerId: string, snippet: Omit<NoteSnippet, 'updatedAt'>): Promise<NoteSnippet | null> {
    const { id, trigger, text, version } = snippet;
    const row = { id, trigger, text, version, updatedAt: tx.now };
    const added = await insertUnlessThere(tx, noteSnippetEntity, { ...row, hospitalId: tx.hospitalId, practitionerId });
    return added ? toSnippet(row) : null;
  }

  async lock(tx: Tx, practitionerId: string, id: string): Promise<NoteSnippet | null> {
    const [row] = await tx.query<SnippetRow>(
      `SELECT ${columns} FROM note_snippet WHERE practitioner_id = $1 AND id = $2 FOR UPDATE`,
      [practitionerId, id],
    );
    return row ? toSnippet(row) : null;
  }

  /** Returns whether another snippet of the doctor has this trigger. */
  isTaken(tx: Tx, practitionerId: string, trigger: string, exceptId: string): Promise<boolean> {
    return tx.manager.existsBy(noteSnippetEntity, { practitionerId, trigger, id: Not(exceptId) });
  }

  async update(tx: Tx, { id, trigger, text, version }: Omit<NoteSnippet, 'updatedAt'>): Promise<void> {
    await tx.manager.update(noteSnippetEntity, { id }, { trigger, text, version, updatedAt: tx.now });
  }

  async remove(tx: Tx, practitionerId: string, id: string): Promise<boolean> {
    return (await tx.manager.delete(noteSnippetEntity, { practitionerId, id })).affected === 1;
  }
}

function toSnippet({ updatedAt, ...row }: SnippetRow): NoteSnippet {
  return { ...row, updatedAt: updatedAt.toISOString() };
}
