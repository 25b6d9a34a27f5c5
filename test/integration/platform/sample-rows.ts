import type { Pool, PoolClient } from 'pg';
import { newId } from '../../../server/src/platform/ids.ts';

/** Values that a check constraint of the table requires. */
const chosen: Readonly<Record<string, Record<string, unknown>>> = {
  audit_event: {
    outcome: 'done',
    // The app may not date an entry before its transaction.
    get at() {
      return new Date();
    },
  },
  audit_link: { source: 'audit' },
  signing_credential: { kind: 'hospital-ca', practitioner_id: null },
  practitioner: { kind: 'doctor' },
  patient: { sex: 'other' },
  prescription_signature: { role: 'doctor' },
  safety_check: { phase: 'draft' },
  call_invitation: { status: 'asked', invited_by: 'doctor' },
  chat_message: { author_role: 'patient' },
  chat_attachment: { type: 'image/png', content: Buffer.from('sample') },
  observation: { recorded_by: 'patient', kind: 'body-weight', value: 70 },
  pregnancy_statement: { recorded_by: 'patient', pregnancy: 'unknown', lactation: 'unknown' },
  visit_rating: { care: 4 },
  chart_document: { recorded_by: 'patient', type: 'image/png', category: 'other', content: Buffer.from('sample') },
  chart_entry_event: { action: 'confirmed', actor_role: 'doctor', version: 2 },
  brand_version: { name: { en: 'Sample', zh: '样例' } },
  appointment: {
    status: 'proposed',
    hold_until: '2026-01-01T01:00:00Z',
    starts_at: '2026-01-02T09:00:00Z',
    ends_at: '2026-01-02T09:15:00Z',
  },
  waitlist_entry: { status: 'waiting' },
  visit_triage: { priority: 'urgent' },
  visit_transfer: { status: 'open' },
  practitioner_pause: { from_at: '2026-01-01T00:00:00Z', until_at: '2026-01-01T04:00:00Z' },
  break_glass: { reason: 'emergency', opened_at: '2026-01-01T00:00:00Z', expires_at: '2026-01-01T04:00:00Z' },
  hospital_list: { kind: 'diagnoses', state: 'reading' },
  hospital_list_activation: { kind: 'diagnoses' },
  knowledge_decision: { state: 'proposed', action: 'accept', row_sha256: '0'.repeat(64) },
  knowledge_release: { sha256: '0'.repeat(64) },
  safety_alert: { outcome: 'noted' },
  second_factor: { kind: 'totp', secret_sealed: 'sample' },
  passkey_challenge: { purpose: 'enrol' },
  pharmacy: { kind: 'own' },
  review_message: { side: 'doctor' },
  repeat_request: { status: 'asked' },
  clinical_document: { kind: 'sick-note', status: 'draft' },
  account: { email: 'sample@example.test' },
  message_delivery: { channel: 'mail', state: 'waiting' },
  one_time_code: { purpose: 'sign-in', channel: 'mail' },
  identity_check: { document_type: 'resident-id' },
  prior_diagnosis: { source: 'outside', institution: 'sample', recorded_by: 'patient' },
  visit_basis: { version: 1, verdict: 'first-visit' },
  dispense_correction: { reason: 'other' },
  guardianship: { relation: 'carer', basis: 'consent', state: 'invited' },
  clinical_document_file: { paper: 'A4', bytes: Buffer.from('sample') },
  prescription_document: { bytes: Buffer.from('sample') },
  account_agreement: { kind: 'terms' },
  intake_draft: {
    version: 0,
    // A new one for each row: a visit has one draft.
    get visit_id() {
      return newId();
    },
  },
  danger_answer: {
    page: 1,
    shown: ['breathing'],
    ticked: [],
    get visit_id() {
      return newId();
    },
  },
  intake_picture: { type: 'image/png', draft_id: newId(), content: Buffer.from('sample') },
  record_export: { state: 'waiting' },
  account_closing: { state: 'asked' },
};

interface Column {
  name: string;
  type: string;
  array: boolean;
}

/** Returns every table whose rows belong to a hospital, from the catalogue, which covers tables added later. */
export async function tenantTables(db: Pool): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'hospital_id' AND NOT a.attisdropped
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Returns a statement that inserts a generated row of a hospital with every required column; `more` replaces values of it. */
export async function sampleInsert(
  db: Pool,
  table: string,
  hospitalId: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ sql: string; values: unknown[] }> {
  const { rows: columns } = await db.query<Column>(
    `SELECT a.attname AS name, coalesce(e.typname, t.typname) AS type, e.oid IS NOT NULL AS array
     FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull AND NOT a.atthasdef`,
    [table],
  );
  const row: Record<string, unknown> = {};
  for (const column of columns) row[column.name] = sampleValue(column);
  Object.assign(row, chosen[table], more, { hospital_id: hospitalId });
  const names = Object.keys(row);
  return {
    sql: `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    values: Object.values(row),
  };
}

function sampleValue({ type, array }: Column): unknown {
  if (array) return [];
  switch (type) {
    case 'uuid':
      return newId();
    case 'text':
      return `sample ${newId()}`;
    case 'jsonb':
      return '{}';
    case 'bool':
      return false;
    case 'int2':
    case 'int4':
    case 'int8':
    case 'float8':
    case 'numeric':
      return 1;
    case 'bytea':
      return Buffer.from('sample');
    case 'date':
    case 'timestamptz':
      return '2026-01-01';
    default:
      throw new Error(`Say what a sample of type ${type} is.`);
  }
}

/** Runs `work` as superuser without foreign keys and triggers, so that a row can exist alone. */
export async function withoutReferences(db: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await db.connect();
  try {
    await client.query(`SET session_replication_role = replica`);
    await work(client);
  } finally {
    await client.query(`SET session_replication_role = DEFAULT`);
    client.release();
  }
}
