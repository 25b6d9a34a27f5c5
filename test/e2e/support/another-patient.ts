import { listDoctors, readConsentText } from '../../../shared/src/directory/directory.contract.ts';
import { checkIn, createVisit } from '../../../shared/src/visits/visits.contract.ts';
import type { TestClient } from '../../support/client.ts';
import { answerDangers } from '../../support/danger-page.ts';
import { intake } from '../../support/visit-steps.ts';
import { newPatient } from './new-patient.ts';

/** Signs a new patient up and checks them in to the named doctor of the lakeside clinic, without a page. */
export async function anotherWaits(name: string, doctorName: string): Promise<{ client: TestClient; visitId: string }> {
  const { client } = await newPatient('lakeside', { name, nameLatin: name, sex: 'male' });
  const { items } = await client.ok(listDoctors, { query: {} });
  const doctor = items.find((each) => each.name === doctorName);
  const { id } = await client.ok(createVisit, {
    body: { departmentId: doctor?.departmentIds[0] ?? '', doctorId: doctor?.id ?? '', complaint: intake.complaint },
  });
  const { version } = await client.ok(readConsentText, { query: { locale: 'en' } });
  await answerDangers(client, { visitId: id });
  await client.ok(checkIn, {
    params: { visitId: id },
    body: { consent: { version, locale: 'en' }, intake, deviceCheck: 'passed' },
  });
  return { client, visitId: id };
}
