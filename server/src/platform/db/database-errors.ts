import { AppError } from '@yunzhen/shared/core/errors';

/** What a database failure means for the caller. */
export type DatabaseFailure =
  /** Unreachable or unable to serve now: retrying later may work. */
  | 'away'
  /** A concurrent change: retrying may work. */
  | 'conflict'
  /** The tables are newer than this connection’s prepared statements: retrying works. */
  | 'outdated'
  /** A value that no column can store, e.g. a zero byte or an impossible date. */
  | 'data';

/** Operating system codes for a connection that failed or broke. */
const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);

/**
 * SQLSTATE 08 (connection), 53 (resources), 57 (operator intervention: shutting down, killed, statement timeout), 25P03
 * (idle in a transaction for too long), 55P03 (lock not available).
 */
const awayStates = /^(08...|53...|57...|25P03|55P03)$/;

/**
 * SQLSTATE of a write to a server that is read-only, such as a former primary after a failover. The api’s own read-only transactions are those of a
 * hospital that moves.
 */
const readOnlyState = '25006';

/** SQLSTATE 40 (rolled back for a deadlock or a serialization failure), 23505 (unique violation). */
const conflictStates = /^(40...|23505)$/;

/** Those of `awayStates` that concern every connection: lost, shutting down or starting (57P01 to 03), and no connection left (53300). */
const lostStates = /^(08...|57P0[123]|53300)$/;

/** Messages of the driver that have no code: of a connection that is lost, and of a statement that took too long. */
const lostMessages =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Cannot use a pool after)/;
const lateMessage = /^Query read timeout/;

/** A deadlock or serialisation failure: running the same transaction again may succeed. */
const repeatableStates: ReadonlySet<unknown> = new Set(['40P01', '40001']);

export function isRepeatable(error: unknown): boolean {
  return error instanceof Error && repeatableStates.has((error as { code?: unknown }).code);
}

/** Returns whether the database refused a write because the server or the transaction is read-only. */
export const isReadOnly = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === readOnlyState;

/** Returns whether a rule of ours in the database refused the statement, with an error code of ours. */
export const isRefusal = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'YZ001';

/** Returns the error for a write to a hospital that is closed for its move; it opens again within seconds, here or at its new address. */
export function hospitalIsMoving(cause: unknown): AppError {
  return new AppError('hospital.moving', 'hospital is closed for its move', { facts: { retryAfterSeconds: 2 }, cause });
}

/** Returns why a hospital takes nothing here: it is closed for its move, or has moved to another installation. Null for other errors. */
export function moveOf(error: unknown): 'moving' | 'moved' | null {
  if (error instanceof AppError) return error.code === 'hospital.moving' ? 'moving' : null;
  return isRefusal(error) && (error as { constraint?: unknown }).constraint === 'hospital.moved' ? 'moved' : null;
}

/** Returns whether only a new connection can go on: it finds the new primary, or prepares again what a migration changed. */
export function needsNewConnection(error: unknown): boolean {
  return isReadOnly(error) || databaseFailureOf(error) === 'outdated';
}

/** Returns whether the database cannot be reached, so that any other work would fail as well; false for a lock or a statement that took too long. */
export function isDatabaseLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (lostMessages.test(error.message)) return true;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && (connectionCodes.has(code) || lostStates.test(code));
}

/** Classifies database failures; null for other errors and programming errors. */
export function databaseFailureOf(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as { code?: unknown };
  if (error.name === 'QueryRunnerAlreadyReleasedError' || isDatabaseLost(error) || lateMessage.test(error.message))
    return 'away';
  if (typeof code !== 'string') return null;
  if (awayStates.test(code) || code === readOnlyState) return 'away';
  if (conflictStates.test(code)) return 'conflict';
  // The connection’s prepared statement was removed.
  if (code === '26000') return 'outdated';
  if (code === '0A000' && error.message.startsWith('cached plan')) return 'outdated';
  return /^22...$/.test(code) ? 'data' : null;
}
