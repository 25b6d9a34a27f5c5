import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import type { QueryInputOf } from '../../../shared/src/core/route.ts';
import { listSchedules, readSchedule } from '../../../shared/src/scheduling/schedules.contract.ts';
import { openHours } from '../../support/appointment-steps.ts';
import { everyPage } from '../../support/every-page.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

type Query = QueryInputOf<typeof listSchedules>;
type Doctor = TestPerson & { practitionerId: string };

let test: TestApi;
let factory: Factory;
let house: TestHospital;
let boss: TestPerson;
let theirs: TestPerson;
const doctors = new Map<string, Doctor>();
const sql = (text: string, ...values: unknown[]) => test.database.admin.query(text, values);

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  house = await factory.hospital();
  const elsewhere = await factory.hospital();
  [boss, theirs] = [await factory.staff(house, 'administrator'), await factory.staff(elsewhere, 'administrator')];
  const people = [
    ['c', '周敏', 'Clara Zhou', '2026-03-02'],
    ['a', '王芳', 'Amy Wang', '2026-03-01'],
    ['b', '赵%新', 'Bea Zhao', '2026-03-02'],
    // Has no hours.
    ['e', '李雷', 'Eve Li', null],
    ['d', '韩梅', 'Dora Han', null],
  ] as const;
  for (const [letter, name, latin, saved] of people) {
    const doctor = await factory.doctor(house, name);
    await sql('UPDATE practitioner SET name_latin = $2 WHERE id = $1', doctor.practitionerId, latin);
    if (saved) {
      await openHours(house, doctor);
      await sql('UPDATE schedule SET saved_at = $2 WHERE practitioner_id = $1', doctor.practitionerId, saved);
    }
    doctors.set(letter, doctor);
  }
  const gone = await factory.doctor(house, '走了');
  await sql(`UPDATE account SET status = 'disabled' WHERE id = $1`, gone.accountId);
  await factory.pharmacist(house);
  await factory.doctor(elsewhere, '王芳');
});
afterAll(() => test.close());

const every = (query: Query, by = boss) =>
  everyPage((page) => by.client.ok(listSchedules, { query: { ...query, ...page } }));
/** Returns the listed doctors by the lower-case first letter of their names. */
const letters = async (query: Query, by = boss) =>
  (await every(query, by)).map(({ nameLatin }) => nameLatin[0]?.toLowerCase()).join('');

it('doctors’ hours are listed by name or by time of saving, in both directions across pages', async () => {
  expect(await letters({})).toBe('abcde');
  expect(await letters({ order: 'desc' })).toBe('edcba');
  expect(await letters({ sort: 'saved', order: 'asc' })).toBe('edacb');
  expect(await letters({ sort: 'saved', order: 'desc' })).toBe('bcade');
});

it('doctors’ hours are found by either name and by department in both languages, with or without hours', async () => {
  expect(await letters({ q: 'ZHAO' })).toBe('b');
  expect(await letters({ q: '周' })).toBe('c');
  expect(await letters({ q: '%' })).toBe('b');
  const other = newId();
  await sql(
    `INSERT INTO department (id, hospital_id, code, name, description, position) VALUES ($1,$2,'skin',$3,$3,2)`,
    other,
    house.id,
    JSON.stringify({ en: 'Dermatology', zh: '皮肤科' }),
  );
  await sql(
    'INSERT INTO practitioner_department (hospital_id, practitioner_id, department_id) VALUES ($1,$2,$3)',
    house.id,
    doctors.get('c')?.practitionerId,
    other,
  );
  for (const q of ['dermato', '皮肤']) expect(await letters({ q })).toBe('c');
  const [clara] = await every({ q: 'clara' });
  expect(clara?.departments.map(({ en }) => en)).toEqual(['General practice', 'Dermatology']);
  expect(await letters({ hours: 'none' })).toBe('de');
  expect(await letters({ hours: 'saved' })).toBe('abc');
  expect(await letters({ hours: 'none', q: 'clara' })).toBe('');
});

it('doctors’ hours show the next free time within the licence, and list doctors without a licence too', async () => {
  const next = async (q: string) => (await every({ q }))[0]?.nextFreeAt;
  expect(Date.parse((await next('amy')) ?? '')).toBeGreaterThan(test.clock.now().getTime());
  expect(await next('dora')).toBeNull();
  await sql(
    `UPDATE practitioner SET licence_valid_until = '2020-01-01' WHERE id = $1`,
    doctors.get('a')?.practitionerId,
  );
  expect(await next('amy')).toBeNull();
});

it('doctors’ hours are available to the administrator of the same hospital only and name their doctor', async () => {
  expect(await letters({ q: 'Wang Fang' }, theirs)).toBe('w');
  const { next } = await boss.client.ok(listSchedules, { query: { limit: 1 } });
  const beyond = await theirs.client.ok(listSchedules, { query: { cursor: next ?? '' } });
  expect(beyond.items.map(({ nameLatin }) => nameLatin)).toEqual(['Wang Fang']);
  const doctor = doctors.get('b');
  if (!doctor) throw new Error('doctor not found');
  expect((await doctor.client.call(listSchedules)).status).toBe(403);
  const hours = await boss.client.ok(readSchedule, { params: { doctorId: doctor.practitionerId } });
  expect(hours).toMatchObject({ name: '赵%新', nameLatin: 'Bea Zhao', departmentIds: [house.departmentId] });
});

it('doctors’ hours list more doctors than a page of the directory', async () => {
  const large = await factory.hospital();
  const planner = await factory.staff(large, 'administrator');
  const first = await factory.doctor(large);
  const many = 230;
  await sql(
    `WITH person AS (
       INSERT INTO account (id, hospital_id, email, password_hash, roles, display_name, locale, created_at)
       SELECT gen_random_uuid(), $1, 'many' || n || '@example.test', '', '{doctor}', 'Many', 'en', now() FROM generate_series(1, $2) n
       RETURNING id)
     INSERT INTO practitioner (id, hospital_id, account_id, kind, name, name_latin, title, bio, languages, licence_number,
       licence_valid_until, years_of_practice, on_duty)
     SELECT gen_random_uuid(), $1, person.id, 'doctor', '同名', 'Same Name', p.title, p.bio, '{en}', person.id::text, '2035-01-01', 3, false
     FROM person, practitioner p WHERE p.id = $3`,
    large.id,
    many,
    first.practitionerId,
  );
  const found = await everyPage((page) => planner.client.ok(listSchedules, { query: page }), 100);
  expect(new Set(found.map(({ doctorId }) => doctorId)).size).toBe(many + 1);
  expect(found).toHaveLength(many + 1);
});
