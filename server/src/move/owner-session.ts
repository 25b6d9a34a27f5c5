import pg from 'pg';
import { newId } from '../platform/ids.ts';
import { StartError } from '../platform/process/start-failure.ts';
import type { OperatorAction } from '@yunzhen/shared/operator/operator.contract';
import type { AuditAction } from '@yunzhen/shared/core/audit';

/** So that both sides write each value in the same way, and no time limit ends a copy. */
const settings = {
  TimeZone: 'UTC',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  extra_float_digits: '1',
  bytea_output: 'hex',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  jit: 'off',
};

/** Connects as the owner of the tables for the rows of one hospital: row-level security binds the owner too. */
export async function openOwnerSession(url: string, hospitalId: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'yunzhen-move' });
  // A lost connection fails the statement; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  for (const [name, value] of Object.entries({ ...settings, 'app.hospital_id': hospitalId }))
    await client.query('SELECT set_config($1, $2, false)', [name, value]);
  return client;
}

/** Makes this session write rows as they are, without triggers and foreign keys. Throws `StartError` for an owner who may not. */
export async function writeRowsAsTheyAre(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(
    `SELECT has_database_privilege(current_database(), 'TEMPORARY') AS may`,
  );
  if (rows[0]?.may !== true)
    throw new StartError(
      'DATABASE_OWNER_URL: the owner of the tables may not create temporary tables. As a superuser run GRANT TEMPORARY ON DATABASE to that role.',
    );
  await client.query(`SET session_replication_role = 'replica'`).catch((cause: unknown) => {
    throw new StartError(
      'DATABASE_OWNER_URL: the owner of the tables may not write rows without triggers. As a superuser run GRANT SET ON PARAMETER session_replication_role TO that role.',
      { cause },
    );
  });
}

/** Waits for no one: takes the hospital for this move until the session ends. Throws `StartError` when another one has it. */
export async function takeHospital(client: pg.Client, hospitalId: string): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_lock(hashtextextended('move of ' || $1, 0)) AS taken`,
    [hospitalId],
  );
  if (rows[0]?.taken !== true) throw new StartError('Another move of this hospital is running.');
}

/** Runs statements in one transaction. */
export async function inTransaction<Value>(
  client: pg.Client,
  begin: string,
  work: () => Promise<Value>,
): Promise<Value> {
  await client.query(begin);
  try {
    const value = await work();
    await client.query('COMMIT');
    return value;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Adds to the log of the operators of this installation. */
export async function logStep(
  client: pg.Client,
  action: OperatorAction,
  { hospitalId, move, ...details }: { hospitalId: string; move: string; address?: string },
): Promise<void> {
  await client.query(
    `INSERT INTO operator_event (id, at, action, outcome, subject, request_id, details) VALUES ($1, now(), $2, 'done', $3, $4, $5)`,
    [newId(), action, hospitalId, `move:${move}`, JSON.stringify(details)],
  );
}

/** Adds to the audit of the hospital itself. */
export async function auditStep(
  client: pg.Client,
  action: AuditAction,
  { hospitalId, move }: { hospitalId: string; move: string },
): Promise<void> {
  await client.query(
    `INSERT INTO audit_event (id, hospital_id, at, action, outcome, actor_roles, entity, entity_id, request_id, details)
     VALUES ($1, $2::uuid, now(), $3, 'done', '{}', 'hospital', $2::text, $4, '{}')`,
    [newId(), hospitalId, action, `move:${move}`],
  );
}
