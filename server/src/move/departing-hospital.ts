import type { Client } from 'pg';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../platform/process/start-failure.ts';
import { auditStep, inTransaction, logStep } from './owner-session.ts';
import { deleteJobs } from './moved-jobs.ts';

/** A hospital of the source, and its move. */
export interface Departure {
  hospitalId: string;
  move: string;
  /** The new address of its pages. */
  address: string;
}

export interface FoundHospital {
  id: string;
  slug: string;
  isDemo: boolean;
  moveState: 'closed' | 'moved' | null;
  movedTo: string | null;
  /** The move that closed it, or the latest. */
  move: string | null;
}

/** Returns the hospital with that name in its address. Throws `StartError` when there is none. */
export async function findHospital(client: Client, slug: string): Promise<FoundHospital> {
  const { rows } = await client.query<FoundHospital>(
    `SELECT h.id, h.slug, h.demo_accounts <> '[]' AS "isDemo", h.move_state AS "moveState", h.moved_to AS "movedTo", m.move
     FROM hospital h LEFT JOIN hospital_move m ON m.hospital = h.id WHERE h.slug = $1`,
    [slug],
  );
  if (!rows[0]) throw new StartError(`There is no hospital ${slug} here.`);
  return rows[0];
}

export async function beginDeparture(client: Client, { hospitalId, move, address }: Departure): Promise<void> {
  await inTransaction(client, 'BEGIN', async () => {
    await client.query(
      `INSERT INTO hospital_move (hospital, move, state, started_at, changed_at, address) VALUES ($1, $2, 'copying', now(), now(), $3)
       ON CONFLICT (hospital) DO UPDATE SET move = $2, state = 'copying', started_at = now(), changed_at = now(), address = $3,
         withdrawal = NULL, arriving = NULL`,
      [hospitalId, move, address],
    );
    await auditStep(client, 'hospital.move-started', { hospitalId, move });
    await logStep(client, 'hospital.move-started', { hospitalId, move, address });
  });
}

/** Returns how many calls of the hospital are open. */
export async function openCalls(client: Client, hospitalId: string): Promise<number> {
  const { rows } = await client.query<{ calls: number }>(
    'SELECT count(DISTINCT visit_id)::int AS calls FROM call_session WHERE hospital_id = $1 AND closed_at IS NULL',
    [hospitalId],
  );
  return rows[0]?.calls ?? 0;
}

interface Closing {
  /** After this time the closure fails: the hospital waits for transactions of anyone, such as a dump of the whole database. */
  withinMs: number;
  say: (line: string) => void;
}

/** Makes the hospital read-only, and waits for transactions that began before or are prepared. Throws `StartError` when one does not end in time. */
export async function closeHospital(
  client: Client,
  { hospitalId, move }: Departure,
  { withinMs, say }: Closing,
): Promise<void> {
  const begun = performance.now();
  await inTransaction(client, 'BEGIN', async () => {
    await setMoveState(client, { hospitalId, move, from: 'copying', to: 'closed' });
    await client.query(`UPDATE hospital SET move_state = 'closed' WHERE id = $1`, [hospitalId]);
    await auditStep(client, 'hospital.move-closed', { hospitalId, move });
  });
  const earlier = await openTransactions(client);
  for (let isSaid = false; ; await delay(10)) {
    // In this order: one that is prepared now is in the second list before it leaves the first.
    const holder = (await oldestOf(client, earlier)) ?? (await oldestPrepared(client));
    if (!holder) return;
    const waited = performance.now() - begun;
    if (waited > withinMs)
      throw new StartError(`The hospital could not be closed in time, because of ${holder}. End that, or wait for it.`);
    if (isSaid || waited < 1_000) continue;
    say(`The hospital is closed; waiting for ${holder}.`);
    isSaid = true;
  }
}

/** Links the last audit entries of a hospital that is closed. */
export async function linkLastEntries(client: Client, { hospitalId }: Departure): Promise<void> {
  for (let linked = 1; linked > 0;) {
    const { rows } = await client.query<{ linked: number }>('SELECT seal_entries($1, 5000) AS linked', [hospitalId]);
    linked = rows[0]?.linked ?? 0;
  }
}

