import { LessThanOrEqual } from 'typeorm';
import type { CallKey, CodePart, WrappedKey } from '@yunzhen/shared/calls/keys.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { callKeyEntity, type CallKeyRow } from './call-key.entity.ts';
import { callWrappedKeyEntity } from './call-wrapped-key.entity.ts';

const keyColumns = [
  'id',
  'participantId',
  'publicKey',
  'publishedAt',
  'codeRound',
  'codeCommitment',
  'codeNonce',
] as const satisfies readonly (keyof CallKeyRow)[];
const keySql = `SELECT ${columnsOf(callKeyEntity, 'k', keyColumns)}
  FROM call_key k WHERE k.visit_id = $1 ORDER BY k.published_at, k.id`;

/** A sender needs its latest key and, for frames in transit, the previous one. */
const epochsKept = 2;

/** Stores the keys of calls. Callers hold the lock of the visit for changes. */
export class CallKeysRepository {
  async ofVisit(tx: Tx, visitId: string): Promise<CallKey[]> {
    const rows = await tx.query<Pick<CallKeyRow, (typeof keyColumns)[number]>>(keySql, [visitId]);
    return rows.map(({ codeRound: round, codeCommitment: commitment, codeNonce: nonce, publishedAt, ...key }) => ({
      ...key,
      publishedAt: publishedAt.toISOString(),
      part: round !== null && commitment !== null ? { round, commitment, nonce } : null,
    }));
  }

  /** Returns false when a key with this id exists, of any participant. */
  async insert(tx: Tx, visitId: string, key: Omit<CallKey, 'part'>): Promise<boolean> {
    const inserted = await tx.query(
      `INSERT INTO call_key (id, hospital_id, visit_id, participant_id, public_key, published_at)
       VALUES ($1,$2,$3,$4,$5,$6) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [key.id, tx.hospitalId, visitId, key.participantId, key.publicKey, key.publishedAt],
    );
    return inserted.length > 0;
  }

  /** Stores the part for the page’s current round and replaces that of an earlier round. */
  async storePart(tx: Tx, keyId: string, { round, commitment, nonce }: CodePart): Promise<void> {
    const part = { codeRound: round, codeCommitment: commitment, codeNonce: nonce };
    await tx.manager.update(callKeyEntity, { id: keyId }, part);
  }

  /** Removes the key of one participant and every media key wrapped for it or by it. Returns whether there was one. */
  async remove(tx: Tx, visitId: string, participantId: string): Promise<boolean> {
    return ((await tx.manager.delete(callKeyEntity, { visitId, participantId })).affected ?? 0) > 0;
  }

  async removeAll(tx: Tx, visitId: string): Promise<void> {
    await tx.manager.delete(callKeyEntity, { visitId });
  }

  wrappedFor(tx: Tx, keyId: string): Promise<WrappedKey[]> {
    return tx.query<WrappedKey>(
      `SELECT from_id AS "from", to_id AS "to", epoch, wrapped FROM call_wrapped_key
       WHERE to_id = $1 ORDER BY from_id, epoch`,
      [keyId],
    );
  }

  /** Stores wrapped media keys; existing ones do not change. */
  async storeWrapped(tx: Tx, { from, to, epoch, wrapped }: WrappedKey): Promise<void> {
    const key = { fromId: from, toId: to };
    await insertUnlessThere(tx, callWrappedKeyEntity, { ...key, epoch, hospitalId: tx.hospitalId, wrapped });
    await tx.manager.delete(callWrappedKeyEntity, { ...key, epoch: LessThanOrEqual(epoch - epochsKept) });
  }
}
