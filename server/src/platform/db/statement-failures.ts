import { DatabaseError } from 'pg';
import type { Logger, QueryRunner } from 'typeorm';
import { databaseFailureOf, isRepeatable } from './database-errors.ts';

/** Postgres’s answer to every statement of an aborted transaction. */
const ABORTED = '25P02';

/** Stores, with its runner, the failure that aborted a transaction, because the work may catch it and continue. */
export function noteFailure(runner: QueryRunner, error: unknown): void {
  if (error instanceof DatabaseError && error.code !== ABORTED) runner.data['failure'] = error;
}

/**
 * Returns the failure to report for a transaction that ended with `thrown`: the one that aborted it, when `thrown` only followed from it or a retry
 * may help.
 */
export function failureBehind(runner: QueryRunner, thrown: unknown): unknown {
  const noted: unknown = runner.data['failure'];
  if (noted === undefined) return thrown;
  const followed = thrown instanceof Error && (thrown as { code?: unknown }).code === ABORTED;
  return followed || isRepeatable(noted) || databaseFailureOf(noted) === 'away' ? noted : thrown;
}

/** TypeORM reports every statement and failure to its logger. This one logs nothing: the code that catches the error does. */
export class FailureNotes implements Logger {
  /** Rolling back to a savepoint makes the transaction usable again. */
  logQuery(sql: string, _values?: unknown, runner?: QueryRunner): void {
    if (runner && sql.startsWith('ROLLBACK TO')) delete runner.data['failure'];
  }

  logQueryError(error: string | Error, _sql: string, _values?: unknown, runner?: QueryRunner): void {
    if (runner) noteFailure(runner, error);
  }

  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
