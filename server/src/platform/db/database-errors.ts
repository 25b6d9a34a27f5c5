/** What a failure of the database means for the one who asked. */
export type DatabaseFailure =
  /** It can’t be reached or can’t serve now: asking again later may work. */
  | 'away'
  /** Somebody else did something at the same moment: asking again may work. */
  | 'conflict'
  /** The tables are newer than what this connection has prepared: asking again works. */
  | 'outdated'
  /** A value that no column can hold, e.g. a zero byte or a day that no calendar has. */
  | 'data';

/** Codes of the operating system for a connection that can’t be made or has broken. */
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

/** SQLSTATE 40 (rolled back for a deadlock or a serialization failure), 23505 (unique violation). */
const conflictStates = /^(40...|23505)$/;

/** The driver has no code for these. */
const awayMessages =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Query read timeout|Cannot use a pool after)/;

/** A deadlock or a serialisation failure: the same transaction, run again, may succeed. */
const repeatableStates: ReadonlySet<unknown> = new Set(['40P01', '40001']);

export function isRepeatable(error: unknown): boolean {
  return error instanceof Error && repeatableStates.has((error as { code?: unknown }).code);
}

/** Tells failures of the database apart; null for what is none, or is a mistake of ours. */
export function databaseFailureOf(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as { code?: unknown };
  if (error.name === 'QueryRunnerAlreadyReleasedError' || awayMessages.test(error.message)) return 'away';
  if (typeof code !== 'string') return null;
  if (connectionCodes.has(code) || awayStates.test(code)) return 'away';
  if (conflictStates.test(code)) return 'conflict';
  // Someone has removed what this connection had prepared.
  if (code === '26000') return 'outdated';
  if (code === '0A000' && error.message.startsWith('cached plan')) return 'outdated';
  return /^22...$/.test(code) ? 'data' : null;
}
