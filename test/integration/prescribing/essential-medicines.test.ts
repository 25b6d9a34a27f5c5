import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCondition, addMedicationStatement } from '../../../shared/src/chart/chart.contract.ts';
import { searchMedicines, type Prescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { Clinic, line } from '../../support/clinic.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
});
afterAll(() => test.close());

async function draftWith(productId: string, medicine?: string, condition?: string): Promise<Prescription> {
  const patient = await clinic.factory.patient(clinic.hospital);
  const params = { patientId: patient.patientId };
  if (medicine) await patient.client.ok(addMedicationStatement, { params, body: { text: medicine } });
  if (condition) await patient.client.ok(addCondition, { params, body: { code: condition } });
  const visit = await clinic.admitted(patient);
  const timing = { frequency: 1, period: 1, periodUnit: 'd' as const, when: null };
  const quantity = { value: '7', unit: 'tablet', manual: true };
  return clinic.drafted(visit, [line({ productId, timing, durationDays: 7, quantity })]);
}
const rules = ({ safety }: Prescription) =>
  (safety?.issues ?? []).map(({ check, severity, id }) => `${severity} ${check} ${id.split(':')[1]}`);

describe('medicines of the essential lists', () => {
  it.each([
    ['盐酸二甲双胍缓释片', '二甲双胍缓释片'],
    ['阿托伐他汀钙片', '阿托伐他汀片'],
    ['格列卫', '伊马替尼片'],
    ['kapeitabin', '卡培他滨片'],
    ['伯氨喹', '伯氨喹片'],
  ])('are found by package name, brand and pinyin: %s', async (q, name) => {
    const { items } = await clinic.doctor.client.ok(searchMedicines, { query: { q, limit: 5 } });
    expect(items[0]?.name.zh).toBe(name);
  });

  it.each([
    ['capecitabine-500mg-tablet', 'warfarin', 'serious interaction fluoropyrimidine-warfarin'],
    ['dolutegravir-50mg-tablet', 'metformin', 'moderate interaction dolutegravir-metformin'],
    ['dolutegravir-50mg-tablet', 'rifampicin', 'serious interaction integrase-inducer'],
    ['bosentan-125mg-tablet', 'glibenclamide', 'contraindicated interaction bosentan-liver'],
    ['tolvaptan-15mg-tablet', 'carbamazepine', 'moderate interaction tolvaptan-inducer'],
    ['sofosbuvir-400mg-tablet', 'amiodarone', 'serious interaction sofosbuvir-amiodarone'],
  ])('are checked for interactions: %s with %s', async (productId, medicine, expected) => {
    expect(rules(await draftWith(productId, medicine))).toContain(expected);
  });

  it('are checked for conditions', async () => {
    expect(rules(await draftWith('primaquine-13.2mg-tablet', undefined, 'D55.0'))).toContain('serious condition g6pd');
  });

  it('that act for a week are not given daily', async () => {
    expect(rules(await draftWith('penfluridol-20mg-tablet')).some((rule) => rule.includes('penfluridol-weekly'))).toBe(
      true,
    );
  });

  it('without interaction data are said to be not checked', async () => {
    const { safety } = await draftWith('niclosamide-500mg-chewable-tablet', 'warfarin');
    expect(safety?.notChecked.map(({ reason }) => reason.en)).toContain(
      'There are no interaction data for Niclosamide.',
    );
  });
});
