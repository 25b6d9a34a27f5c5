import { silentProcessSeconds } from '../../../platform/realtime/cluster-bus.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import { openPageEntity } from './open-page.entity.ts';

/** SQL condition for an account with an open page on a live api process, by the database clock like the heartbeats. */
export const onlineSql = (accountId: string) =>
  `EXISTS (SELECT 1 FROM open_page op JOIN api_process ap ON ap.id = op.process_id
     WHERE op.account_id = ${accountId} AND ap.beat_at > clock_timestamp() - interval '${silentProcessSeconds} seconds')`;

/** Stores which accounts have an open page, across all api processes. */
export class OpenPagesRepository {
  /**
   * Stores whether the account has a page on this process; returns whether it has one on any. An advisory lock serialises changes of one account, so
   * that the last one sees all others.
   */
  async note(tx: Tx, processId: string, accountId: string, isHere: () => boolean): Promise<boolean> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 17))', [accountId]);
    const page = { accountId, processId };
    if (isHere()) await insertUnlessThere(tx, openPageEntity, { ...page, hospitalId: tx.hospitalId });
    else await tx.manager.delete(openPageEntity, page);
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
