import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCondition, addMedicationStatement, readChart } from '../../../shared/src/chart/chart.contract.ts';
import { addPregnancyStatement } from '../../../shared/src/chart/observations.contract.ts';
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

interface Taking {
  readonly medicines: readonly string[];
  readonly condition?: string;
  readonly pregnant?: boolean;
}

async function draftWith(productId: string, { medicines, condition, pregnant }: Taking): Promise<Prescription> {
  const patient = await clinic.factory.patient(clinic.hospital, '李伟', '1990-05-01', !pregnant);
  const params = { patientId: patient.patientId };
  if (pregnant) {
    await test.database.admin.query(`UPDATE patient SET sex = 'female' WHERE id = $1`, [patient.patientId]);
    await clinic.factory.verify(patient.patientId);
    const body = { pregnancy: 'pregnant' as const, lactation: 'not-breast-feeding' as const };
    await patient.client.ok(addPregnancyStatement, { params, body });
  }
  if (condition) await patient.client.ok(addCondition, { params, body: { code: condition } });
  for (const text of medicines) await patient.client.ok(addMedicationStatement, { params, body: { text } });
  const visit = await clinic.admitted(patient);
  return clinic.drafted(visit, [line({ productId, quantity: { value: '9', unit: 'tablet', manual: true } })]);
}
const rules = ({ safety }: Prescription) =>
  (safety?.issues ?? []).map(({ check, severity, id }) => `${severity} ${check} ${id.split(':')[1]}`);
const unchecked = ({ safety }: Prescription) => (safety?.notChecked ?? []).map(({ reason }) => reason.en).join('\n');

describe('a Chinese patent medicine', () => {
  it('is found by characters and by pinyin, and is not offered for prescribing', async () => {
    for (const q of ['消渴丸', 'xiaokewan', 'xkw']) {
      const answer = await clinic.doctor.client.ok(searchMedicines, { query: { q, limit: 20 } });
      expect(answer.patentMedicines[0]).toMatchObject({
        name: { zh: '消渴丸', en: 'Xiaoke Wan' },
        contains: [{ zh: '格列本脲' }],
      });
      expect(answer.items.map(({ name }) => name.zh)).not.toContain('消渴丸');
    }
  });

  it('that a patient states is shown in the chart with its substances', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const params = { patientId: patient.patientId };
    await patient.client.ok(addMedicationStatement, { params, body: { text: '消渴丸，每天三次' } });
    const { medicines } = await patient.client.ok(readChart, { params });
    expect(medicines[0]?.names).toEqual([
      { en: 'Xiaoke Wan', zh: '消渴丸' },
      { en: 'Glibenclamide', zh: '格列本脲' },
    ]);
  });

  it.each<[string, string, Taking, string]>([
    ['a substance twice', 'paracetamol-500mg-tablet', { medicines: ['感冒灵颗粒'] }, 'moderate duplicate ingredient'],
    ['two of one class', 'gliclazide-80mg-tablet', { medicines: ['消渴丸'] }, 'moderate duplicate class'],
    [
      'an interaction of its substance',
      'metoprolol-25mg-tablet',
      { medicines: ['珍菊降压片'] },
      'serious interaction beta-blocker-clonidine',
    ],
    [
      'an interaction of its herb',
      'warfarin-2.5mg-tablet',
      { medicines: ['复方丹参滴丸'] },
      'serious interaction danshen-warfarin',
    ],
    [
      'its ethanol',
      'metronidazole-200mg-tablet',
      { medicines: ['藿香正气水'] },
      'serious interaction ethanol-disulfiram-like',
    ],
    [
      'the eighteen incompatibilities',
      'ibuprofen-200mg-tablet',
      { medicines: ['附子理中丸', '蛇胆川贝液'] },
      'moderate interaction herbs-aconite-fritillaria',
    ],
    [
      'the nineteen fears',
      'ibuprofen-200mg-tablet',
      { medicines: ['少腹逐瘀丸', '参苓白术散'] },
      'moderate interaction herbs-ginseng-trogopterus',
    ],
    [
      'pregnancy',
      'paracetamol-500mg-tablet',
      { medicines: ['益母草颗粒'], pregnant: true },
      'serious pregnancy patent-contraindicated',
    ],
    [
      'a diseased liver',
      'amlodipine-5mg-tablet',
      { medicines: ['养血生发胶囊'], condition: 'K74.6' },
      'serious condition herb-fleeceflower-liver',
    ],
    [
      'how long a toxic herb may be taken',
      'amlodipine-5mg-tablet',
      { medicines: ['小活络丸'] },
      'minor dose herb-aconite-course',
    ],
  ])('is checked for %s', async (_, productId, taking, expected) => {
    const draft = await draftWith(productId, taking);
    expect(rules(draft)).toContain(expected);
    for (const issue of draft.safety?.issues ?? []) expect(issue.source).not.toBe('');
  });

  it('is said to be compared in part only', async () => {
    const draft = await draftWith('paracetamol-500mg-tablet', { medicines: ['板蓝根颗粒'] });
    expect(rules(draft)).toEqual([]);
    expect(unchecked(draft)).toContain('None of its constituents was compared');
  });
});
