import { EventEmitter, on, once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import pg from 'pg';
import { Envelope } from '../../../server/src/platform/backup/envelope.ts';
import { FolderStore } from '../../../server/src/platform/backup/folder-store.ts';
import { giveBackupRole } from '../../../server/src/platform/backup/role.ts';
import { WalShipper } from '../../../server/src/platform/backup/wal-shipper.ts';
import type { BackupStore } from '../../../server/src/platform/backup/backup-store.ts';
import { startEmbeddedPostgres, type EmbeddedServer } from '../../../server/src/platform/db/embedded-postgres.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { machineSecrets } from '../../../server/src/platform/process/secrets.ts';

export const silent = createLogger({ name: 'test', level: 'silent' });

/** The database of a single machine with one table, a key pair and a folder for backups. */
export interface BackupGround {
  folder: string;
  secrets: string;
  backupUrl: string;
  identity: string;
  recipient: string;
  envelope: Envelope;
  store: FolderStore;
  database: pg.Client;
  server: EmbeddedServer;
  /** Connects to another database of the server as its superuser. */
  connect(database: string): Promise<pg.Client>;
  /** Returns the path of a new folder that does not exist yet. */
  fresh(): string;
  close(): Promise<void>;
}

export async function backupGround(): Promise<BackupGround> {
  const folder = await mkdtemp(join(tmpdir(), 'yunzhen-backup-'));
  const data = join(folder, 'data');
  const secrets = await machineSecrets(data);
  const server = await startEmbeddedPostgres({
    folder: data,
    passwords: { admin: secrets.DATABASE_ADMIN_PASSWORD, app: secrets.DATABASE_APP_PASSWORD },
    log: silent,
    throwAway: true,
  });
  const backupUrl = await giveBackupRole(server.adminUrl('postgres'), secrets.DATABASE_BACKUP_PASSWORD);
  const connect = async (name: string) => {
    const client = new pg.Client({ connectionString: server.adminUrl(name) });
    await client.connect();
    return client;
  };
  const database = await connect('postgres');
  await database.query('CREATE TABLE entry (id int PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp())');
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  let count = 0;
  return {
    folder,
    secrets: join(data, 'secrets.json'),
    backupUrl,
    identity,
    recipient,
    envelope: new Envelope({ recipients: [recipient], identities: [identity] }),
    store: new FolderStore(join(folder, 'backups')),
    database,
    server,
    connect,
    fresh: () => join(folder, `restored-${++count}`),
    close: async () => {
      await database.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Archives the log. `begun` resolves when it has started, `caughtUp` when everything until a time is stored. */
export function archiving(ground: BackupGround, store: BackupStore = ground.store) {
  const events = new EventEmitter<{ current: [Date]; trouble: [string | null]; chain: [string] }>();
  const begun = once(events, 'chain');
  const shipper = new WalShipper({
    url: ground.backupUrl,
    store,
    envelope: ground.envelope,
    log: silent,
    current: (at) => events.emit('current', at),
    trouble: (reason) => events.emit('trouble', reason),
    newChain: (chain) => events.emit('chain', chain),
  });
  shipper.start();
  const until = async <Name extends 'current' | 'trouble'>(name: Name, fits: (value: unknown) => boolean) => {
    for await (const [value] of on(events, name)) if (fits(value)) return value as unknown;
    return null;
  };
  return {
    begun,
    /** Resolves when everything written until now is stored. */
    caughtUp: (now = Date.now()) => until('current', (at) => (at as Date).getTime() > now),
    failing: () => until('trouble', (reason) => reason !== null),
    stop: () => shipper.stop(),
  };
}

/** Returns the table’s rows in a restored data folder. */
export const entriesIn = async (folder: string): Promise<number[]> => (await restoredIn(folder)).entries;

/** Starts a restored data folder; returns the table’s rows, and the timeline that the database writes. */
export async function restoredIn(folder: string): Promise<{ entries: number[]; timeline: number }> {
  const secrets = await machineSecrets(folder);
  const server: EmbeddedServer = await startEmbeddedPostgres({
    folder,
    passwords: { admin: secrets.DATABASE_ADMIN_PASSWORD, app: secrets.DATABASE_APP_PASSWORD },
    log: silent,
    throwAway: true,
  });
  const client = new pg.Client({ connectionString: server.adminUrl('postgres') });
  await client.connect();
  try {
    const { rows } = await client.query<{ entries: number[] | null; timeline: string }>(
      `SELECT array_agg(id ORDER BY id) AS entries, left(pg_walfile_name(pg_current_wal_lsn()), 8) AS timeline FROM entry`,
    );
    return { entries: rows[0]?.entries ?? [], timeline: parseInt(rows[0]?.timeline ?? '', 16) };
  } finally {
    await client.end();
    await server.stop();
  }
}

/** Changes a stored file and returns a function that reverts the change. */
export async function spoil(file: string, change: (bytes: Buffer) => void): Promise<() => Promise<void>> {
  const bytes = await readFile(file);
  const spoilt = Buffer.from(bytes);
  change(spoilt);
  await writeFile(file, spoilt);
  return () => writeFile(file, bytes);
}
