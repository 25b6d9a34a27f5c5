import type { Tx } from '../../../platform/db/transaction.ts';

/** Failed passwords and second factors, counted from the audit trail itself: what is refused for it can be read there. */
export class AttemptsRepository {
  async failuresSince(tx: Tx, subject: string, since: Date): Promise<number> {
    const [row] = await tx.query<{ failures: number }>(
      `SELECT count(*)::int AS failures FROM audit_event
       WHERE hospital_id = $1 AND action = 'session.refused' AND entity_id = $2 AND at > $3
         AND code IN ('auth.invalid-credentials', 'auth.confirmation-failed', 'auth.second-factor-refused')`,
      [tx.hospitalId, subject, since],
    );
    return row?.failures ?? 0;
  }
}
