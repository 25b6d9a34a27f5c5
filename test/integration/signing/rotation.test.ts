import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signPrescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { sealedColumns } from '../../../server/src/api/sealed-columns.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import {
  createLocalKeyEncryption,
  SealError,
  type KeyEncryption,
} from '../../../server/src/platform/signing/key-encryption.ts';
import type { SealedColumn } from '../../../server/src/platform/signing/rewrap.ts';
import { ApiProcess } from '../../support/api-process.ts';
import { Clinic } from '../../support/clinic.ts';
import { PaperDesk } from '../documents/paper-desk.ts';
import { withoutReferences } from '../platform/sample-rows.ts';

/** More than two batches of the table during which the api is killed. */
const factors = 230;
const ofOperators: SealedColumn = {
  table: 'operator',
  column: 'totp_sealed',
  context: (operatorId) => `operator/${operatorId}/authenticator`,
};
const everywhere = [...sealedColumns, ofOperators];

let api: ApiProcess;
let clinic: Clinic;
let old: { id: string; key: Uint8Array };
const fresh = { id: 'kek-2', key: randomBytes(32) };
const text = ({ id, key }: { id: string; key: Uint8Array }) => `${id}:${Buffer.from(key).toString('base64')}`;

beforeAll(async () => {
  api = await ApiProcess.start();
  if (!api.settings.KEY_ENCRYPTION_KEY) throw new Error('the api has no key-encryption key');
  old = api.settings.KEY_ENCRYPTION_KEY;
  clinic = await Clinic.open(api);
});
afterAll(() => api.close());

interface Seal {
  where: string;
  sealed: string;
  context: string;
}

/** Returns every sealed value of the database, bypassing row-level security. */
async function seals(): Promise<Seal[]> {
  const found: Seal[] = [];
  for (const { table, column, owner = 'id', only = 'true', context } of everywhere) {
    const { rows } = await api.database.admin.query<{ owner: string; sealed: string }>(
      `SELECT ${owner} AS owner, ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL AND ${only} ORDER BY id`,
    );
    for (const row of rows)
      found.push({ where: `${table}.${column}`, sealed: row.sealed, context: context(row.owner) });
  }
  return found;
}

async function openedBy(keyEncryption: KeyEncryption): Promise<string[]> {
  const opened = [];
  for (const { where, sealed, context } of await seals())
    opened.push(`${where} ${context} ${Buffer.from(await keyEncryption.open(sealed, context)).toString('base64')}`);
  return opened;
}
const keysNow = async (table: string) =>
  (await seals()).filter(({ where }) => where.startsWith(`${table}.`)).map(({ sealed }) => sealed.split('.')[1]);

/** Inserts a row for each sealed column that the steps above left empty; its other values do not matter. */
async function fillRemainingTables(keyEncryption: KeyEncryption): Promise<void> {
  const seal = (context: string) => keyEncryption.seal(randomBytes(20), context);
  const { hospital } = clinic;
  await withoutReferences(api.database.admin, async (db) => {
    for (let n = 0; n < factors; n += 1) {
      const id = newId();
      await db.query(
        `INSERT INTO second_factor (id, hospital_id, account_id, kind, name, secret_sealed, created_at)
         VALUES ($1, $2, $3, 'totp', 'app', $4, now())`,
        [id, hospital.id, newId(), await seal(`second-factor/${id}`)],
      );
    }
    const patient = await clinic.factory.patient(hospital);
    await db.query('UPDATE patient SET identity_number_sealed = $2 WHERE id = $1', [
      patient.patientId,
      await seal(`patient/${patient.patientId}/identity`),
    ]);
    await db.query('INSERT INTO identity_key (id, hospital_id, key_sealed, created_at) VALUES ($1, $2, $3, now())', [
      newId(),
      hospital.id,
      await seal(`hospital/${hospital.id}/identity-numbers`),
    ]);
    const [operator, code, message, guardianship] = [newId(), newId(), newId(), newId()];
    await db.query(
      `INSERT INTO operator (id, email, status, totp_sealed, created_at) VALUES ($1, 'o@example.org', 'invited', $2, now())`,
      [operator, await seal(`operator/${operator}/authenticator`)],
    );
    await db.query(
      `INSERT INTO one_time_code (id, hospital_id, purpose, channel, target_digest, target_sealed, sender_digest, code_digest, created_at, expires_at)
       VALUES ($1, $2, 'sign-up', 'mail', $4, $3, $4, $4, now(), now())`,
      [code, hospital.id, await seal(`code/${code}/target`), randomBytes(32)],
    );
    await db.query(
      `INSERT INTO message_delivery (id, hospital_id, channel, template, content_sealed, state, due_at, wanted_at, created_at)
       VALUES ($1, $2, 'mail', 'none', $3, 'waiting', now() + interval '9 days', now(), now())`,
      [message, hospital.id, await seal(`message/${message}`)],
    );
    await db.query(
      `INSERT INTO guardianship (id, hospital_id, guardian_account_id, relation, basis, state, evidence, invited_sealed, created_at)
       VALUES ($1, $2, $3, 'carer', 'consent', 'invited', 'declared', $4, now())`,
      [guardianship, hospital.id, newId(), await seal(`guardianship/${guardianship}/invited`)],
    );
  });
}

