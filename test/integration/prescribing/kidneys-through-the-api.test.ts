import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  alerts,
  BLOCKED,
  egfr,
  PrescribingScene,
  reasonNeeded,
  SIGNED,
  unchecked,
} from '../../support/prescribing-scene.ts';
import { startTestApi } from '../../support/test-api.ts';

let scene: PrescribingScene;

beforeAll(async () => {
  scene = await PrescribingScene.open(await startTestApi());
});
afterAll(() => scene.close());

const twice = { frequency: 2, period: 1, periodUnit: 'd', when: null } as const;
const metformin = { productId: 'metformin-500mg-tablet', timing: twice, durationDays: 28 };
const once = { frequency: 1, period: 1, periodUnit: 'd', when: null } as const;
const allopurinol = { productId: 'allopurinol-100mg-tablet', timing: once, durationDays: 14 };
const years = (number: number) => number * 12;

describe('weak kidneys', () => {
  it.each([
    ['a lower dose', metformin, '40', 'moderate renal:reduce-45:metformin'],
    [
      'another medicine',
      { productId: 'nitrofurantoin-50mg-ec-tablet', timing: twice },
      '40',
      'serious renal:avoid-45:nitrofurantoin',
    ],
  ])('call for %s, and the signature for a reason', async (_, medicine, value, expected) => {
    const draft = await scene.draft({ measured: [egfr(value)] }, medicine);
    expect(alerts(draft, 'renal:')).toEqual([expected]);
    expect(await scene.signTwice(draft)).toEqual(reasonNeeded(draft));
  });

  it('forbid metformin below 30, whatever the reason', async () => {
    const draft = await scene.draft({ measured: [egfr('25')] }, metformin);
    expect(alerts(draft, 'renal:')).toEqual(['contraindicated renal:contraindicated-30:metformin']);
    expect(await scene.signTwice(draft)).toEqual(BLOCKED);
  });

  it('are found from a creatinine', async () => {
    const creatinine = { kind: 'creatinine', value: '300', unit: 'umol/L' } as const;
    const draft = await scene.draft({ measured: [creatinine] }, metformin);
    expect(alerts(draft, 'renal:')).toEqual(['contraindicated renal:contraindicated-30:metformin']);
  });

  it('that became known after the draft stop the signature', async () => {
    const patient = await scene.patient({ measured: [egfr('90')] });
    const draft = await scene.draftFor(patient, metformin);
    expect(alerts(draft, 'renal:')).toEqual([]);
    await scene.state(patient, { measured: [egfr('20', 0)] });
    expect(await scene.signTwice(draft)).toEqual(BLOCKED);
  });

  it('raise nothing where the value is good', async () => {
    const draft = await scene.draft({ measured: [egfr('90')] }, metformin);
    expect([alerts(draft, ''), unchecked(draft, 'renal')]).toEqual([[], []]);
    expect(draft.safety?.checks).toContain('renal');
    expect(await scene.signTwice(draft)).toEqual(SIGNED);
  });
});

describe('an eGFR that is not on record', () => {
  it('is asked for where the kidneys decide, and the signed record says that it was missing', async () => {
    const draft = await scene.draft({}, metformin);
    const missing = ['No recent eGFR is recorded. It is needed to dose Metformin tablet.'];
    expect([alerts(draft, 'renal:'), unchecked(draft, 'renal')]).toEqual([[], missing]);
    expect(await scene.signTwice(draft)).toEqual(SIGNED);
    expect(unchecked(await scene.read(draft), 'renal')).toEqual(missing);
  });

  it('is asked for other medicines of older people and of people with diabetes only', async () => {
    const asked = async (known: Parameters<PrescribingScene['draft']>[0]) =>
      unchecked(await scene.draft(known, allopurinol), 'renal');
    const missing = [expect.stringContaining('It is needed to dose Allopurinol tablet')];
    expect(await asked({})).toEqual([]);
    expect(await asked({ ageMonths: years(70) })).toEqual(missing);
    expect(await asked({ conditions: [{ code: 'E11.9' }] })).toEqual(missing);
  });

  it('that is older than a year counts as missing, with its age', async () => {
    const draft = await scene.draft({ measured: [egfr('25', 400)] }, metformin);
    expect(alerts(draft, 'renal:')).toEqual([]);
    expect(unchecked(draft, 'renal')).toEqual([
      expect.stringMatching(/^No recent eGFR .+ The last entry, eGFR 25, is 400 days old/),
    ]);
    expect(await scene.signTwice(draft)).toEqual(SIGNED);
  });

  it('that was missing when the doctor saw the draft may turn out to be good', async () => {
    const patient = await scene.patient({});
    const draft = await scene.draftFor(patient, metformin);
    await scene.state(patient, { measured: [egfr('90', 0)] });
    expect(await scene.signTwice(draft)).toEqual(SIGNED);
    expect(unchecked(await scene.read(draft), 'renal')).toEqual([]);
  });
});
