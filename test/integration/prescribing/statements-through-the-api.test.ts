import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAllergy, addMedicationStatement } from '../../../shared/src/chart/chart.contract.ts';
import type { Prescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
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
  readonly medicine?: string;
  readonly allergy?: { readonly substance: string; readonly reaction?: string };
}

async function draftWith(productId: string, { medicine, allergy }: Stated): Promise<Prescription> {
  const patient = await clinic.factory.patient(clinic.hospital);
  const params = { patientId: patient.patientId };
  if (medicine !== undefined) await patient.client.ok(addMedicationStatement, { params, body: { text: medicine } });
  if (allergy) await patient.client.ok(addAllergy, { params, body: allergy });
  const visit = await clinic.admitted(patient);
  return clinic.drafted(visit, [line({ productId, quantity: { value: '9', unit: 'tablet', manual: true } })]);
}
const issues = ({ safety }: Prescription, check: string) =>
  (safety?.issues ?? []).filter((issue) => issue.check === check);
const unread = ({ safety }: Prescription) => (safety?.notChecked ?? []).map(({ reason }) => reason.en).join('\n');

describe('a patient’s statement', () => {
  it('of medicines without commas is compared name by name', async () => {
    const draft = await draftWith('ibuprofen-200mg-tablet', { medicine: 'metformin warfarin amlodipine zorblaxin' });
    expect(issues(draft, 'interaction').map(({ id }) => id)).toContainEqual(
      expect.stringContaining('interaction:warfarin-nsaid'),
    );
    expect(unread(draft)).toContain('zorblaxin');
  });

  it('with a misspelt name is compared as the closest name and flagged', async () => {
    const draft = await draftWith('ibuprofen-200mg-tablet', { medicine: 'warfrin' });
    expect(issues(draft, 'interaction')).not.toEqual([]);
    expect(unread(draft)).toContain('"warfrin" is not a known name');
  });

  it('of a statin’s calcium salt does not count as calcium', async () => {
    const draft = await draftWith('levothyroxine-50ug-tablet', { medicine: '阿托伐他汀钙片' });
    expect(issues(draft, 'interaction')).toEqual([]);
  });

  it.each(['no penicillin allergy', '青霉素不过敏'])(
    'that denies an allergy (%s) raises no alert',
    async (substance) => {
      const draft = await draftWith('amoxicillin-500mg-clavulanic-acid-125mg-tablet', { allergy: { substance } });
      expect(issues(draft, 'allergy')).toEqual([]);
      expect(unread(draft)).toBe('');
    },
  );

  it('of an asthma attack after aspirin forbids every NSAID', async () => {
    const allergy = { substance: 'aspirin', reaction: 'asthma attack' };
    const draft = await draftWith('ibuprofen-200mg-tablet', { allergy });
    expect(issues(draft, 'allergy')).toMatchObject([{ severity: 'contraindicated', overridable: false }]);
  });
});
