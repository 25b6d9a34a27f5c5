import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { hospitalKindsSql, type HospitalKinds } from '../platform/db/demo-hospitals.ts';
import { StartError } from '../platform/process/start-failure.ts';
import type { ArrivingHospital, HospitalMoveRow } from './hospital-move.entity.ts';
import { addJobs } from './moved-jobs.ts';
import { auditStep, inTransaction, logStep } from './owner-session.ts';

/** A hospital that comes to this installation. Until it is opened it has no row in `hospital`, so no program sees it. */
export interface Arrival {
  hospitalId: string;
  move: string;
}

/** Returns why the hospital cannot come here; null when it can. One that has moved away may return. */
export async function obstacleOf(
  client: Client,
  { hospitalId, slug, isDemo }: { hospitalId: string; slug: string; isDemo: boolean },
  isProduction: boolean,
): Promise<string | null> {
  const { rows } = await client.query<{ id: string; moveState: string | null }>(
    'SELECT id, move_state AS "moveState" FROM hospital WHERE id = $1 OR slug = $2',
    [hospitalId, slug],
  );
  if (rows.some(({ id }) => id !== hospitalId)) return `Another hospital at the target has the address ${slug}.`;
  if (rows.some(({ moveState }) => moveState !== 'moved')) return 'The hospital is at the target already.';
  if (isDemo && isProduction)
    return 'The target is in production, where demo hospitals with known passwords may not open.';
  const [kinds] = (await client.query<HospitalKinds>(hospitalKindsSql)).rows;
  if (!isDemo && kinds && kinds.openDemo.length > 0)
    return `The target has open demo hospitals (${kinds.openDemo.join(', ')}), and its demo mode would show codes and messages to anyone. Suspend them first.`;
  return null;
}

/** Throws `StartError` when what the source sends last is not of the hospital with which it greeted. */
export function assertOnlyOf(
  { hospitalId, slug, isDemo }: { hospitalId: string; slug: string; isDemo: boolean },
  { hospital, jobs }: { hospital: Record<string, unknown>; jobs: readonly Record<string, unknown>[] },
): void {
  const isSame = hospital['id'] === hospitalId && hospital['slug'] === slug;
  const accounts = hospital['demo_accounts'];
  if (!isSame || (Array.isArray(accounts) && accounts.length > 0) !== isDemo)
    throw new StartError('The source sent the row of another hospital.');
  if (jobs.some(({ data }) => (data as { hospitalId?: unknown } | null)?.hospitalId !== hospitalId))
    throw new StartError('The source sent jobs of another hospital.');
}

export async function moveAtTarget(
  client: Client,
  hospitalId: string,
): Promise<Pick<HospitalMoveRow, 'move' | 'state' | 'arriving' | 'withdrawal'> | null> {
  const { rows } = await client.query<Pick<HospitalMoveRow, 'move' | 'state' | 'arriving' | 'withdrawal'>>(
    'SELECT move, state, arriving, withdrawal FROM hospital_move WHERE hospital = $1',
    [hospitalId],
  );
  return rows[0] ?? null;
}

export async function beginArrival(client: Client, { hospitalId, move }: Arrival): Promise<void> {
  await inTransaction(client, 'BEGIN', async () => {
    await client.query(
      `INSERT INTO hospital_move AS m (hospital, move, state, started_at, changed_at, arriving)
       VALUES ($1, $2, 'arriving', now(), now(),
         jsonb_build_object('hospital', NULL, 'jobs', '[]'::jsonb, 'former', (SELECT to_jsonb(h) FROM hospital h WHERE h.id = $1)))
       ON CONFLICT (hospital) DO UPDATE SET move = $2, state = 'arriving', started_at = now(), changed_at = now(), address = NULL, withdrawal = NULL,
         arriving = excluded.arriving || jsonb_build_object('former', coalesce(nullif(excluded.arriving->'former', 'null'), m.arriving->'former'))`,
      [hospitalId, move],
    );
    // One that returns is unknown here until it opens, so that no program reads what has arrived by then. The session writes rows as they are.
    await client.query('DELETE FROM hospital WHERE id = $1', [hospitalId]);
    await logStep(client, 'hospital.move-arriving', { hospitalId, move });
  });
}

/**
 * Stores what opens the hospital, and proves that it will: opens it and rolls that back. Returns the digest of the code with which this side gives up
 * once the source has moved.
 */
export async function makeReady(
  client: Client,
  arrival: Arrival,
  { address, hospital, jobs }: Pick<ArrivingHospital, 'hospital' | 'jobs'> & { address: string },
): Promise<string> {
  const code = randomBytes(16).toString('hex');
  await inTransaction(client, 'BEGIN', async () => {
    const { rowCount } = await client.query(
      `UPDATE hospital_move SET state = 'ready', changed_at = now(), address = $3, withdrawal = $4, arriving = arriving || $5
       WHERE hospital = $1 AND move = $2 AND state = 'arriving'`,
      [arrival.hospitalId, arrival.move, address, code, JSON.stringify({ hospital, jobs })],
    );
    if (rowCount !== 1) throw new StartError('The move was given up at the target.');
  });
  await client.query('BEGIN');
  try {
    await open(client, arrival, { hospital, jobs });
  } finally {
    await client.query('ROLLBACK');
  }
  return createHash('sha256').update(code).digest('hex');
}

/** Opens the hospital, which the source has closed for good. Idempotent. */
export async function openHospital(client: Client, arrival: Arrival): Promise<void> {
  await inTransaction(client, 'BEGIN', async () => {
    const found = await moveAtTarget(client, arrival.hospitalId);
    if (found?.move === arrival.move && found.state === 'opened') return;
    if (found?.move !== arrival.move || found.state !== 'ready' || !found.arriving)
      throw new StartError('The target has not got ready for this move, or has given it up.');
    await open(client, arrival, found.arriving);
  });
}

async function open(
  client: Client,
  arrival: Arrival,
  { hospital, jobs }: Pick<ArrivingHospital, 'hospital' | 'jobs'>,
): Promise<void> {
  const { hospitalId } = arrival;
  // With triggers: the entry must be linked into the chain.
  await client.query(`SET LOCAL session_replication_role = 'origin'`);
  await insertHospital(client, hospital);
  await client.query(
    'UPDATE audit_chain SET unsealed_from = pg_current_xact_id()::text::bigint WHERE hospital_id = $1',
    [hospitalId],
  );
  await auditStep(client, 'hospital.moved-in', arrival);
  await logStep(client, 'hospital.moved-in', arrival);
  await addJobs(client, jobs);
  await client.query(
    `UPDATE hospital_move SET state = 'opened', changed_at = now(), withdrawal = NULL, arriving = NULL WHERE hospital = $1`,
    [hospitalId],
  );
}

/** Adds a row of `hospital` as it was read as JSON. */
export async function insertHospital(client: Client, row: Record<string, unknown> | null): Promise<void> {
  await client.query('INSERT INTO hospital SELECT (jsonb_populate_record(NULL::hospital, $1)).*', [
    JSON.stringify(row),
  ]);
}
