import { rm } from 'node:fs/promises';
import type { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginDeparture, closeHospital, reopen, type Departure } from '../../../server/src/move/departing-hospital.ts';
import { openOwnerSession } from '../../../server/src/move/owner-session.ts';
import { startEmbeddedPostgres, type EmbeddedServer } from '../../../server/src/platform/db/embedded-postgres.ts';
import { migrate } from '../../../server/src/platform/db/migrate.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { makeDatabaseFolder } from '../../support/database-folder.ts';
import { accessOf } from '../../support/request-key.ts';

const log = createLogger({ name: 'test', level: 'silent' });
const passwords = { admin: 'test-admin', app: 'test-app' };
const departure: Departure = { hospitalId: newId(), move: newId(), address: 'https://new.example.test' };
let folder: string;
let server: EmbeddedServer;
let owner: Client;
let other: Client;
/** The process of the database that serves the move. */
let moving: number | undefined;

/** A server with two-phase commit, which Postgres has off. */
beforeAll(async () => {
  folder = await makeDatabaseFolder();
  const before = await startEmbeddedPostgres({ folder, passwords, log, throwAway: true });
  const client = await openOwnerSession(before.adminUrl('postgres'), '');
  await client.query('ALTER SYSTEM SET max_prepared_transactions = 2');
  await client.end();
  await before.stop();
  server = await startEmbeddedPostgres({ folder, passwords, log, throwAway: true });
  await server.createDatabase('yunzhen');
  await migrate(server.adminUrl('yunzhen'), accessOf(server.appUrl('yunzhen')));
  owner = await openOwnerSession(server.adminUrl('yunzhen'), departure.hospitalId);
  other = await openOwnerSession(server.adminUrl('yunzhen'), departure.hospitalId);
  moving = (await owner.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid;
  await owner.query(
    `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at) VALUES ($1, 'wuzhen', '{}', 'CN', 'UTC', 'en', now())`,
    [departure.hospitalId],
  );
}, 120_000);
afterAll(async () => {
  await Promise.all([owner.end(), other.end()]);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => beginDeparture(owner, departure));
afterEach(() => reopen(owner, departure.hospitalId));

const close = (withinMs = 60_000) => closeHospital(owner, departure, { withinMs, say: () => undefined });
const stateOfHospital = async () =>
  (await other.query<{ state: string | null }>('SELECT move_state AS state FROM hospital')).rows[0]?.state;

const lastQueryOfMove = async () =>
  (await other.query<{ query: string }>('SELECT query FROM pg_stat_activity WHERE pid = $1', [moving])).rows[0]?.query;

describe('a hospital that closes for its move', () => {
  it('names the prepared transaction that keeps it from closing', async () => {
    await other.query(`BEGIN; SELECT pg_current_xact_id(); PREPARE TRANSACTION 'transfer 7'`);
    await expect(close(0)).rejects.toThrow('because of the prepared transaction transfer 7 (role postgres), prepared');
    await other.query(`ROLLBACK PREPARED 'transfer 7'`);
    await reopen(owner, departure.hospitalId);
    await beginDeparture(owner, departure);
    await close();
  });

  it('waits for a transaction that is prepared while it waits', async () => {
    const earlier = await openOwnerSession(server.adminUrl('yunzhen'), departure.hospitalId);
    await earlier.query('BEGIN; SELECT pg_current_xact_id()');
    const ended: string[] = [];
    const closing = close().then(() => ended.push('closed'));
    await expect.poll(stateOfHospital).toBe('closed');
    await earlier.query(`PREPARE TRANSACTION 'transfer 8'`);
    await expect.poll(lastQueryOfMove).toContain('pg_prepared_xacts');
    ended.push('committed');
    await earlier.query(`COMMIT PREPARED 'transfer 8'`);
    await closing;
    expect(ended).toEqual(['committed', 'closed']);
    await earlier.end();
  });
});
