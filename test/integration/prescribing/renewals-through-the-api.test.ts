import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMedicationStatement } from '../../../shared/src/chart/chart.contract.ts';
import type { Prescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { Clinic, line } from '../../support/clinic.ts';
import { Dispensary } from '../../support/dispensary.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
});
afterAll(() => test.close());

const daily = () =>
  line({
    productId: 'amlodipine-5mg-tablet',
    timing: { frequency: 1, period: 1, periodUnit: 'd', when: null },
    durationDays: 7,
    quantity: { value: '7', unit: 'tablet', manual: false },
  });

const duplicates = ({ safety }: Prescription) =>
  (safety?.issues ?? [])
    .filter(({ check }) => check === 'duplicate')
    .map(({ id, severity }) => [id.split(':')[1], severity]);

/** Returns the same line in a draft of a visit that is so many days after the first. */
async function again(days: number): Promise<Prescription> {
  const patient = await clinic.factory.patient(clinic.hospital);
  const first = await clinic.signed(patient, [daily()]);
  await new Dispensary(test, clinic).approve(first.id);
  await test.database.admin.query(
    `UPDATE prescription SET valid_until = valid_until - make_interval(days => $2) WHERE id = $1`,
    [first.id, days],
  );
  return clinic.drafted(await clinic.admitted(patient), [daily()]);
}

it('informs of the same line shortly before the earlier prescription ends', async () => {
  expect(duplicates(await again(6))).toEqual([['renewal', 'minor']]);
});

it('interrupts with the days of supply while most of the earlier prescription is left', async () => {
  const draft = await again(0);
  expect(duplicates(draft)).toEqual([['ingredient', 'moderate']]);
  expect(draft.safety?.issues.find(({ check }) => check === 'duplicate')?.advice.en).toContain('up to 8 days more');
});

it('informs of a medicine that the patient states in the same dose and has confirmed for the visit', async () => {
  const patient = await clinic.factory.patient(clinic.hospital);
  const params = { patientId: patient.patientId };
  await patient.client.ok(addMedicationStatement, { params, body: { text: '氨氯地平', dosage: '5mg 每日1次' } });
  const draft = await clinic.drafted(await clinic.admitted(patient), [daily()]);
  expect(duplicates(draft)).toEqual([['renewal', 'minor']]);
});
