import { IsNull } from 'typeorm';
import type { CallEvent } from '../../../platform/nodes/node-api.contract.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { callSessionEntity, type CallSessionRow } from './call-session.entity.ts';

export class CallSessionsRepository {
  /** Returns false when the event was stored before, by any delivery. */
  async storeEvent(tx: Tx, nodeId: string, event: CallEvent): Promise<boolean> {
    const inserted = await tx.query(
      `INSERT INTO call_event (id, hospital_id, visit_id, node_id, at, type, participant_id, role, reason, code, recovery,
         first_picture)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        event.id,
        tx.hospitalId,
        event.visitId,
        nodeId,
        event.at,
        event.type,
        event.participantId,
        event.role,
        event.reason,
        event.code,
        event.recovery,
        event.firstPicture,
      ],
    );
    return inserted.length > 0;
  }

  openOf(tx: Tx, visitId: string): Promise<CallSessionRow[]> {
    return tx.manager
      .getRepository(callSessionEntity)
      .find({ where: { visitId, closedAt: IsNull() }, order: { openedAt: 'ASC' } });
  }

  async insert(tx: Tx, session: CallSessionRow): Promise<void> {
    await tx.manager.getRepository(callSessionEntity).insert(session);
  }

  async close(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.manager.getRepository(callSessionEntity).update({ id }, { closedAt: at });
  }
}
