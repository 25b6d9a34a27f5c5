import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { readVisit } from '../../../shared/src/visits/visits.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, testPassword, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let hospital: TestHospital;
let patient: TestPerson & { patientId: string };
let doctor: TestPerson & { practitionerId: string };
const lines: string[] = [];

beforeAll(async () => {
  const destination = { write: (line: string) => void lines.push(line) };
  test = await startTestApi({ ACCESS_LOG: 'true' }, createLogger({ name: 'test', level: 'debug', destination }));
  const factory = new Factory(test);
  hospital = await factory.hospital();
  [patient, doctor] = [await factory.patient(hospital, '欧阳春晓'), await factory.doctor(hospital, '上官明月')];
});
afterAll(() => test.close());

it('the access log has a line for each request, by route pattern, and nothing of the person', async () => {
  const visit = await waitingVisit(hospital, patient, doctor);
  await patient.client.ok(readVisit, { params: { visitId: visit.id } });
  const email = `${patient.accountId}@example.test`;
  const nobody = new TestClient(test.url);
  await nobody.call(signIn, { body: { hospital: hospital.slug, email, password: testPassword } });
  await nobody.call(signIn, {
    body: { hospital: hospital.slug, email: 'chun.xiao@clinic.test', password: 'wrong secret' },
  });
  // Requests that the program rejects at every stage: unknown route, bad query, bad body, bad token, bad address.
  const leak = 'q=%E6%AC%A7%E9%98%B3&phone=13800138000&email=leak@clinic.test';
  const headers = { authorization: 'Bearer leaked.token.value', cookie: 'leaked-cookie=1', referer: `/?${leak}` };
  await fetch(`${test.url}/api/nowhere/13800138000?${leak}`, { headers });
  await fetch(`${test.url}/api/visits?${leak}`, { headers });
  await fetch(`${test.url}/api/%E0%A4%A/13800138000?${leak}`, { headers });
  await fetch(`${test.url}/api/visits/${newId()}/check-in?${leak}`, {
    method: 'POST',
    headers,
    body: '{"name":"欧阳春晓",',
  });
  await fetch(`${test.url}/anything?${leak}`, { headers });

  const requests = () =>
    lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'request');
  await expect
    .poll(() => requests().some(({ route, status }) => route === '/api/visits/:visitId' && status === 200))
    .toBe(true);
  await expect.poll(() => requests().filter(({ route }) => route === 'unmatched').length).toBeGreaterThan(0);
  for (const request of requests())
    expect(Object.keys(request).sort()).toEqual([
      'hostname',
      'level',
      'method',
      'milliseconds',
      'msg',
      'name',
      'pid',
      'requestId',
      'route',
      'status',
      'time',
    ]);
  const log = lines.join('');
  for (const secret of [
    '欧阳',
    '上官',
    '%E6%AC%A7',
    'Li Wei',
    'Wang Fang',
    '13800138000',
    '@example.test',
    '@clinic.test',
    '咳嗽',
    testPassword,
    'wrong secret',
    'leaked',
    patient.accessToken,
    doctor.accessToken,
    patient.patientId,
    patient.accountId,
    visit.id,
  ])
    expect(log.includes(secret), secret).toBe(false);
});
