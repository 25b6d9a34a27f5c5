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
  /** Beside the database, for what else a measurement writes. */
  readonly folder: string;
  readonly log: Logger;
  /** A migrated database of that name. */
  database(name?: string): Promise<BenchDatabase>;
  /** Before the program ends. */
  stop(): Promise<void>;
}

/** A Postgres of the measurement’s own, which ends with it and leaves no file behind. `durable`: a commit waits for the disk. */
export async function startBenchServer({ durable = false } = {}): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'yunzhen-bench-'));
  // A server that was stopped may still be writing its last files.
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
 * Its `end` resolves when the connections are closed. That of a pool alone resolves when it has asked for that: a server that stops then
 * tells the ones that are still there that it ends them, when nobody listens any more.
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
