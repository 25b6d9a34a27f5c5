import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDoctors, type Doctor } from '../../../shared/src/directory/directory.contract.ts';
import type { QueryInputOf } from '../../../shared/src/core/route.ts';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { endOfDay } from '@yunzhen/shared/core/time/wall-clock';
import { freeTimes, hold, openHours } from '../../support/appointment-steps.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

type TestDoctor = TestPerson & { practitionerId: string };
let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let patient: TestPerson & { patientId: string };
let speaker: TestDoctor;
let booked: TestDoctor;
let liked: TestDoctor;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  patient = await factory.patient(hospital);
  [speaker, booked, liked] = [
    await factory.doctor(hospital, '张一'),
    await factory.doctor(hospital, '张二'),
    await factory.doctor(hospital, '张三'),
  ];
  const db = test.database.admin;
  await db.query(`UPDATE practitioner SET languages = '{de-CH}' WHERE id = $1`, [speaker.practitionerId]);
  await db.query('UPDATE practitioner SET on_duty = false WHERE hospital_id = $1 AND id <> $2', [
    hospital.id,
    speaker.practitionerId,
  ]);
  await db.query(
    'INSERT INTO practitioner_rating (practitioner_id, hospital_id, ratings, points) VALUES ($1,$2,5,23), ($3,$2,4,20)',
    [liked.practitionerId, hospital.id, booked.practitionerId],
  );
  // Six in the morning at the hospital, before today’s hours.
  const morning = endOfDay('Asia/Shanghai', dayIn('Asia/Shanghai', test.clock.now())).getTime() + 6 * 3_600_000;
  test.clock.advance(morning - test.clock.now().getTime());
  for (const person of [patient, booked, liked]) person.client = factory.clientOf(person);
  await openHours(hospital, booked, { from: '09:00', to: '09:30' });
  await openHours(hospital, liked, { from: '10:00', to: '10:15' });
});
afterAll(() => test.close());

const list = async (query: QueryInputOf<typeof listDoctors> = {}) =>
  (await patient.client.ok(listDoctors, { query })).items;
const names = async (query: QueryInputOf<typeof listDoctors>) => (await list(query)).map(({ name }) => name);
const one = async ({ practitionerId }: TestDoctor): Promise<Doctor | undefined> =>
  (await list()).find(({ id }) => id === practitionerId);

describe('finding a doctor', () => {
  it('shows a rating after five ratings', async () => {
    expect((await one(liked))?.rating).toEqual({ mean: 4.6, ratings: 5 });
    expect((await one(booked))?.rating).toBeNull();
    expect((await one(speaker))?.rating).toBeNull();
  });

  it('filters by language and by free time today, and sorts', async () => {
    expect(await names({ language: 'de' })).toEqual(['张一']);
    expect(await names({ language: 'zh', sort: 'soonest' })).toEqual(['张二', '张三']);
    expect(await names({ language: 'fr' })).toEqual([]);
    expect((await patient.client.call(listDoctors, { query: { language: "d'; --" } })).status).toBe(400);
    expect((await names({ sort: 'rating' }))[0]).toBe('张三');
    expect((await names({ freeToday: 'true' })).sort()).toEqual(['张一', '张三', '张二'].sort());
  });

  it('updates the next free time after holds, expired holds and changed hours', async () => {
    const at = async () => (await one(booked))?.nextFreeAt;
    const [first = '', second = ''] = await freeTimes(patient, booked, 0);
    expect(await at()).toBe(first);
    const place = await hold(hospital, patient, booked, first);
    expect(await at()).toBe(second);
    test.clock.advance(Date.parse(place.value.holdUntil ?? '') - test.clock.now().getTime() + 1000);
    patient.client = factory.clientOf(patient);
    booked.client = factory.clientOf(booked);
    expect(await at()).toBe(first);
    await openHours(hospital, booked, { from: '11:00', to: '11:30' });
    const today = dayIn('Asia/Shanghai', test.clock.now());
    expect(await at()).toBe(`${today}T03:00:00.000Z`);
    // After the last time of today, the next free time is tomorrow and the filter for today is empty.
    test.clock.advance(Date.parse(`${today}T03:20:00.000Z`) - test.clock.now().getTime());
    patient.client = factory.clientOf(patient);
    expect(await at()).toBe(`${shiftDay(today, 1)}T03:00:00.000Z`);
    expect(await names({ freeToday: 'true' })).toEqual(['张一']);
  });
});
