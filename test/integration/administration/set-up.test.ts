import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSetUp } from '../../../shared/src/administration/set-up.contract.ts';
import { Clinic } from '../../support/clinic.ts';
import { aceArb, decided, released } from '../../support/knowledge.ts';
import { Office } from '../../support/office.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi();
});
afterAll(() => test.close());

it('the set-up checklist follows the hospital’s own data and counts only people who may work', async () => {
  const office = await Office.open(test);
  const other = await Office.open(test);
  await other.join(['pharmacist'], other.practitioner({ departmentIds: [] }));
  const { client } = office.administrator;
  const read = async () => {
    const { steps, toConfirm } = await client.ok(readSetUp);
    return { toConfirm, ...Object.fromEntries(steps.map(({ step, done, count }) => [step, count ?? done])) };
  };
  const before = await read();
  expect(before).toMatchObject({ details: false, administrators: 1, doctors: 0, pharmacists: 0, toConfirm: 0 });
  const details = office.practitioner();
  const { link } = await office.invite(['doctor']);
  const { accountId } = await office.apply(link, details);
  expect(await read()).toMatchObject({ doctors: 0, toConfirm: 1 });
  await office.confirmDetails(accountId, details);
  await office.join(['doctor'], office.practitioner({ licenceValidUntil: '2020-01-01' }));
  expect(await read()).toMatchObject({ doctors: 1, toConfirm: 0 });
  const { steps } = await client.ok(readSetUp);
  expect(steps.find(({ step }) => step === 'administrators')).toEqual({
    step: 'administrators',
    done: false,
    count: 1,
  });
  await office.factory.staff(office.hospital, 'administrator');
  expect((await client.ok(readSetUp)).steps).toContainEqual({ step: 'administrators', done: true, count: 2 });
  const doctor = await office.factory.doctor(office.hospital);
  expect((await doctor.client.call(readSetUp)).problem.code).toBe('auth.forbidden');
});

it('the step of the safety rules is done when the hospital has signed a release of them', async () => {
  const clinic = await Clinic.open(test);
  const { client } = await clinic.factory.staff(clinic.hospital, 'administrator');
  const step = async () => (await client.ok(readSetUp)).steps.find((each) => each.step === 'safety-rules');
  await decided(clinic, aceArb, 'accept');
  expect(await step()).toEqual({ step: 'safety-rules', done: false, count: null });
  await released(clinic.doctor.client, clinic.pharmacist.client);
  expect(await step()).toEqual({ step: 'safety-rules', done: true, count: null });
});
