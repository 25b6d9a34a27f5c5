import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitingInstruments } from '../../../server/src/api/visits/index.ts';
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

const waitingPatients = async () => {
  const figures = await Promise.all(waitingInstruments.map((instrument) => instrument.get()));
  return figures.find(({ name }) => name === 'yunzhen_waiting_patients')?.values[0]?.value;
};

it('a hospital whose rows make a job fail does not keep it from the hospitals after it', async () => {
  expect(failing.id < other.id).toBe(true);
  await inHospital(test, other.id, (tx) => test.api.jobs.enqueue(tx, 'tend-waiting-rooms', {}, newId()));
  await expect.poll(waitingPatients).toBe(2);
});
