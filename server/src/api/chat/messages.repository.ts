import type { Attachment, ChatMessage } from '@yunzhen/shared/chat/chat.contract';
import type { Tx } from '../../platform/db/transaction.ts';
import { fileBytesSql } from '../../platform/files/store/file-place.ts';
import { chatMessageEntity, type ChatMessageRow } from './chat-message.entity.ts';
import { columnsOf } from '../../platform/db/table.ts';

export type NewMessage = Pick<ChatMessageRow, 'id' | 'sequence' | 'authorAccountId' | 'authorRole' | 'text'>;

/** A part of a chat: the messages after a sequence number, those before one, or the latest. */
export interface Window {
  after?: number | undefined;
  before?: number | undefined;
  limit: number;
}

/** Each side is shown with the name on its own record; a guardian who writes for the patient is shown by name and marked as such. */
const messageSql = `
  SELECT ${columnsOf(chatMessageEntity, 'm', ['id', 'sequence', 'authorAccountId', 'authorRole', 'text', 'sentAt'])},
    coalesce(p.name, pr.name, a.display_name) AS "authorName", coalesce(p.name_latin, pr.name_latin, a.display_name_latin) AS "authorNameLatin",
    m.author_role = 'patient' AND vp.account_id IS DISTINCT FROM m.author_account_id AS "forPatient",
    (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'bytes', ${fileBytesSql('f')},
       'width', f.width, 'height', f.height) ORDER BY f.position), '[]')
     FROM chat_attachment f WHERE f.visit_id = m.visit_id AND f.message_id = m.id) AS attachments
  FROM chat_message m
  JOIN account a ON a.id = m.author_account_id
  JOIN visit v ON v.id = m.visit_id
  JOIN patient vp ON vp.id = v.patient_id
  LEFT JOIN patient p ON p.account_id = a.id AND m.author_role = 'patient'
  LEFT JOIN practitioner pr ON pr.account_id = a.id AND m.author_role = 'doctor'`;

const listSql = (order: 'ASC' | 'DESC') => `${messageSql}
  WHERE m.visit_id = $1 AND ($2::int IS NULL OR m.sequence > $2) AND ($3::int IS NULL OR m.sequence < $3)
  ORDER BY m.sequence ${order} LIMIT $4`;
const [forwardsSql, backwardsSql] = [listSql('ASC'), listSql('DESC')];

export class MessagesRepository {
  async find(tx: Tx, visitId: string, id: string): Promise<ChatMessage | null> {
    const [row] = await tx.query<StoredMessage>(`${messageSql} WHERE m.visit_id = $1 AND m.id = $2`, [visitId, id]);
    return row ? toMessage(row) : null;
  }

  /** Returns messages in their order. */
  async list(tx: Tx, visitId: string, { after, before, limit }: Window): Promise<ChatMessage[]> {
    const forwards = after !== undefined;
    const sql = forwards ? forwardsSql : backwardsSql;
    const rows = await tx.query<StoredMessage>(sql, [visitId, after ?? null, before ?? null, limit]);
    const messages = rows.map(toMessage);
    return forwards ? messages : messages.reverse();
  }

  /**
   * Adds a message, not before the last one: the clocks of two reliable api processes may differ by a minute. A last one still later came from a
   * clock that was wrong, and is not followed.
   */
  async insert(tx: Tx, visitId: string, message: NewMessage): Promise<void> {
    const { id, sequence, authorAccountId, authorRole, text } = message;
    await tx.query(
      `INSERT INTO chat_message (visit_id, id, hospital_id, sequence, author_account_id, author_role, text, sent_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7, greatest($8::timestamptz, (SELECT sent_at FROM chat_message
         WHERE visit_id = $1 AND sequence = $4 - 1 AND sent_at <= $8::timestamptz + interval '1 minute')))`,
      [visitId, id, tx.hospitalId, sequence, authorAccountId, authorRole, text, tx.now],
    );
  }
}

interface StoredMessage extends NewMessage {
  authorName: string;
  authorNameLatin: string;
  forPatient: boolean;
  sentAt: Date;
  attachments: Attachment[];
}

function toMessage(row: StoredMessage): ChatMessage {
  const { authorAccountId: accountId, authorRole: role, authorName: name, authorNameLatin: nameLatin } = row;
  return {
    id: row.id,
    sequence: row.sequence,
    author: { accountId, role, name, nameLatin, forPatient: row.forPatient },
    text: row.text,
    attachments: row.attachments,
    sentAt: row.sentAt.toISOString(),
  };
}
