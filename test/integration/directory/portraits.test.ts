import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listDoctors } from '../../../shared/src/directory/directory.contract.ts';
import { readOwnPortrait, removePortrait } from '../../../shared/src/directory/portraits.contract.ts';
import { PortraitsRepository } from '../../../server/src/api/directory/portraits/portraits.repository.ts';
import type { Tx } from '../../../server/src/platform/db/transaction.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { expectEveryMethodTried, inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { photo } from '../chat/sample-files.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  patient = await factory.patient(hospital);
});

const uploadPortrait = async (
  person: TestPerson,
  bytes: Uint8Array,
  type = 'image/jpeg',
  doctorId = doctor.practitionerId,
) => {
  const answer = await fetch(`${test.url}/api/doctors/${doctorId}/portrait`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${person.accessToken}`, 'content-type': type },
    body: Buffer.from(bytes),
  });
  return { status: answer.status, body: (await answer.json()) as { portrait: string; code?: string } };
};
const listed = async () =>
  (await patient.client.ok(listDoctors)).items.find(({ id }) => id === doctor.practitionerId)?.portrait;

describe('a doctor’s portrait', () => {
  it('is re-encoded in two square sizes, shown with the doctor and cached permanently', async () => {
    const bytes = await photo();
    const { status, body } = await uploadPortrait(doctor, bytes);
    expect(status).toBe(200);
    expect(body.portrait).toMatch(new RegExp(`^/api/hospitals/${hospital.slug}/portraits/[0-9a-f]{64}$`));
    expect(await listed()).toBe(body.portrait);
    for (const [size, side] of [
      ['small', 128],
      ['large', 384],
    ] as const) {
      const answer = await fetch(`${test.url}${body.portrait}/${size}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      const found = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
      expect([found.format, found.width, found.height, found.exif]).toEqual(['webp', side, side, undefined]);
    }
    // The same picture has the same address.
    const administrator = await factory.staff(hospital, 'administrator');
    expect((await uploadPortrait(administrator, bytes)).body.portrait).toBe(body.portrait);
    expect((await trailOf(test, doctor.practitionerId)).map(({ action }) => action)).toEqual([
      'portrait.saved',
      'portrait.saved',
    ]);
  });

  it('is removed from all its addresses', async () => {
    const { body } = await uploadPortrait(doctor, await photo());
    await doctor.client.ok(removePortrait, { params: { doctorId: doctor.practitionerId } });
    expect(await listed()).toBeNull();
    expect((await fetch(`${test.url}${body.portrait}/small`)).status).toBe(404);
  });

  it('is changed only by the doctor and the administrator of the same hospital', async () => {
    const colleague = await factory.doctor(hospital);
    const elsewhere = await factory.staff(await factory.hospital(), 'administrator');
    const pharmacist = await factory.pharmacist(hospital);
    for (const person of [colleague, elsewhere]) expect((await uploadPortrait(person, await photo())).status).toBe(404);
    for (const person of [patient, pharmacist]) expect((await uploadPortrait(person, await photo())).status).toBe(403);
    const administrator = await factory.staff(hospital, 'administrator');
    expect((await uploadPortrait(administrator, await photo(), 'image/jpeg', pharmacist.practitionerId)).status).toBe(
      404,
    );
    expect(
      (await doctor.client.ok(readOwnPortrait, { params: { doctorId: doctor.practitionerId } })).portrait,
    ).toBeNull();
    const { body } = await uploadPortrait(doctor, await photo());
    const foreign = body.portrait.replace(hospital.slug, (await factory.hospital()).slug);
    expect((await fetch(`${test.url}${foreign}/small`)).status).toBe(404);
  });

  it('is identified as a picture by its bytes, whatever its declared type', async () => {
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
    expect((await uploadPortrait(doctor, pdf)).status).toBeGreaterThanOrEqual(400);
    expect((await uploadPortrait(doctor, Buffer.from('<svg onload="alert(1)"/>'))).body.code).toBe(
      'attachment.type-refused',
    );
    expect((await uploadPortrait(doctor, Buffer.from('x'), 'image/svg+xml')).status).toBe(415);
    expect(await listed()).toBeNull();
  });
});

describe('tenant isolation of portraits', () => {
  it('covers every method that reads or writes', async () => {
    const { body } = await uploadPortrait(doctor, await photo());
    const sha256 = body.portrait.split('/').at(-1) ?? '';
    const theirs = await factory.hospital();
    const portraits = new PortraitsRepository();
    const reads: Record<string, (tx: Tx) => Promise<unknown>> = {
      isDoctor: (tx) => portraits.isDoctor(tx, doctor.practitionerId),
      find: (tx) => portraits.find(tx, doctor.practitionerId),
      content: (tx) => portraits.content(tx, sha256, 'small'),
      remove: (tx) => portraits.remove(tx, doctor.practitionerId),
    };
    for (const read of Object.values(reads)) expect(await inHospital(test, theirs.id, read)).toBeFalsy();
    const picture = { sha256, small: Buffer.from('x'), large: Buffer.from('x') };
    const write = (tx: Tx) => portraits.save(tx, doctor.practitionerId, doctor.accountId, picture);
    await expect(inHospital(test, theirs.id, write)).rejects.toThrow();
    for (const read of Object.values(reads)) expect(await inHospital(test, hospital.id, read)).toBeTruthy();
    expectEveryMethodTried(PortraitsRepository, { ...reads, save: write });
  });
});
