import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
/** Its rows make every query fail; jobs get to it first. */
let failing: TestHospital;
let other: TestHospital;

beforeAll(async () => {
  test = await startTestApi({}, createLogger({ name: 'test', level: 'silent' }));
  factory = new Factory(test);
  failing = await factory.hospital();
  other = await factory.hospital();
  for (const hospital of [failing, other, other])
    await waitingVisit(hospital, await factory.patient(hospital), await factory.doctor(hospital));
  await test.database.admin.query(`
    CREATE FUNCTION fail_for(hospital uuid) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
      IF hospital = current_hospital() AND hospital = '${failing.id}' THEN RAISE EXCEPTION 'a row that no job can handle'; END IF;
      RETURN true;
    END $$;
    CREATE POLICY failing ON visit AS RESTRICTIVE USING (fail_for(hospital_id))`);
});
afterAll(() => test.close());

/** Returns how many patients of a hospital were notified that their doctor is late. */
const toldLate = async (hospital: TestHospital) =>
  (
    await test.database.admin.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM visit_attendance WHERE hospital_id = $1 AND late_told_at IS NOT NULL',
      [hospital.id],
    )
  ).rows[0]?.count;

it('a hospital whose rows make a job fail does not keep it from the hospitals after it', async () => {
  expect(failing.id < other.id).toBe(true);
  await test.database.admin.query('UPDATE visit SET booked_for = checked_in_at');
  test.clock.advance(11 * 60_000);
  await inHospital(test, other.id, (tx) => test.api.jobs.enqueue(tx, 'tend-waiting-rooms', {}, newId()));
  await expect.poll(() => toldLate(other)).toBe(2);
  expect(await toldLate(failing)).toBe(0);
});
