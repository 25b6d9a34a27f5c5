import { IsNull, MoreThan } from 'typeorm';
import type { Tx } from '../../../platform/db/transaction.ts';
import { refreshTokenEntity, type RefreshTokenRow } from './refresh-token.entity.ts';
import { idleLifetime, sessionLifetime } from '../sign-in/sign-in.policy.ts';
import { placeOf } from './place-of.ts';
import { sessionEntity, type SessionEndReason, type SessionRow } from './session.entity.ts';

export class SessionsRepository {
  async add(
    tx: Tx,
    session: Pick<SessionRow, 'id' | 'accountId' | 'expiresAt' | 'factorPending' | 'enrolmentProvenAt'> &
      Partial<Pick<SessionRow, 'trustedDeviceId'>>,
  ): Promise<void> {
    await tx.manager.insert(sessionEntity, {
      ...session,
      hospitalId: tx.hospitalId,
      createdAt: tx.now,
      lastSeenAt: tx.now,
      userAgent: tx.context.userAgent ?? null,
      place: placeOf(tx.context.address),
    });
  }

  isFactorPending(tx: Tx, sessionId: string): Promise<boolean> {
    return tx.manager.existsBy(sessionEntity, { id: sessionId, factorPending: true });
  }

  /** Returns usable sessions of the account, latest first. */
  live(tx: Tx, accountId: string): Promise<SessionRow[]> {
    const idleSince = new Date(tx.now.getTime() - idleLifetime);
    const where = { accountId, endedAt: IsNull(), expiresAt: MoreThan(tx.now), lastSeenAt: MoreThan(idleSince) };
    return tx.manager.find(sessionEntity, { where, order: { lastSeenAt: 'DESC', id: 'DESC' } });
  }

  async addToken(tx: Tx, token: Pick<RefreshTokenRow, 'id' | 'sessionId' | 'secretHash' | 'expiresAt'>): Promise<void> {
    await tx.manager.insert(refreshTokenEntity, { ...token, hospitalId: tx.hospitalId, createdAt: tx.now });
  }

  findToken(tx: Tx, tokenId: string): Promise<RefreshTokenRow | null> {
    return tx.manager.findOneBy(refreshTokenEntity, { id: tokenId });
  }

  /** Loads and locks the session, so that two refreshes of one session run one after the other. */
  async lockByToken(tx: Tx, tokenId: string): Promise<SessionRow | null> {
    const token = await this.findToken(tx, tokenId);
    if (!token) return null;
    return tx.manager.findOne(sessionEntity, { where: { id: token.sessionId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Returns the unused token; a session has exactly one. */
  currentToken(tx: Tx, sessionId: string): Promise<RefreshTokenRow | null> {
    return tx.manager.findOneBy(refreshTokenEntity, { sessionId, usedAt: IsNull() });
  }

  /** Marks a token as used and the session as active, and deletes expired tokens of the session. */
  async useToken(tx: Tx, token: Pick<RefreshTokenRow, 'id' | 'sessionId'>): Promise<void> {
    await tx.manager.update(refreshTokenEntity, { id: token.id }, { usedAt: tx.now });
    await tx.manager.update(
      sessionEntity,
      { id: token.sessionId },
      { lastSeenAt: tx.now, place: placeOf(tx.context.address) },
    );
    await tx.query('DELETE FROM refresh_token WHERE session_id = $1 AND expires_at <= $2', [token.sessionId, tx.now]);
  }

  /** Records that the session gave its second factor. Its next access token has its roles, and it gets the usual lifetime. */
  async letIn(tx: Tx, sessionId: string): Promise<void> {
    await tx.query(
      `UPDATE session SET factor_pending = false, expires_at = created_at + $2::int * interval '1 millisecond'
       WHERE id = $1 AND factor_pending`,
      [sessionId, sessionLifetime],
    );
  }

  /** Stores the device that the session has trusted, for the sessions of the device that it replaces too. */
  async setTrustedDevice(
    tx: Tx,
    { id, accountId }: Pick<SessionRow, 'id' | 'accountId'>,
    deviceId: string,
    replaced: readonly string[],
  ): Promise<void> {
    await tx.query(
      'UPDATE session SET trusted_device_id = $3 WHERE account_id = $2 AND (id = $1 OR trusted_device_id = ANY($4::uuid[]))',
      [id, accountId, deviceId, replaced],
    );
  }

  async trustedDeviceOf(tx: Tx, sessionId: string): Promise<string | null> {
    const session = await tx.manager.findOneBy(sessionEntity, { id: sessionId });
    return session?.trustedDeviceId ?? null;
  }

  /** Returns the device that opened the session or was trusted in it, and locks the session, so that it trusts one at a time. */
  async lockTrustedDevice(tx: Tx, sessionId: string): Promise<string | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    const session = await tx.manager.findOne(sessionEntity, { where: { id: sessionId }, lock });
    return session?.trustedDeviceId ?? null;
  }

  async end(tx: Tx, sessionId: string, reason: SessionEndReason): Promise<void> {
    const open = { id: sessionId, endedAt: IsNull() };
    await tx.manager.update(sessionEntity, open, { endedAt: tx.now, endReason: reason });
  }

  /** Ends every session of the transaction’s hospital. Returns those that were open. */
  async endOfHospital(tx: Tx, reason: SessionEndReason): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'UPDATE session SET ended_at = $2, end_reason = $3 WHERE hospital_id = $1 AND ended_at IS NULL RETURNING id',
      [tx.hospitalId, tx.now, reason],
    );
    return rows.map(({ id }) => id);
  }

  /** Ends every session of the account except the one named. Returns those that were open. */
  async endAll(tx: Tx, accountId: string, reason: SessionEndReason, except: string | null = null): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `UPDATE session SET ended_at = $2, end_reason = $3
       WHERE account_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $4::uuid RETURNING id`,
      [accountId, tx.now, reason, except],
    );
    return rows.map(({ id }) => id);
  }
}
