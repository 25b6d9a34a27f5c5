import pg from 'pg';
import { timeouts } from '../config/timeouts.ts';
import { jobsSchema } from '../db/migrate.ts';
import { StartError } from '../process/start-failure.ts';
import { installedQuery, jobSchema, objectionToJobs, readInstalled } from './job-schema.ts';

/** What pg-boss asks before it starts; it refuses every version but its own. */
const versionQuery = `SELECT version from ${jobsSchema}.version`;

/** pg-boss’s connections. It starts on a newer schema that the release which made it says it may use. */
export class JobDatabase {
  readonly #pool: pg.Pool;
  #closing: Promise<void> | undefined;

  constructor(connectionString: string, onError: (error: Error) => void) {
    this.#pool = new pg.Pool({
      connectionString,
      max: 4,
      application_name: 'pgboss',
      connectionTimeoutMillis: 10_000,
      // A connection lost in silence must not keep its place in the pool.
      query_timeout: timeouts['database.answer'],
    });
    this.#pool.on('error', onError);
  }

  async executeSql<Row extends pg.QueryResultRow = Record<string, unknown>>(
    text: string,
    values?: unknown[],
  ): Promise<{ rows: Row[] }> {
    if (text === versionQuery) return { rows: [{ version: await this.#usableVersion() } as unknown as Row] };
    // As it is: of several statements at once pg-boss expects what pg returns for them.
    return this.#pool.query<Row>(text, values);
  }

  /** Throws `StartError` for a schema that this program can’t use. */
  async #usableVersion(): Promise<number> {
    const { rows } = await this.#pool.query<{ version: number; remark: string | null }>(installedQuery(jobsSchema));
    const objection = objectionToJobs(readInstalled(rows[0]));
    if (objection) throw new StartError(`DATABASE_URL: ${objection}.`);
    return jobSchema;
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#pool.end());
  }
}
