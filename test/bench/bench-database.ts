import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../server/src/platform/db/embedded-postgres.ts';
import { migrate } from '../../server/src/platform/db/migrate.ts';
import { createLogger, type Logger } from '../../server/src/platform/logging/logger.ts';
import { atTheEnd } from './endings.ts';
import { accessOf } from '../support/request-key.ts';

export interface BenchDatabase {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly admin: pg.Pool;
}

export interface BenchServer {
  /** A folder beside the database for further files of a benchmark. */
  readonly folder: string;
  readonly log: Logger;
  /** Returns a migrated database of that name. */
  database(name?: string): Promise<BenchDatabase>;
  /** Stops the server before the program ends. */
  stop(): Promise<void>;
}

/** Starts a Postgres for one benchmark, which ends with it and leaves no files. `durable`: commits wait for the disk. */
export async function startBenchServer({ durable = false } = {}): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'yunzhen-bench-'));
  // A stopped server may still be writing its last files.
  atTheEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const log = createLogger({ name: 'bench', level: 'error' });
  const passwords = { admin: 'bench-admin', app: 'bench-app' };
  const server = await startEmbeddedPostgres({ folder, passwords, log, throwAway: !durable });
  const pools: { end: () => Promise<void> }[] = [];
  const stop = atTheEnd(async () => {
    await Promise.all(pools.map(({ end }) => end()));
    await server.stop();
  });
  return {
    folder,
    log,
    stop,
    database: async (name = 'bench') => {
      await server.createDatabase(name);
      const adminUrl = server.adminUrl(name);
      await migrate(adminUrl, accessOf(server.appUrl(name)));
      const { pool: admin, end } = openPool(adminUrl);
      pools.push({ end });
      return { adminUrl, appUrl: server.appUrl(name), admin };
    },
  };
}

/**
 * Opens a pool whose `end` resolves when the connections are closed. A pool's own `end` resolves earlier, and a server that stops then sends errors
 * to connections without a listener.
 */
function openPool(connectionString: string): { pool: pg.Pool; end: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString, max: 3 });
  const open = new Set<pg.PoolClient>();
  pool.on('connect', (client) => void open.add(client));
  pool.on('remove', (client) => void open.delete(client));
  const end = async () => {
    await pool.end();
    while (open.size > 0) await once(pool, 'remove');
  };
  return { pool, end };
}
