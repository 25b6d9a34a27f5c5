import { afterAll, beforeAll, expect, it } from 'vitest';
import { Factory } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;

beforeAll(async () => {
  test = await startTestApi();
});
afterAll(() => test.close());

it('publishes a doctor who is back online to patients who wait for a colleague of the department', async () => {
  const factory = new Factory(test);
  const hospital = await factory.hospital();
  const doctor = await factory.doctor(hospital);
  const colleague = await factory.doctor(hospital);
  const patient = await factory.patient(hospital);
  await waitingVisit(hospital, patient, doctor);
  const page = await listen(test.url, colleague.accessToken);
  page.close();
  const unseen = () =>
    test.database.admin.query(
      'SELECT 1 FROM practitioner_presence WHERE practitioner_id = $1 AND unseen_since IS NOT NULL',
      [colleague.practitionerId],
    );
  await expect.poll(async () => (await unseen()).rows.length).toBe(1);
  test.clock.advance(3 * 60_000);
  const waiting = await listen(test.url, factory.clientOf(patient).accessToken ?? '');
  const again = await listen(test.url, factory.clientOf(colleague).accessToken ?? '');
  await waiting.next({ entity: 'duty', id: colleague.practitionerId, event: 'doctor.presence-changed' });
  waiting.close();
  again.close();
});
