import { AppError } from '@yunzhen/shared/core/errors';
import { idempotencyKeyEntity } from './idempotency-key.entity.ts';
import type { Tx } from './tx.ts';

/** How long a key and its answer are stored: longer than any client retries. Answers contain personal data. */
const keptFor = '24 hours';

/**
 * Claims the context’s idempotency key for a command. Returns the stored answer, or null when the command must run (always without a key).
 * The unique index makes a second sender wait for the first transaction; it then returns the stored answer, or runs the command when the first rolled
 * back.
 * Throws `request.idempotency-mismatch` when the key belongs to another request. The digest decides (method, address, If-Match and body), and for whom.
 * The name does not count, so a retry after an upgrade that renamed the command finds its answer.
 */
export async function claimCommand(tx: Tx, name: string): Promise<{ answer: unknown } | null> {
  const { idempotencyKey: key, requestDigest, actor } = tx.context;
  if (!key || !actor) return null;
  const digest = requestDigest?.() ?? null;
  const actedFor = actor.actingFor?.patientId ?? actor.accountId;
  const claimed = await tx.query(
    `INSERT INTO idempotency_key (hospital_id, account_id, key, command, request_digest, acted_for, created_at) VALUES ($1,$2,$3,$4,$5,$6,$7)
     ON CONFLICT (hospital_id, account_id, key) DO NOTHING RETURNING key`,
    [tx.hospitalId, actor.accountId, key, name, digest, actedFor, tx.now],
  );
  if (claimed.length > 0) return null;
  const [earlier] = await tx.query<ClaimedCommand & { answer: unknown }>(
    `SELECT command, request_digest AS digest, acted_for AS "actedFor", answer FROM idempotency_key WHERE account_id = $1 AND key = $2`,
    [actor.accountId, key],
  );
  if (!earlier || !isSame(earlier, { command: name, digest, actedFor })) {
    throw new AppError('request.idempotency-mismatch', 'idempotency key was used for another request');
  }
  return { answer: earlier.answer };
}

interface ClaimedCommand {
  command: string;
  digest: Buffer | null;
  /** Null where the release before wrote it, which did not store for whom. */
  actedFor: string | null;
}

/** Compares digests; a claim without a digest does not come from a request, so only its name counts. */
function isSame(stored: ClaimedCommand, given: ClaimedCommand): boolean {
  if (stored.actedFor !== null && stored.actedFor !== given.actedFor) return false;
  // The digest was by the key of another installation, from which the hospital has moved.
  if (stored.digest?.length === 0) return stored.command === given.command;
  if (stored.digest && given.digest) return stored.digest.equals(given.digest);
  return stored.digest === given.digest && stored.command === given.command;
}

/** Deletes keys that are no longer retried, with their answers. */
export async function forgetAnswers(tx: Tx): Promise<void> {
  await tx.query(`DELETE FROM idempotency_key WHERE created_at < $1::timestamptz - interval '${keptFor}'`, [tx.now]);
}

export async function rememberAnswer(tx: Tx, answer: unknown): Promise<void> {
  const { idempotencyKey: key, actor } = tx.context;
  if (!key || !actor) return;
  await tx.query('UPDATE idempotency_key SET answer = $3 WHERE account_id = $1 AND key = $2', [
    actor.accountId,
    key,
    JSON.stringify(answer ?? null),
  ]);
}

/** Claims a key for an account that the command itself created, before any session exists. Its answer is not stored. */
export async function storeKey(tx: Tx, accountId: string, key: string, command: string): Promise<void> {
  const { hospitalId, now: createdAt } = tx;
  await tx.manager.insert(idempotencyKeyEntity, { hospitalId, accountId, key, command, createdAt });
}

export function isKeyOf(tx: Tx, accountId: string, key: string, command: string): Promise<boolean> {
  return tx.manager.existsBy(idempotencyKeyEntity, { accountId, key, command });
}
