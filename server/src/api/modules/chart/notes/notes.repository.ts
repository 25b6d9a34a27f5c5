import type { NoteContent } from '@yunzhen/shared/contract/notes';
import type { Tx } from '../../../../platform/db/transaction.ts';
import { emptyContent } from './note-content.ts';
import { noteEntity, type NoteRow } from './note.entity.ts';

export class NotesRepository {
  find(tx: Tx, visitId: string): Promise<NoteRow | null> {
    return tx.manager.getRepository(noteEntity).findOne({ where: { visitId } });
  }

  /** The note’s row, made empty with version 0 where there is none yet, held until the transaction ends. */
  async lock(tx: Tx, visitId: string, authorId: string): Promise<NoteRow | null> {
    await tx.query(
      `INSERT INTO note (visit_id, hospital_id, version, content, author_id, updated_at) VALUES ($1,$2,0,$3,$4,$5)
       ON CONFLICT (visit_id) DO NOTHING`,
      [visitId, tx.hospitalId, emptyContent, authorId, tx.now],
    );
    return tx.manager.getRepository(noteEntity).findOne({ where: { visitId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Writes the next version and keeps it for good beside the ones before. */
  async save(tx: Tx, visitId: string, version: number, content: NoteContent, accountId: string): Promise<void> {
    await tx.manager.getRepository(noteEntity).update({ visitId }, { version, content, updatedAt: tx.now });
    await tx.query(
      'INSERT INTO note_version (visit_id, version, hospital_id, content, author_account_id, at) VALUES ($1,$2,$3,$4,$5,$6)',
      [visitId, version, tx.hospitalId, content, accountId, tx.now],
    );
  }

  async sign(tx: Tx, visitId: string): Promise<void> {
    await tx.manager.getRepository(noteEntity).update({ visitId }, { status: 'signed', signedAt: tx.now });
  }
}
