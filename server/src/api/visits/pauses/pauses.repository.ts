import type { Tx } from '../../../platform/db/transaction.ts';
import { practitionerPauseEntity } from './practitioner-pause.entity.ts';

export interface Pause {
  id: string;
  from: Date;
  until: Date;
  reason: string;
}

/** Stores the pauses of doctors on duty. A pause ends at its planned time, or earlier when the doctor ends it. */
export class PausesRepository {
  /** Locks the doctor until the transaction ends, so that handovers to the doctor wait. */
  async lockDoctor(
    tx: Tx,
    practitionerId: string,
  ): Promise<{ onDuty: boolean; name: string; nameLatin: string } | null> {
    const [row] = await tx.query<{ onDuty: boolean; name: string; nameLatin: string }>(
      `SELECT on_duty AS "onDuty", name, name_latin AS "nameLatin" FROM practitioner WHERE id = $1 FOR NO KEY UPDATE`,
      [practitionerId],
    );
    return row ?? null;
  }

  async running(tx: Tx, practitionerId: string): Promise<Pause | null> {
    const [row] = await tx.query<Pause>(
      `SELECT id, from_at AS "from", until_at AS until, reason FROM practitioner_pause
       WHERE practitioner_id = $1 AND ended_at IS NULL AND from_at <= $2 AND until_at > $2 ORDER BY until_at DESC LIMIT 1`,
      [practitionerId, tx.now],
    );
    return row ?? null;
  }

  async insert(tx: Tx, practitionerId: string, { id, from, until, reason }: Pause): Promise<void> {
    const pause = { id, hospitalId: tx.hospitalId, practitionerId, fromAt: from, untilAt: until, reason };
    await tx.manager.insert(practitionerPauseEntity, pause);
  }

  /** Ends the running pause, even one from a transaction that began later and locked the doctor first. */
  async endRunning(tx: Tx, practitionerId: string): Promise<void> {
    await tx.query(
      `UPDATE practitioner_pause SET ended_at = GREATEST(from_at, $2)
       WHERE practitioner_id = $1 AND ended_at IS NULL AND until_at > $2`,
      [practitionerId, tx.now],
    );
  }
}
