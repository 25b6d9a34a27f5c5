import { silentProcessSeconds } from '../../../platform/realtime/process-line.ts';
import type { Tx } from '../../../platform/db/transaction.ts';

/** True of an account that has a page open at a process of the api that lives. By the database's own clock, as the processes' beats are. */
export const onlineSql = (accountId: string) =>
  `EXISTS (SELECT 1 FROM open_page op JOIN api_process ap ON ap.id = op.process_id
     WHERE op.account_id = ${accountId} AND ap.beat_at > clock_timestamp() - interval '${silentProcessSeconds} seconds')`;

/** Who has a page open, at whichever process. */
export class OpenPagesRepository {
  /**
   * Says whether the account has a page at this process, and answers whether it has one anywhere. Who opens and who closes a page of one
   * account go one after the other, so that whoever comes last sees both.
   */
  async note(tx: Tx, processId: string, accountId: string, isHere: () => boolean): Promise<boolean> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 17))', [accountId]);
    if (isHere())
      await tx.query(
        `INSERT INTO open_page (account_id, process_id, hospital_id) VALUES ($1,$2,$3) ON CONFLICT DO NOTHING`,
        [accountId, processId, tx.hospitalId],
      );
    else await tx.query('DELETE FROM open_page WHERE account_id = $1 AND process_id = $2', [accountId, processId]);
    const [row] = await tx.query<{ online: boolean }>(`SELECT ${onlineSql('$1::uuid')} AS online`, [accountId]);
    return row?.online === true;
  }

  async online(tx: Tx, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (accountIds.length === 0) return new Set();
    const rows = await tx.query<{ id: string }>(
      `SELECT a.id FROM unnest($1::uuid[]) AS a (id) WHERE ${onlineSql('a.id')}`,
      [accountIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