// It starts the api five times.
describe('a new key-encryption key', { timeout: 240_000 }, () => {
  it('covers every column with sealed values', async () => {
    const { rows } = await api.database.admin.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type = 'text' AND column_name LIKE '%sealed%'`,
    );
    const known = new Set(everywhere.map(({ table, column }) => `${table}.${column}`));
    expect(new Set(rows.map(({ name }) => name))).toEqual(known);
  });

  it('rewraps every secret, also after a kill midway, and then the old key can be removed', async () => {
    const before = createLocalKeyEncryption(old);
    const signed = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const seen = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(seen);
    await new PaperDesk(api, clinic).signedSickNote(seen.id);
    await fillRemainingTables(before);
    const secrets = await openedBy(before);
    expect(new Set((await seals()).map(({ where }) => where)).size).toBe(10);

    let batches = 0;
    const reached = api.wire.halt({
      when: 'before',
      at: ({ sql }) => sql.startsWith('UPDATE second_factor AS kept') && ++batches === 2,
    });
    await api.kill();
    const rotated = { KEY_ENCRYPTION_KEY: text(fresh), RETIRED_KEY_ENCRYPTION_KEYS: text(old) };
    await api.startAgain(rotated);
    await reached;
    await api.kill();
    const halfway = await keysNow('second_factor');
    expect(halfway.filter((id) => id === 'kek-2')).toHaveLength(100);
    expect(halfway.filter((id) => id === 'kek-1')).toHaveLength(factors - 100);
    expect(await openedBy(createLocalKeyEncryption(fresh, [old]))).toEqual(secrets);
    await expect(openedBy(createLocalKeyEncryption(fresh))).rejects.toThrow(SealError);

    await api.startAgain();
    await expect
      .poll(async () => new Set((await seals()).map(({ sealed }) => sealed.split('.')[1])), { timeout: 60_000 })
      .toEqual(new Set(['kek-2']));
    expect(await openedBy(createLocalKeyEncryption(fresh))).toEqual(secrets);
    const { rows } = await api.database.admin.query<{ n: number }>(
      `SELECT (SELECT sum((details->>'rewrapped')::int)::int FROM audit_event WHERE action = 'secrets.rewrapped')
         + (SELECT sum((details->>'rewrapped')::int)::int FROM operator_event WHERE action = 'secrets.rewrapped') AS n`,
    );
    expect(rows[0]?.n).toBe(secrets.length);

    await api.kill();
    await api.startAgain({ RETIRED_KEY_ENCRYPTION_KEYS: '' });
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit);
    const draft = await clinic.drafted(visit);
    const call = { params: { prescriptionId: draft.id }, version: draft.version, body: {} };
    expect((await clinic.doctor.client.call(signPrescription, call)).status).toBe(200);
    expect(signed.id).not.toBe(draft.id);
  });

  it.each([
    ['prescription', 'a signed prescription', `, version = version + 1`],
    ['clinical_document', 'a signed document', `, version = version + 1`],
    ['prescription', 'a signed prescription', `, signed_at = now()`],
  ])('is the only change allowed in %s: changing %s %s is rejected', async (table, words, besides) => {
    const set = (more: string) =>
      api.database.admin.query(
        `UPDATE ${table} SET secret_sealed = secret_sealed || 'x'${more} WHERE signed_at IS NOT NULL`,
      );
    await expect(set(besides)).rejects.toThrow(words);
    await expect(
      api.database.admin.query(`UPDATE ${table} SET secret_sealed = NULL WHERE signed_at IS NOT NULL`),
    ).rejects.toThrow();
    await expect(api.database.admin.query(`DELETE FROM ${table}`)).rejects.toThrow('never deleted');
    expect((await set('')).rowCount).toBeGreaterThan(0);
  });
});
