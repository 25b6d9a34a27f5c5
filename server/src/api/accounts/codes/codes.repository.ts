import type { Tx } from '../../../platform/db/transaction.ts';
import { oneTimeCodeEntity, type CodePurpose, type OneTimeCodeRow } from './one-time-code.entity.ts';

type NewCode = Omit<OneTimeCodeRow, 'hospitalId' | 'createdAt' | 'failures' | 'proofDigest' | 'provenAt' | 'usedAt'>;

export class CodesRepository {
  /**
   * Returns codes since then, and serialises requests for one address until the transaction ends. Codes for the address count apart when they were
   * requested in a browser that knows the account.
   */
  async recent(
    tx: Tx,
    {
      targetDigest,
      senderDigest,
      knownBrowser,
    }: Pick<OneTimeCodeRow, 'targetDigest' | 'senderDigest' | 'knownBrowser'>,
    since: Date,
  ): Promise<{ toTarget: Date[]; fromSender: number }> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${tx.hospitalId} ${targetDigest.toString('hex')}`,
    ]);
    const to = await tx.query<{ at: Date }>(
      `SELECT created_at AS at FROM one_time_code
       WHERE hospital_id = $1 AND target_digest = $2 AND created_at > $3 AND known_browser = $4`,
      [tx.hospitalId, targetDigest, since, knownBrowser],
    );
    const [from] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM one_time_code WHERE hospital_id = $1 AND sender_digest = $2 AND created_at > $3`,
      [tx.hospitalId, senderDigest, since],
    );
    return { toTarget: to.map(({ at }) => at), fromSender: from?.count ?? 0 };
  }

  /**
   * Returns how many codes by text message were requested in this hospital, without those to proven numbers: since the first time, in all and from
   * this larger network; and since the second, for these purposes.
   */
  async byTextMessage(
    tx: Tx,
    hourAgo: Date,
    dayAgo: Date,
    ofDay: readonly CodePurpose[],
    siteDigest: Buffer,
  ): Promise<{ hour: number; site: number; day: number }> {
    const [row] = await tx.query<{ hour: number; site: number; day: number }>(
      `SELECT (count(*) FILTER (WHERE created_at > $2))::int AS hour, (count(*) FILTER (WHERE created_at > $2 AND site_digest = $5))::int AS site,
              (count(*) FILTER (WHERE purpose = ANY($4)))::int AS day
       FROM one_time_code WHERE hospital_id = $1 AND channel = 'sms' AND purpose NOT IN ('confirm', 'enrol') AND created_at > $3`,
      [tx.hospitalId, hourAgo, dayAgo, ofDay, siteDigest],
    );
    return row ?? { hour: 0, site: 0, day: 0 };
  }

  /** Counts a code by text message of any hospital. Returns how many today by the database’s clock; null, and counts nothing, when there were that many. */
  async countText(tx: Tx, most: number): Promise<number | null> {
    const [counted] = await tx.query<{ codes: number }>(
      `INSERT INTO text_code_total AS known (name, day, codes) VALUES ('installation', (now() AT TIME ZONE 'UTC')::date, 1)
       ON CONFLICT (name) DO UPDATE SET day = excluded.day, codes = CASE WHEN known.day = excluded.day THEN known.codes + 1 ELSE 1 END
         WHERE known.day <> excluded.day OR known.codes < $1 RETURNING codes`,
      [most],
    );
    return counted?.codes ?? null;
  }

  /**
   * Adds a code, invalidates earlier ones of the same purpose and address, and deletes old ones. A stranger’s request leaves the code valid that the
   * holder requested in a known browser.
   */
  async add(tx: Tx, code: NewCode): Promise<void> {
    await tx.query(
      `UPDATE one_time_code SET expires_at = $4 WHERE hospital_id = $1 AND target_digest = $2 AND purpose = $3 AND proven_at IS NULL
         AND expires_at > $4 AND (NOT known_browser OR $5)`,
      [tx.hospitalId, code.targetDigest, code.purpose, tx.now, code.knownBrowser],
    );
    await tx.query(
      `DELETE FROM one_time_code WHERE hospital_id = $1 AND created_at < $2::timestamptz - interval '1 day'`,
      [tx.hospitalId, tx.now],
    );
    await tx.manager.insert(oneTimeCodeEntity, { ...code, hospitalId: tx.hospitalId, createdAt: tx.now });
  }

  /** Loads and locks a code, so that only one request tries it at a time. */
  lock(tx: Tx, codeId: string): Promise<OneTimeCodeRow | null> {
    return tx.manager.findOne(oneTimeCodeEntity, { where: { id: codeId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Loads and locks the account’s latest code of a purpose. */
  lockLatest(tx: Tx, accountId: string, purpose: CodePurpose): Promise<OneTimeCodeRow | null> {
    return tx.manager.findOne(oneTimeCodeEntity, {
      where: { accountId, purpose },
      order: { createdAt: 'DESC', id: 'DESC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async fail(tx: Tx, codeId: string): Promise<void> {
    await tx.manager.increment(oneTimeCodeEntity, { id: codeId }, 'failures', 1);
  }

  async prove(tx: Tx, codeId: string, proofDigest: Buffer): Promise<void> {
    await tx.manager.update(oneTimeCodeEntity, { id: codeId }, { proofDigest, provenAt: tx.now });
  }

  lockByProof(tx: Tx, proofDigest: Buffer): Promise<OneTimeCodeRow | null> {
    const where = { hospitalId: tx.hospitalId, proofDigest };
    return tx.manager.findOne(oneTimeCodeEntity, { where, lock: { mode: 'pessimistic_write' } });
  }

  async use(tx: Tx, codeId: string, accountId: string): Promise<void> {
    await tx.manager.update(oneTimeCodeEntity, { id: codeId }, { usedAt: tx.now, accountId });
  }
}
