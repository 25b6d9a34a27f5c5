import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  issueCertificate,
  listCertificates,
  listMissingCertificates,
  revokeCertificate,
  type PractitionerCertificate,
} from '../../../shared/src/signing/certificates.contract.ts';
import { signPrescription, type Prescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { verifyCode } from '../../../shared/src/signing/verification.contract.ts';
import { readHospitalSeal } from '../../../server/src/api/signing/index.ts';
import { readCertificate } from '../../../server/src/platform/signing/certificate.ts';
import { signJws } from '../../../server/src/platform/signing/jws.ts';
import { readRevocationList } from '../../../server/src/platform/signing/testing/read-revocation-list.ts';
import { Clinic } from '../../support/clinic.ts';
import { TestClient } from '../../support/client.ts';
import type { TestPerson } from '../../support/factories.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let clinic: Clinic;
let administrator: TestPerson;
let signed: Prescription;

const secret = 'a-known-secret-for-this-test';

beforeAll(async () => {
  test = await startTestApi();
});
afterAll(() => test.close());
beforeEach(async () => {
  clinic = await Clinic.open(test);
  administrator = await clinic.factory.staff(clinic.hospital, 'administrator');
  await test.database.admin.query('UPDATE session SET second_factor_at = now() WHERE id = $1', [
    administrator.sessionId,
  ]);
  signed = await clinic.signed(await clinic.factory.patient(clinic.hospital));
  const { admin } = test.database;
  await admin.query('ALTER TABLE prescription DISABLE TRIGGER prescription_is_final');
  await admin.query('UPDATE prescription SET secret_hash = $2 WHERE id = $1', [
    signed.id,
    createHash('sha256').update(secret).digest(),
  ]);
  await admin.query('ALTER TABLE prescription ENABLE TRIGGER prescription_is_final');
});

const verified = () =>
  new TestClient(test.url).ok(verifyCode, {
    body: { hospital: clinic.hospital.slug, prescriptionId: signed.id, secret },
  });
const certificates = async () => (await administrator.client.ok(listCertificates)).items;
async function doctors(): Promise<PractitionerCertificate> {
  const found = (await certificates()).find(({ practitionerId }) => practitionerId === clinic.doctor.practitionerId);
  if (!found) throw new Error('the doctor has no certificate');
  return found;
}
const revoke = async (body: { reason: 'key-compromise' | 'cessation-of-operation'; compromisedSince?: string }) =>
  administrator.client.ok(revokeCertificate, { params: { certificateId: (await doctors()).id }, body });
async function trySigning(): Promise<string> {
  const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
  await clinic.diagnosed(visit);
  const { id, version } = await clinic.drafted(visit);
  const answer = await clinic.doctor.client.call(signPrescription, {
    params: { prescriptionId: id },
    version,
    body: {},
  });
  return answer.status === 200 ? 'signed' : answer.problem.code;
}
async function publishedList() {
  const { rows } = await test.database.admin.query<{ certificate_pem: string }>(
    `SELECT certificate_pem FROM signing_credential WHERE kind = 'hospital-ca' AND hospital_id = $1`,
    [clinic.hospital.id],
  );
  const answer = await fetch(`${test.url}/api/hospitals/${clinic.hospital.slug}/revocation-list`);
  expect(answer.headers.get('content-type')).toBe('application/pkix-crl');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
  const der = Buffer.from(await answer.arrayBuffer());
  return readRevocationList(der, readCertificate(rows[0]?.certificate_pem ?? ''));
}

describe('a revoked certificate', () => {
  it('cannot sign any more; its earlier signatures stay valid', async () => {
    expect(await verified()).toMatchObject({ outcome: 'pending' });
    const answer = await revoke({ reason: 'cessation-of-operation' });
    expect(answer).toMatchObject({ state: 'revoked', reason: 'cessation-of-operation' });
    expect(await verified()).toMatchObject({ outcome: 'pending' });
    expect(await trySigning()).toBe('prescription.no-credential');
    const again = await revoke({ reason: 'key-compromise' });
    expect(again).toMatchObject({ reason: 'cessation-of-operation', revokedAt: answer.revokedAt });
    const trail = await trailOf(test, answer.id);
    expect(trail.filter(({ action }) => action === 'certificate.revoked')).toHaveLength(1);
  });

  it('with a stolen key invalidates signatures since the theft, even before the revocation', async () => {
    await revoke({ reason: 'key-compromise', compromisedSince: new Date(Date.now() - 3_600_000).toISOString() });
    expect(await verified()).toMatchObject({ outcome: 'altered', reason: 'doctor-signature' });
  });

  it('is on the public revocation list at once, with the date of the theft', async () => {
    expect((await publishedList())?.((await doctors()).serial)).toBeUndefined();
    const since = new Date(Date.now() - DAY_MS);
    since.setMilliseconds(0);
    await revoke({ reason: 'key-compromise', compromisedSince: since.toISOString() });
    expect((await publishedList())?.((await doctors()).serial)).toEqual(since);
  });

  it('can be revoked only by an administrator of the hospital with a second factor', async () => {
    const { id } = await doctors();
    const body = { reason: 'superseded' } as const;
    const params = { certificateId: id };
    const bare = await clinic.factory.unconfirmedSession(administrator);
    expect((await bare.client.call(revokeCertificate, { params, body })).problem.code).toBe(
      'auth.second-factor-required',
    );
    expect((await clinic.doctor.client.call(revokeCertificate, { params, body })).problem.code).toBe('auth.forbidden');
    const elsewhere = await clinic.factory.staff(await clinic.factory.hospital(), 'administrator');
    expect((await elsewhere.client.call(revokeCertificate, { params, body })).status).toBe(404);
    expect((await doctors()).state).toBe('in-force');
  });
});

describe('a revoked authority', () => {
  it('no longer signs for the hospital; what it signed before stays valid', async () => {
    const { key, certificate } = await clinic.credentials.authority(clinic.hospital.id);
    const revokedAt = new Date('2026-06-01T00:00:00Z');
    await test.database.admin.query(
      `UPDATE signing_credential SET revoked_at = $2, revocation_reason = 'key-compromise'
       WHERE kind = 'hospital-ca' AND hospital_id = $1`,
      [clinic.hospital.id, revokedAt],
    );
    const read = (payload: Record<string, string>) =>
      inHospital(test, clinic.hospital.id, (tx) =>
        readHospitalSeal(tx, 'test', signJws(payload, 'test', { key, certificate, kid: certificate.serialNumber })),
      );
    const before = '2026-05-31T23:59:59Z';
    for (const member of ['madeAt', 'dispensedAt']) {
      expect(await read({ [member]: before })).toEqual({ [member]: before });
      expect(await read({ [member]: '2026-06-01T00:00:00Z' })).toBeNull();
    }
    expect(await read({ of: 'no time' })).toBeNull();
  });
});

describe('a new certificate', () => {
  it('is issued after a revocation, names the signer and leaves old signatures valid', async () => {
    await revoke({ reason: 'cessation-of-operation' });
    const params = { practitionerId: clinic.doctor.practitionerId };
    const issued = await administrator.client.ok(issueCertificate, { params });
    expect(issued.state).toBe('in-force');
    expect(await trySigning()).toBe('signed');
    expect(await verified()).toMatchObject({ outcome: 'pending' });
    const { rows } = await test.database.admin.query<{ pem: string; licence: string }>(
      `SELECT c.certificate_pem AS pem, p.licence_number AS licence FROM signing_credential c
       JOIN practitioner p ON p.id = c.practitioner_id WHERE c.id = $1`,
      [issued.id],
    );
    expect(readCertificate(rows[0]?.pem ?? '').subject).toEqual({
      commonName: '王芳',
      organization: '测试医院',
      organizationalUnit: clinic.doctor.accountId,
      serialNumber: rows[0]?.licence,
      country: 'CN',
    });
  });

  it('is issued automatically a month before the end; the old one is not revoked', async () => {
    const { id } = await doctors();
    await test.database.admin.query(
      `UPDATE signing_credential SET not_after = now() + interval '29 days' WHERE id = $1`,
      [id],
    );
    await inHospital(test, clinic.hospital.id, (tx) =>
      test.api.jobs.enqueue(tx, 'renew-certificates', { hospitalId: clinic.hospital.id }, 'now'),
    );
    const states = async () => {
      const own = (await certificates()).filter((one) => one.practitionerId === clinic.doctor.practitionerId);
      return own.map(({ state }) => state);
    };
    await expect.poll(states, { timeout: 20_000 }).toEqual(['in-force', 'renewed']);
    expect(await trySigning()).toBe('signed');
    expect(await verified()).toMatchObject({ outcome: 'pending' });
  });
});

describe('the administrator’s list of certificates', () => {
  const listed = (query: Record<string, string>) =>
    administrator.client.ok(listCertificates, { query: query as never });

  it('is searched by person and serial number, filtered by state, and sorted by expiry across pages', async () => {
    const own = await doctors();
    const groups = own.serial.match(/.{4}/g)?.join(' ') ?? '';
    for (const q of [own.name, 'wang f', own.serial.toLowerCase(), groups])
      expect(
        (await listed({ q })).items.map(({ id }) => id),
        q,
      ).toContain(own.id);
    expect((await listed({ q: 'nobody at all' })).items).toEqual([]);

    await administrator.client.ok(issueCertificate, { params: { practitionerId: own.practitionerId } });
    expect((await listed({ state: 'renewed' })).items.map(({ id }) => id)).toEqual([own.id]);
    expect((await listed({ state: 'in-force' })).items).toHaveLength(2);
    await revoke({ reason: 'cessation-of-operation' });
    expect((await listed({ state: 'revoked' })).items).toHaveLength(1);

    for (const order of ['asc', 'desc']) {
      const ends: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listed({ sort: 'end', order, limit: '1', ...(cursor ? { cursor } : {}) });
        ends.push(...page.items.map(({ notAfter }) => notAfter));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(ends).toHaveLength(3);
      expect(ends).toEqual(order === 'asc' ? ends.toSorted() : ends.toSorted().toReversed());
    }
  });

  it('shows who cannot sign until a certificate is issued', async () => {
    const missing = async () => (await administrator.client.ok(listMissingCertificates)).items;
    expect(await missing()).toEqual([]);
    await revoke({ reason: 'cessation-of-operation' });
    const { practitionerId } = clinic.doctor;
    expect(await missing()).toMatchObject([{ practitionerId, kind: 'doctor', name: '王芳' }]);
    await administrator.client.ok(issueCertificate, { params: { practitionerId } });
    expect(await missing()).toEqual([]);
    expect((await clinic.doctor.client.call(listMissingCertificates)).problem.code).toBe('auth.forbidden');
  });
});
