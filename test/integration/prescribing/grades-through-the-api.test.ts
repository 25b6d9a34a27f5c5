import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCondition, addMedicationStatement } from '../../../shared/src/chart/chart.contract.ts';
import type { Prescription, PrescriptionItemInput } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { Clinic, line } from '../../support/clinic.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
});
afterAll(() => test.close());

interface Stated {
  readonly code?: string;
  readonly medicine?: string;
}

async function draftOf(
  products: readonly string[],
  { code, medicine }: Stated = {},
  over: Partial<PrescriptionItemInput> = {},
): Promise<Prescription> {
  const patient = await clinic.factory.patient(clinic.hospital);
  const params = { patientId: patient.patientId };
  if (code !== undefined) await patient.client.ok(addCondition, { params, body: { code } });
  if (medicine !== undefined) await patient.client.ok(addMedicationStatement, { params, body: { text: medicine } });
  const visit = await clinic.admitted(patient);
  const quantity = { value: '9', unit: 'tablet', manual: true };
  return clinic.drafted(
    visit,
    products.map((productId) =>
      line({ productId, quantity, timing: { frequency: 1, period: 1, periodUnit: 'd', when: null }, ...over }),
    ),
  );
}
const issue = ({ safety }: Prescription, part: string) => (safety?.issues ?? []).find(({ id }) => id.includes(part));

describe('an alert is graded “serious”', () => {
  it('for an ACE inhibitor and a diuretic with an NSAID that the patient takes', async () => {
    const draft = await draftOf(['enalapril-10mg-tablet', 'hydrochlorothiazide-25mg-tablet'], {
      medicine: 'ibuprofen',
    });
    expect(issue(draft, 'triple-whammy')).toMatchObject({ severity: 'serious', itemIds: expect.any(Array) });
  });

  it('for semaglutide with a thyroid cancer whose type the code does not state', async () => {
    const weekly: Partial<PrescriptionItemInput> = {
      dose: { value: '0.25', unit: 'mg' },
      route: 'subcutaneous',
      timing: { frequency: 1, period: 1, periodUnit: 'wk', when: null },
      durationDays: 28,
      quantity: { value: '1', unit: 'pen', manual: true },
    };
    const draft = await draftOf(['semaglutide-1.34mg-per-ml-pen'], { code: 'C73' }, weekly);
    expect(issue(draft, 'thyroid-cancer-glp1')).toMatchObject({ severity: 'serious', overridable: true });
  });

  it('for two medicines that prolong the QT interval', async () => {
    const draft = await draftOf(['levofloxacin-500mg-tablet'], { medicine: 'citalopram 20 mg' });
    expect(issue(draft, 'qt-known-known')).toMatchObject({ severity: 'serious' });
  });
});
