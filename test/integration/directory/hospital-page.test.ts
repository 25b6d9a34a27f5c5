import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  readHospitalSettings,
  saveHospitalSettings,
} from '../../../shared/src/administration/hospital-settings.contract.ts';
import type { HospitalPage } from '../../../shared/src/directory/hospital-page.contract.ts';
import { listDepartments } from '../../../shared/src/directory/directory.contract.ts';
import { startPause } from '../../../shared/src/visits/pauses.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
});

const read = async (slug = hospital.slug) => {
  const answer = await fetch(`${test.url}/api/hospitals/${slug}/page`);
  return { status: answer.status, page: (await answer.json()) as HospitalPage & { code?: string } };
};

describe('the public page of a hospital', () => {
  it('shows contact, licence, departments and doctors without a session', async () => {
    const administrator = await factory.staff(hospital, 'administrator');
    const { version, settings } = await administrator.client.ok(readHospitalSettings);
    const publicDetails = {
      address: { en: '1 Canal Street', zh: '运河街1号' },
      openingHours: { en: 'Every day, 08:00 to 20:00', zh: '每天 08:00–20:00' },
      licenceNumber: 'PDY000001',
      filingNumber: '',
    };
    await administrator.client.ok(saveHospitalSettings, {
      version,
      body: { ...settings, phone: '0573 000', publicDetails },
    });

    const { status, page } = await read();
    expect(status).toBe(200);
    expect(page).toMatchObject({ slug: hospital.slug, phone: '0573 000', ...publicDetails });
    expect(page.departments.map(({ id }) => id)).toContain(hospital.departmentId);
    expect(page.doctors.map(({ id }) => id)).toEqual([doctor.practitionerId]);
  });

  it('shows no queue lengths and only its own doctors', async () => {
    const elsewhere = await factory.hospital();
    const stranger = await factory.doctor(elsewhere);
    const { page } = await read();
    const text = JSON.stringify(page);
    expect(text).not.toContain(stranger.practitionerId);
    for (const member of ['waiting', 'pausedUntil', 'email', 'licenceNo']) expect(text).not.toContain(`"${member}"`);
  });

  it('counts on duty only doctors who are connected and not on a break, as the list of departments does', async () => {
    const connected = await factory.doctor(hospital);
    const onBreak = await factory.doctor(hospital);
    await onBreak.client.ok(startPause, { body: { minutes: 10, reason: '' } });
    await test.database.admin.query(
      `INSERT INTO practitioner_presence (practitioner_id, hospital_id, unseen_since) VALUES ($1, $2, now() - interval '1 day')`,
      [doctor.practitionerId, hospital.id],
    );
    const { page } = await read();
    expect(page.doctors.filter(({ onDuty }) => onDuty).map(({ id }) => id)).toEqual([connected.practitionerId]);
    expect(page.doctors[0]?.id).toBe(connected.practitionerId);
    const patient = await factory.patient(hospital);
    const { items } = await patient.client.ok(listDepartments);
    for (const departments of [page.departments, items])
      expect(departments.map(({ doctorsOnDuty }) => doctorsOnDuty)).toEqual([1]);
  });

  it('counts a doctor in a visit as connected', async () => {
    await test.database.admin.query(
      `INSERT INTO practitioner_presence (practitioner_id, hospital_id, unseen_since) VALUES ($1, $2, now() - interval '1 day')`,
      [doctor.practitionerId, hospital.id],
    );
    const { patientId } = await factory.patient(hospital);
    await test.database.admin.query(
      `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at, checked_in_at, admitted_at)
       VALUES ($1,$2,$3,$4,$5,'in-progress','walk-in','cough',now(),now(),now())`,
      [newId(), hospital.id, patientId, hospital.departmentId, doctor.practitionerId],
    );
    const { page } = await read();
    expect(page.departments.map(({ doctorsOnDuty }) => doctorsOnDuty)).toEqual([1]);
  });

  it.each([
    ['CN', '120'],
    ['generic', null],
  ])('of %s names the emergency number that is known', async (jurisdiction, emergencyNumber) => {
    expect((await read((await factory.hospital(jurisdiction)).slug)).page).toMatchObject({ emergencyNumber });
  });

  it('is not found for an unknown name', async () => {
    const { status, page } = await read('no-such-hospital');
    expect([status, page.code]).toEqual([404, 'resource.not-found']);
  });
});
