import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { signUp } from '../../../shared/src/contract/sign-up.ts';
import { listDoctors, readConsentText } from '../../../shared/src/contract/directory.ts';
import { listDemoMessages } from '../../../shared/src/contract/notifications.ts';
import { askForCode, proveCode } from '../../../shared/src/contract/one-time-codes.ts';
import { checkIn, createVisit } from '../../../shared/src/contract/visits.ts';
import { TestClient } from '../../support/client.ts';
import { codeIn } from '../../support/proofs.ts';
import { intake } from '../../support/visit-steps.ts';

/** Signs up and sits down in the waiting room of the named doctor of the lakeside clinic, without a page of ours. */
export async function anotherWaits(name: string, doctorName: string): Promise<{ client: TestClient; visitId: string }> {
  const client = new TestClient(process.env['YUNZHEN_E2E_URL'] ?? '');
  const hospital = 'lakeside';
  const email = `${randomUUID()}@example.test`;
  const { codeId } = await client.ok(askForCode, { body: { hospital, purpose: 'sign-up', email, locale: 'en' } });
  const ours = async () => {
    const { items } = await client.ok(listDemoMessages, { params: { hospital }, query: {} });
    return items.find(({ address }) => address === email)?.body ?? '';
  };
  await expect.poll(ours).toMatch(/\d{6}/);
  const body = { hospital, code: codeIn(await ours()) };
  const { proof } = await client.ok(proveCode, { params: { codeId }, body });
  const person = { name, nameLatin: name, birthDate: '1990-01-01', sex: 'male', locale: 'en' } as const;
  const { accessToken } = await client.ok(signUp, { body: { hospital, proof, ...person } });
  client.accessToken = accessToken;
  const { items } = await client.ok(listDoctors, { query: {} });
  const doctor = items.find((each) => each.name === doctorName);
  const { id } = await client.ok(createVisit, {
    body: { departmentId: doctor?.departmentIds[0] ?? '', doctorId: doctor?.id ?? '', complaint: intake.complaint },
  });
  const { version } = await client.ok(readConsentText, { query: { locale: 'en' } });
  await client.ok(checkIn, {
    params: { visitId: id },
    body: { consent: { version, locale: 'en' }, intake, deviceCheck: 'passed' },
  });
  return { client, visitId: id };
}
