import { DatabaseError } from 'pg';
import type { Logger, QueryRunner } from 'typeorm';
import { databaseFailureOf, isRepeatable } from './database-errors.ts';

/** What Postgres answers to every statement of a transaction that an earlier failure has aborted. */
const ABORTED = '25P02';

/** Keeps, with its runner, the failure that aborted a transaction: the work may catch it and go on. */
export function noteFailure(runner: QueryRunner, error: unknown): void {
  if (error instanceof DatabaseError && error.code !== ABORTED) runner.data['failure'] = error;
}

/**
 * The failure to report for a transaction that ended with `thrown`: the one that aborted it, where `thrown` only followed from it,
 * or where asking again may help.
 */
export function failureBehind(runner: QueryRunner, thrown: unknown): unknown {
  const noted: unknown = runner.data['failure'];
  if (noted === undefined) return thrown;
  const followed = thrown instanceof Error && (thrown as { code?: unknown }).code === ABORTED;
  return followed || isRepeatable(noted) || databaseFailureOf(noted) === 'away' ? noted : thrown;
}

/** TypeORM reports every statement and every failure to its logger. This one logs nothing: who catches the error logs it. */
export class FailureNotes implements Logger {
  /** Going back to a savepoint mends the transaction. */
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
