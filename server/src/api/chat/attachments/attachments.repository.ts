import type { AttachmentFile } from '@yunzhen/shared/chat/chat.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { chatAttachmentEntity, type ChatAttachmentRow } from './chat-attachment.entity.ts';

export interface StoredFile extends AttachmentFile {
  uploaderAccountId: string;
  receivedSha256: Buffer;
  sent: boolean;
  /** Null until a message uses the file. */
  name: string | null;
}

export type NewFile = Pick<ChatAttachmentRow, 'id' | 'type' | 'width' | 'height' | 'content' | 'receivedSha256'>;

const fileColumns = `id, type, octet_length(content) AS bytes, width, height, uploader_account_id AS "uploaderAccountId",
  received_sha256 AS "receivedSha256", message_id IS NOT NULL AS sent, name`;

/** Stores files in Postgres: one store to back up, under the same row-level security, written in the transaction of the message. */
export class AttachmentsRepository {
  async find(tx: Tx, visitId: string, id: string): Promise<StoredFile | null> {
    const [row] = await tx.query<StoredFile>(
      `SELECT ${fileColumns} FROM chat_attachment WHERE visit_id = $1 AND id = $2`,
      [visitId, id],
    );
    return row ?? null;
  }

  async content(tx: Tx, visitId: string, id: string): Promise<Buffer | null> {
    const [row] = await tx.query<{ content: Buffer }>(
      'SELECT content FROM chat_attachment WHERE visit_id = $1 AND id = $2',
      [visitId, id],
    );
    return row?.content ?? null;
  }

  /** Returns the number of files in the visit, and their bytes. */
  async load(tx: Tx, visitId: string): Promise<{ count: number; bytes: number }> {
    const [row] = await tx.query<{ count: number; bytes: string }>(
      'SELECT count(*)::int AS count, coalesce(sum(octet_length(content)), 0) AS bytes FROM chat_attachment WHERE visit_id = $1',
      [visitId],
    );
    return { count: row?.count ?? 0, bytes: Number(row?.bytes ?? 0) };
  }

  async insert(tx: Tx, visitId: string, uploaderAccountId: string, file: NewFile): Promise<void> {
    const uploaded = { visitId, hospitalId: tx.hospitalId, uploaderAccountId, uploadedAt: tx.now };
    await tx.manager.insert(chatAttachmentEntity, { ...file, ...uploaded });
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
