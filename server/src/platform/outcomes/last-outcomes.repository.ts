import type { Tx } from '../db/transaction.ts';
import { lastOutcomeEntity, type LastOutcomeRow } from './last-outcome.entity.ts';
import type { Tally } from './outcome-tally.ts';

/** Last outcomes of the whole installation: one row for each name. */
export class LastOutcomesRepository {
  /** Adds what one process counted. The order of names avoids deadlocks between processes. */
  async add(tx: Tx, tallies: readonly Tally[]): Promise<void> {
    const rows = tallies.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
    await tx.query(
      `INSERT INTO last_outcome AS known (name, succeeded_at, failed_at, failure, failures)
       SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::int[])
       ON CONFLICT (name) DO UPDATE SET
         succeeded_at = greatest(known.succeeded_at, excluded.succeeded_at),
         failed_at = greatest(known.failed_at, excluded.failed_at),
         failure = CASE WHEN excluded.failed_at >= coalesce(known.failed_at, excluded.failed_at) THEN excluded.failure ELSE known.failure END,
         failures = excluded.failures + CASE WHEN excluded.succeeded_at IS NULL THEN known.failures ELSE 0 END`,
      [
        rows.map(({ name }) => name),
        rows.map(({ succeededAt }) => succeededAt),
        rows.map(({ failedAt }) => failedAt),
        rows.map(({ failure }) => failure),
        rows.map(({ failures }) => failures),
      ],
    );
  }

  all(tx: Tx): Promise<LastOutcomeRow[]> {
    return tx.manager.find(lastOutcomeEntity);
  }
}
