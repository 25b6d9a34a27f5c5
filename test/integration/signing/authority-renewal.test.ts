import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import {
  issueCertificate,
  listCertificates,
  revokeCertificate,
} from '../../../shared/src/signing/certificates.contract.ts';
import { readHospitalSeal } from '../../../server/src/api/signing/index.ts';
import { readCertificate, type SigningCertificate } from '../../../server/src/platform/signing/certificate.ts';
import { signJws } from '../../../server/src/platform/signing/jws.ts';
import { readRevocationList } from '../../../server/src/platform/signing/testing/read-revocation-list.ts';
import { Clinic } from '../../support/clinic.ts';
import { CredentialFactory } from '../../support/credentials.ts';
import type { TestPerson } from '../../support/factories.ts';
import { runNightlyJob } from '../../support/run-job.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { PaperDesk } from '../documents/paper-desk.ts';

let test: TestApi;
let clinic: Clinic;
let administrator: TestPerson;
let desk: PaperDesk;

beforeAll(async () => {
  test = await startTestApi();
});
afterAll(() => test.close());

/** Opens a clinic whose authority was created that many years ago. */
async function openWithAuthority(years: number): Promise<void> {
  const since = new Date(Date.now() - years * 365.25 * DAY_MS);
  clinic = await Clinic.open(test, 'CN', 'Asia/Shanghai', new CredentialFactory(test, since));
  administrator = await clinic.factory.staff(clinic.hospital, 'administrator');
  await test.database.admin.query('UPDATE session SET second_factor_at = now() WHERE id = $1', [
    administrator.sessionId,
  ]);
  desk = new PaperDesk(test, clinic);
}
const renew = () => runNightlyJob(test, clinic.hospital.id, 'renew-certificates');

/** Returns the authorities of the hospital, the one that issues first. */
async function authorities(): Promise<SigningCertificate[]> {
  const { rows } = await test.database.admin.query<{ pem: string }>(
    `SELECT certificate_pem AS pem FROM signing_credential WHERE kind = 'hospital-ca' AND hospital_id = $1
     ORDER BY superseded_at NULLS FIRST`,
    [clinic.hospital.id],
  );
  return rows.map(({ pem }) => readCertificate(pem));
}
const published = (path: string) => fetch(`${test.url}/api/hospitals/${clinic.hospital.slug}/${path}`);
async function listOf({ serialNumber }: SigningCertificate): Promise<Buffer> {
  const answer = await published(`revocation-list?authority=${serialNumber}`);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}
const ownCertificates = async () => {
  const { items } = await administrator.client.ok(listCertificates);
  return items.filter(({ practitionerId }) => practitionerId === clinic.doctor.practitionerId);
};
async function sealedPaper(): Promise<Buffer> {
  const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
  await clinic.diagnosed(visit);
  const { id } = await desk.signedSickNote(visit.id);
  return desk.pdf(clinic.doctor.client, id);
}
const contains = (pdf: Buffer, { der }: SigningCertificate) =>
  pdf.toString('latin1').toLowerCase().includes(der.toString('hex'));

describe('a signing authority', () => {
  it('is left alone while its certificates last three years', async () => {
    await openWithAuthority(16.5);
    await renew();
    expect(await authorities()).toHaveLength(1);
  });

  it('that was renewed keeps its revocation list, its certificate and what it signed for the hospital', async () => {
    await openWithAuthority(18);
    const former = await clinic.credentials.authority(clinic.hospital.id);
    await renew();
    const [current] = await authorities();
    if (!current) throw new Error('the hospital has no authority');
    const [doctors] = await ownCertificates();
    const params = { certificateId: doctors?.id ?? '' };
    await administrator.client.ok(revokeCertificate, { params, body: { reason: 'superseded' } });

    const revokedByFormer = await readRevocationList(await listOf(former.certificate), former.certificate);
    expect(revokedByFormer?.(doctors?.serial ?? '')).toBeInstanceOf(Date);
    const list = Buffer.from(await (await published('revocation-list')).arrayBuffer());
    const revokedByCurrent = await readRevocationList(list, current);
    expect(revokedByCurrent?.(doctors?.serial ?? '')).toBeUndefined();
    expect((await published('revocation-list?authority=00')).status).toBe(404);

    const pem = await (await published('certificate')).text();
    expect(pem).toBe(current.pem + former.certificate.pem);
    const signed = signJws({ madeAt: '2026-06-01T00:00:00Z' }, 'test', {
      ...former,
      kid: former.certificate.serialNumber,
    });
    const read = inHospital(test, clinic.hospital.id, (tx) => readHospitalSeal(tx, 'test', signed));
    expect(await read).toEqual({ madeAt: '2026-06-01T00:00:00Z' });
  });

  it('is renewed with a new key in its last three years; certificates of the former one still sign', async () => {
    await openWithAuthority(17.5);
    const [former] = await authorities();
    if (!former) throw new Error('the hospital has no authority');
    const before = await sealedPaper();
    await renew();
    const [current, ...others] = await authorities();
    if (!current) throw new Error('the hospital has no authority');
    expect(others.map(({ serialNumber }) => serialNumber)).toEqual([former.serialNumber]);
    expect(current.subject).toEqual(former.subject);
    expect(current.publicKey.equals(former.publicKey)).toBe(false);
    expect(current.notAfter.getTime() - Date.now()).toBeGreaterThan(19 * 365 * DAY_MS);

    const after = await sealedPaper();
    expect([contains(after, former), contains(after, current)]).toEqual([true, false]);
    for (const pdf of [before, after]) expect(await desk.check(pdf)).toMatchObject({ outcome: 'genuine' });

    await administrator.client.ok(issueCertificate, { params: { practitionerId: clinic.doctor.practitionerId } });
    const issued = (await ownCertificates()).find(({ state }) => state === 'in-force');
    expect(Date.parse(issued?.notAfter ?? '') - Date.now()).toBeGreaterThan(2.9 * 365 * DAY_MS);
    const newest = await sealedPaper();
    expect([contains(newest, former), contains(newest, current)]).toEqual([false, true]);
    expect(await desk.check(newest)).toMatchObject({ outcome: 'genuine' });

    await renew();
    expect(await authorities()).toHaveLength(2);
    // The papers of the former authority outlive it.
    test.clock.advance(4 * 365 * DAY_MS);
    for (const pdf of [before, after, newest]) expect(await desk.check(pdf)).toMatchObject({ outcome: 'genuine' });
  });
});
