import type { AttachmentFile } from '@yunzhen/shared/chat/chat.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { fileBytesSql, type FilePlace } from '../../../platform/files/store/file-place.ts';
import { claimObject } from '../../../platform/files/store/object-removals.ts';
import { chatAttachmentEntity, type ChatAttachmentRow } from './chat-attachment.entity.ts';

export interface StoredFile extends AttachmentFile {
  uploaderAccountId: string;
  receivedSha256: Buffer;
  sent: boolean;
  /** Null until a message uses the file. */
  name: string | null;
}

export type NewFile = Pick<ChatAttachmentRow, 'id' | 'type' | 'width' | 'height' | 'receivedSha256'> & FilePlace;

const fileColumns = `f.id, f.type, ${fileBytesSql('f')} AS bytes, f.width, f.height, f.uploader_account_id AS "uploaderAccountId",
  f.received_sha256 AS "receivedSha256", f.message_id IS NOT NULL AS sent, f.name`;

/** Stores files of chats; the bytes are in the row, or in an object that the row alone opens. */
export class AttachmentsRepository {
  async find(tx: Tx, visitId: string, id: string): Promise<StoredFile | null> {
    const [row] = await tx.query<StoredFile>(
      `SELECT ${fileColumns} FROM chat_attachment f WHERE f.visit_id = $1 AND f.id = $2`,
      [visitId, id],
    );
    return row ?? null;
  }

  async place(tx: Tx, visitId: string, id: string): Promise<FilePlace | null> {
    const [row] = await tx.query<Pick<ChatAttachmentRow, 'content' | 'object'>>(
      'SELECT content, object FROM chat_attachment WHERE visit_id = $1 AND id = $2',
      [visitId, id],
    );
    return row ?? null;
  }

  /** Returns the number of files in the visit, and their bytes. */
  async load(tx: Tx, visitId: string): Promise<{ count: number; bytes: number }> {
    const [row] = await tx.query<{ count: number; bytes: string }>(
      `SELECT count(*)::int AS count, coalesce(sum(${fileBytesSql('f')}), 0) AS bytes FROM chat_attachment f WHERE f.visit_id = $1`,
      [visitId],
    );
    return { count: row?.count ?? 0, bytes: Number(row?.bytes ?? 0) };
  }

  async insert(tx: Tx, visitId: string, uploaderAccountId: string, file: NewFile): Promise<void> {
    const uploaded = { visitId, hospitalId: tx.hospitalId, uploaderAccountId, uploadedAt: tx.now };
    await tx.manager.insert(chatAttachmentEntity, { ...file, ...uploaded });
    await claimObject(tx, file.object);
  }

  /** Assigns an unused file of its uploader to a message; returns false when there is none. */
  async name(
    tx: Tx,
    visitId: string,
    uploaderAccountId: string,
    file: { id: string; messageId: string; position: number; name: string },
  ): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE chat_attachment SET message_id = $4, position = $5, name = $6
       WHERE visit_id = $1 AND id = $2 AND uploader_account_id = $3 AND message_id IS NULL RETURNING id`,
      [visitId, file.id, uploaderAccountId, file.messageId, file.position, file.name],
    );
    return rows.length > 0;
  }

  /** Deletes files that no message has used since the given time; returns their number. */
  async sweep(tx: Tx, before: Date): Promise<number> {
    const rows = await tx.query(
      'DELETE FROM chat_attachment WHERE message_id IS NULL AND uploaded_at < $1 RETURNING id',
      [before],
    );
    return rows.length;
  }
}
