import type { NoteContent, NoteVersionEntry } from '@yunzhen/shared/chart/notes.contract';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { emptyContent } from './note-content.ts';
import { noteEntity, type NoteRow } from './note.entity.ts';
import { noteVersionEntity } from './note-version.entity.ts';

export class NotesRepository {
  find(tx: Tx, visitId: string): Promise<NoteRow | null> {
    return tx.manager.getRepository(noteEntity).findOne({ where: { visitId } });
  }

  /** Returns the note’s row, locked until the transaction ends. Creates an empty one with version 0 when there is none. */
  async lock(tx: Tx, visitId: string, authorId: string): Promise<NoteRow | null> {
    const { hospitalId, now: updatedAt } = tx;
    const empty = { visitId, hospitalId, version: 0, content: emptyContent, authorId, updatedAt };
    await insertUnlessThere(tx, noteEntity, empty);
    return tx.manager.getRepository(noteEntity).findOne({ where: { visitId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Saves the next version and keeps all earlier ones permanently. */
  async save(tx: Tx, visitId: string, version: number, content: NoteContent, accountId: string): Promise<void> {
    await tx.manager.getRepository(noteEntity).update({ visitId }, { version, content, updatedAt: tx.now });
    const kept = { visitId, version, hospitalId: tx.hospitalId, content, authorAccountId: accountId, at: tx.now };
    await tx.manager.insert(noteVersionEntity, kept);
  }

  async sign(tx: Tx, visitId: string): Promise<void> {
    await tx.manager.getRepository(noteEntity).update({ visitId }, { status: 'signed', signedAt: tx.now });
  }

  /** Returns versions newest first, one more than the limit; `before` returns only lower versions. */
  async versions(tx: Tx, visitId: string, limit: number, before: number | null): Promise<NoteVersionEntry[]> {
    const rows = await tx.query<VersionRow>(
      `${versionSql} WHERE v.visit_id = $1 AND ($2::int IS NULL OR v.version < $2) ORDER BY v.version DESC LIMIT $3`,
      [visitId, before, limit + 1],
    );
    return rows.map(toEntry);
  }

  async version(
    tx: Tx,
    visitId: string,
    version: number,
  ): Promise<(NoteVersionEntry & { content: NoteContent }) | null> {
    const [row] = await tx.query<VersionRow>(`${versionSql} WHERE v.visit_id = $1 AND v.version = $2`, [
      visitId,
      version,
    ]);
    return row ? { ...toEntry(row), content: row.content } : null;
  }
}

interface VersionRow {
  version: number;
  at: Date;
  content: NoteContent;
  name: string;
  nameLatin: string;
}

const versionSql = `SELECT v.version, v.at, v.content, coalesce(p.name, a.display_name) AS name, coalesce(p.name_latin, '') AS "nameLatin"
  FROM note_version v JOIN account a ON a.id = v.author_account_id LEFT JOIN practitioner p ON p.account_id = a.id`;

function toEntry({ version, at, name, nameLatin }: VersionRow): NoteVersionEntry {
  return { version, at: at.toISOString(), author: { name, nameLatin } };
}