/** Every transaction has its own lock, which everyone may see, from its first statement to its end. */
async function openTransactions(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT l.virtualtransaction AS id FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE l.locktype = 'virtualxid' AND l.granted AND l.pid <> pg_backend_pid() AND a.datname = current_database() AND a.usesysid IS NOT NULL`,
  );
  return rows.map(({ id }) => id);
}

/** Returns which of the transactions has been open for longest, in words; null when all have ended. */
async function oldestOf(client: Client, transactions: readonly string[]): Promise<string | null> {
  const { rows } = await client.query<{ pid: number; program: string; role: string; seconds: number }>(
    `SELECT l.pid, coalesce(a.application_name, '') AS program, coalesce(a.usename, '') AS role,
       coalesce(extract(epoch FROM clock_timestamp() - a.xact_start), 0)::int AS seconds
     FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE l.locktype = 'virtualxid' AND l.granted AND l.virtualtransaction = ANY ($1) ORDER BY seconds DESC LIMIT 1`,
    [transactions],
  );
  const [found] = rows;
  if (!found) return null;
  const { pid, program, role, seconds } = found;
  return `a transaction of process ${pid} of the database (${program || 'unnamed'}, role ${role}), open for ${seconds} s`;
}

/** Returns the oldest transaction that waits for the second step of a two-phase commit, in words. It belongs to no process. */
async function oldestPrepared(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ name: string; role: string; seconds: number }>(
    `SELECT gid AS name, owner AS role, extract(epoch FROM clock_timestamp() - prepared)::int AS seconds
     FROM pg_prepared_xacts WHERE database = current_database() ORDER BY prepared LIMIT 1`,
  );
  const [found] = rows;
  return found ? `the prepared transaction ${found.name} (role ${found.role}), prepared ${found.seconds} s ago` : null;
}

/** The point of no return: from its commit on this installation refuses everything of the hospital. */
export async function leave(
  client: Client,
  { hospitalId, move, address }: Departure,
  withdrawal: string,
): Promise<void> {
  await inTransaction(client, 'BEGIN', async () => {
    await setMoveState(client, { hospitalId, move, from: 'closed', to: 'moved' });
    await client.query(`UPDATE hospital_move SET withdrawal = $2 WHERE hospital = $1`, [hospitalId, withdrawal]);
    await client.query(`UPDATE hospital SET move_state = 'moved', moved_to = $2 WHERE id = $1`, [hospitalId, address]);
    await deleteJobs(client, hospitalId);
    await logStep(client, 'hospital.moved-out', { hospitalId, move, address });
  });
}

/** Opens the hospital here again. Does nothing when it is not closed for a move, and throws `StartError` when it has moved. */
export async function reopen(client: Client, hospitalId: string): Promise<boolean> {
  return inTransaction(client, 'BEGIN', async () => {
    const { rows } = await client.query<{ state: string; move: string }>(
      'SELECT state, move FROM hospital_move WHERE hospital = $1 FOR UPDATE',
      [hospitalId],
    );
    const [found] = rows;
    if (found?.state === 'moved') throw new StartError('The hospital has moved: see "move give-up --code".');
    if (found?.state !== 'copying' && found?.state !== 'closed') return false;
    await openAgain(client, hospitalId, found.move);
    return true;
  });
}

/** In the transaction that is open. */
export async function openAgain(client: Client, hospitalId: string, move: string): Promise<void> {
  await client.query('UPDATE hospital SET move_state = NULL, moved_to = NULL WHERE id = $1', [hospitalId]);
  await client.query('DELETE FROM hospital_move WHERE hospital = $1', [hospitalId]);
  await auditStep(client, 'hospital.move-given-up', { hospitalId, move });
  await logStep(client, 'hospital.move-given-up', { hospitalId, move });
}

/** Throws when another program has changed the move in the meantime. */
async function setMoveState(
  client: Client,
  { hospitalId, move, from, to }: { hospitalId: string; move: string; from: string; to: string },
): Promise<void> {
  const { rowCount } = await client.query(
    'UPDATE hospital_move SET state = $4, changed_at = now() WHERE hospital = $1 AND move = $2 AND state = $3',
    [hospitalId, move, from, to],
  );
  if (rowCount !== 1) throw new StartError('The move was given up in the meantime.');
}
