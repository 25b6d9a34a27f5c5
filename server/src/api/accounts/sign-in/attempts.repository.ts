import type { Tx } from '../../../platform/db/transaction.ts';
import type { FailedTries } from './lockout.policy.ts';

/** The origin of a sign-in attempt: a known browser of the account, or else a network. */
export type TryOrigin = { device: string } | { network: string };

const failed = `
  FROM audit_event WHERE hospital_id = $1 AND action = 'session.refused' AND entity_id = $2 AND at > $3
    AND code IN ('auth.invalid-credentials', 'auth.confirmation-failed', 'auth.second-factor-refused')`;

/** Counts failed passwords and second factors from the audit trail, so that every lockout can be explained from it. */
export class AttemptsRepository {
  async failuresSince(tx: Tx, subject: string, since: Date): Promise<number> {
    const [row] = await tx.query<{ failures: number }>(`SELECT count(*)::int AS failures ${failed}`, [
      tx.hospitalId,
      subject,
      since,
    ]);
    return row?.failures ?? 0;
  }

  /** `here`: from this browser or network. `unknown`: from all browsers that are not known to the account. */
  async triesSince(
    tx: Tx,
    subject: string,
    origin: TryOrigin,
    since: Date,
  ): Promise<{ here: FailedTries; unknown: FailedTries }> {
    const [name, value] = 'device' in origin ? ['device', origin.device] : ['network', origin.network];
    const rows = await tx.query<FailedTries & { here: boolean; known: boolean }>(
      `SELECT details->>$4 = $5 AS here, details ? 'device' AS known, count(*)::int AS count, max(at) AS "lastAt" ${failed}
       GROUP BY 1, 2`,
      [tx.hospitalId, subject, since, name, value],
    );
    return { here: sumOf(rows.filter(({ here }) => here)), unknown: sumOf(rows.filter(({ known }) => !known)) };
  }
}

function sumOf(rows: readonly FailedTries[]): FailedTries {
  return rows.reduce<FailedTries>(
    (sum, { count, lastAt }) => ({
      count: sum.count + count,
      lastAt: sum.lastAt === null || (lastAt !== null && lastAt > sum.lastAt) ? lastAt : sum.lastAt,
    }),
    { count: 0, lastAt: null },
  );
}
