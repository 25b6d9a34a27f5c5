import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signPrescription, type Prescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { Clinic, line } from '../../support/clinic.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;

beforeAll(async () => {
  test = await startTestApi();
  // Chinese rules reject methotrexate online before the dose check.
  clinic = await Clinic.open(test, 'DE', 'Europe/Berlin');
});
afterAll(() => test.close());

type Line = Parameters<typeof line>[0];

async function draftOf(over: Line): Promise<Prescription> {
  const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
  await clinic.diagnosed(visit);
  return clinic.drafted(visit, [line({ quantity: { value: '28', unit: 'tablet', manual: true }, ...over })]);
}

const found = ({ safety }: Prescription, beginning: string) =>
  (safety?.issues ?? []).filter(({ id }) => id.startsWith(beginning));
const every = (frequency: number, period: number, periodUnit: 'd' | 'wk') =>
  ({ frequency, period, periodUnit, when: null }) as const;

describe('a weekly medicine', () => {
  it('prescribed daily cannot be signed, whatever the override reason', async () => {
    const draft = await draftOf({ productId: 'methotrexate-2.5mg-tablet', timing: every(1, 1, 'd'), durationDays: 7 });
    const [issue] = found(draft, 'dose:often-methotrexate-weekly');
    expect(issue).toMatchObject({ severity: 'contraindicated', overridable: false });
    const answer = await clinic.doctor.client.call(signPrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: {
        acknowledgements: (draft.safety?.issues ?? []).map(({ id }) => ({
          issueId: id,
          reason: 'benefit-outweighs-risk' as const,
        })),
      },
    });
    expect(answer.problem.code).toBe('prescription.issue-not-overridable');
  });

  it('prescribed once a week raises no alert', async () => {
    const draft = await draftOf({
      productId: 'methotrexate-2.5mg-tablet',
      dose: { value: '4', unit: 'tablet' },
      timing: every(1, 1, 'wk'),
      durationDays: 28,
    });
    expect(found(draft, 'dose:')).toEqual([]);
  });
});

describe('a loading dose', () => {
  it('repeated for a week raises a serious alert that cites its source', async () => {
    const draft = await draftOf({
      productId: 'clopidogrel-75mg-tablet',
      dose: { value: '4', unit: 'tablet' },
      timing: every(1, 1, 'd'),
      durationDays: 7,
    });
    const [issue] = found(draft, 'dose:course-clopidogrel-loading');
    expect(issue).toMatchObject({ severity: 'serious', overridable: true });
    expect(issue?.source).toMatch(/Plavix.+US.+20\d\d/);
  });

  it('given once raises no alert', async () => {
    const draft = await draftOf({
      productId: 'clopidogrel-75mg-tablet',
      dose: { value: '4', unit: 'tablet' },
      timing: every(1, 1, 'd'),
      durationDays: 1,
    });
    expect(found(draft, 'dose:')).toEqual([]);
  });
});

describe('doses as needed', () => {
  const paracetamol = { productId: 'paracetamol-500mg-tablet', dose: { value: '2', unit: 'tablet' }, durationDays: 3 };

  it('two hours apart raise a serious alert that cites its source', async () => {
    const draft = await draftOf({
      ...paracetamol,
      timing: every(4, 1, 'd'),
      asNeeded: { reason: 'pain', maxPerDay: 4, minHoursBetween: 2 },
    });
    const [issue] = found(draft, 'dose:gap-paracetamol-gap-2');
    expect(issue).toMatchObject({ severity: 'serious', overridable: true });
    expect(issue?.source).toMatch(/British National Formulary.+UK.+20\d\d/);
  });

  it('without an interval raise a minor alert, and with six hours none', async () => {
    const unstated = await draftOf({
      ...paracetamol,
      timing: every(4, 1, 'd'),
      asNeeded: { reason: 'pain', maxPerDay: 4 },
    });
    expect(found(unstated, 'dose:')).toMatchObject([{ severity: 'minor' }]);
    const stated = await draftOf({
      ...paracetamol,
      timing: every(4, 1, 'd'),
      asNeeded: { reason: 'pain', maxPerDay: 4, minHoursBetween: 6 },
    });
    expect(found(stated, 'dose:')).toEqual([]);
  });

  it('of a prolonged-release opioid raise a serious alert', async () => {
    const draft = await draftOf({
      productId: 'oxycodone-10mg-er-tablet',
      timing: every(2, 1, 'd'),
      asNeeded: { reason: 'pain', maxPerDay: 2, minHoursBetween: 12 },
    });
    expect(found(draft, 'dose:as-needed-oxycodone-er-scheduled')).toMatchObject([{ severity: 'serious' }]);
  });
});

describe('a medicine for once a day', () => {
  it('twice a day raises a serious alert, although the amount of a day is allowed', async () => {
    const draft = await draftOf({ productId: 'sildenafil-50mg-tablet', timing: every(2, 1, 'd') });
    expect(found(draft, 'dose:often-sildenafil-day-2')).toMatchObject([{ severity: 'serious' }]);
  });
});

describe('a country’s label', () => {
  const forty = {
    productId: 'rosuvastatin-10mg-tablet',
    dose: { value: '4', unit: 'tablet' },
    timing: every(1, 1, 'd'),
  };

  it('limits rosuvastatin to 20 mg in China and 40 mg in Germany', async () => {
    expect(found(await draftOf(forty), 'dose:')).toEqual([]);
    const chinese = await Clinic.open(test, 'CN');
    const visit = await chinese.admitted(await chinese.factory.patient(chinese.hospital));
    const draft = await chinese.drafted(visit, [
      line({ ...forty, quantity: { value: '12', unit: 'tablet', manual: true } }),
    ]);
    const [issue] = found(draft, 'dose:dose-40mg:rosuvastatin');
    expect(issue).toMatchObject({ severity: 'serious', source: expect.stringContaining('China') });
  });
});

describe('the length of a course', () => {
  const metoclopramide = { productId: 'metoclopramide-10mg-tablet', timing: every(3, 1, 'd'), durationDays: 14 };

  it('of metoclopramide is five days in Germany, and weeks under the label of China', async () => {
    const german = await draftOf(metoclopramide);
    expect(found(german, 'dose:course-')).toMatchObject([
      { severity: 'serious', source: expect.stringContaining('European Medicines Agency') },
    ]);
    const chinese = await Clinic.open(test, 'CN');
    const visit = await chinese.admitted(await chinese.factory.patient(chinese.hospital));
    const quantity = { value: '42', unit: 'tablet', manual: true };
    const draft = await chinese.drafted(visit, [line({ ...metoclopramide, quantity })]);
    expect(found(draft, 'dose:course-')).toMatchObject([{ severity: 'minor' }]);
  });
});

describe('opioids in a draft', () => {
  it('are added up as morphine equivalents', async () => {
    const draft = await draftOf({
      productId: 'oxycodone-10mg-er-tablet',
      dose: { value: '20', unit: 'tablet' },
      timing: every(2, 1, 'd'),
    });
    expect(found(draft, 'dose:opioid-equivalent-600')).toMatchObject([{ severity: 'serious' }]);
  });
});
