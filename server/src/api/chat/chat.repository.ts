import type { Tx } from '../../platform/db/transaction.ts';
import type { ChatRole } from './chat.policy.ts';
import { chatEntity, type ChatRow as StoredChat } from './chat.entity.ts';
import { columnsOf } from '../../platform/db/table.ts';

/** Plain SQL keeps the lock short, because concurrent senders in a visit wait for each other. */
const rowSql = `SELECT ${columnsOf(chatEntity, 'c')} FROM chat c WHERE c.visit_id = $1`;

export interface ChatRow {
  lastSequence: number;
  read: Record<ChatRole, number>;
}

/** Stores one row per chat: the number of messages, and the last one that each side has read. */
export class ChatRepository {
  /** Returns null for a visit without messages. */
  async find(tx: Tx, visitId: string): Promise<ChatRow | null> {
    const [row] = await tx.query<StoredChat>(rowSql, [visitId]);
    return row ? toChat(row) : null;
  }

  /** Returns the row, locked until the transaction ends. Creates it when there is none. */
  async lock(tx: Tx, visitId: string): Promise<ChatRow> {
    await tx.query('INSERT INTO chat (visit_id, hospital_id) VALUES ($1,$2) ON CONFLICT DO NOTHING', [
      visitId,
      tx.hospitalId,
    ]);
    const [row] = await tx.query<StoredChat>(`${rowSql} FOR UPDATE`, [visitId]);
    if (!row) throw new Error('chat is missing or not visible to this account');
    return toChat(row);
  }

  async advance(tx: Tx, visitId: string, sequence: number): Promise<void> {
    await tx.query('UPDATE chat SET last_sequence = $2 WHERE visit_id = $1', [visitId, sequence]);
  }

  async markRead(tx: Tx, visitId: string, side: ChatRole, sequence: number): Promise<void> {
    const read = side === 'patient' ? { readByPatient: sequence } : { readByDoctor: sequence };
    await tx.manager.update(chatEntity, { visitId }, read);
  }
}

function toChat(row: StoredChat): ChatRow {
  return { lastSequence: row.lastSequence, read: { patient: row.readByPatient, doctor: row.readByDoctor } };
}
