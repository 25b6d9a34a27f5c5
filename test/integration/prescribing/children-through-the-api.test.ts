import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  alerts,
  BLOCKED,
  PrescribingScene,
  reasonNeeded,
  SIGNED,
  unchecked,
  weight,
} from '../../support/prescribing-scene.ts';
import { startTestApi } from '../../support/test-api.ts';

let scene: PrescribingScene;

beforeAll(async () => {
  scene = await PrescribingScene.open(await startTestApi());
});
afterAll(() => scene.close());

const child = (ageMonths: number, kg?: string) => ({ ageMonths, ...(kg && { measured: [weight(kg)] }) });
const times = (frequency: number) => ({ frequency, period: 1, periodUnit: 'd', when: null }) as const;
const suspension = (mL: string) => ({
  productId: 'ibuprofen-20mg-per-ml-suspension',
  dose: { value: mL, unit: 'mL' },
  timing: times(3),
  quantity: { value: '100', unit: 'mL', manual: true },
});
const cetirizine = { productId: 'cetirizine-10mg-tablet', timing: times(1) };
const amoxicillin = (capsules: string) => ({
  productId: 'amoxicillin-500mg-capsule',
  dose: { value: capsules, unit: 'capsule' },
  timing: times(3),
  durationDays: 5,
});

describe('a child’s dose by age', () => {
  it('above the band needs a reason, and is allowed in the next band', async () => {
    const draft = await scene.draft(child(50, '16'), cetirizine);
    expect(alerts(draft, 'dose:')).toEqual(['serious dose:dose-10mg:cetirizine', 'serious dose:day-10mg:cetirizine']);
    expect(await scene.signTwice(draft)).toEqual(reasonNeeded(draft));
    const older = await scene.draft(child(100, '26'), cetirizine);
    expect(alerts(older, '')).toEqual([]);
    expect(await scene.signTwice(older)).toEqual(SIGNED);
  });

  it('of the label is not called too much for an adolescent', async () => {
    const draft = await scene.draft(child(185, '52'), amoxicillin('2'));
    expect([alerts(draft, ''), unchecked(draft, 'dose')]).toEqual([[], []]);
  });

  it('is forbidden for a medicine that its label forbids at that age', async () => {
    const loperamide = { productId: 'loperamide-2mg-capsule', dose: { value: '1', unit: 'capsule' }, timing: times(1) };
    const draft = await scene.draft(child(20, '11'), loperamide);
    expect(alerts(draft, 'age:')).toEqual(['contraindicated age:loperamide-child:loperamide']);
    expect(await scene.signTwice(draft)).toEqual(BLOCKED);
  });
});

describe('a child’s dose by weight', () => {
  it('within the limit raises nothing', async () => {
    const draft = await scene.draft(child(26, '12'), suspension('5'));
    expect([alerts(draft, ''), unchecked(draft, 'dose')]).toEqual([[], []]);
    expect(await scene.signTwice(draft)).toEqual(SIGNED);
  });

  it('twice the limit needs a reason', async () => {
    const draft = await scene.draft(child(26, '12'), suspension('10'));
    expect(alerts(draft, 'dose:')).toEqual(['serious dose:dose-200mg:ibuprofen', 'moderate dose:day-600mg:ibuprofen']);
    expect(await scene.signTwice(draft)).toEqual(reasonNeeded(draft));
  });

  it('ten times the usual one can’t be signed', async () => {
    const draft = await scene.draft(child(26, '12'), suspension('50'));
    expect(alerts(draft, 'dose:dose-')).toEqual(['contraindicated dose:dose-1000mg:ibuprofen']);
    expect(await scene.signTwice(draft)).toEqual(BLOCKED);
  });

  it('depends on the weight of the day: the same dose for a lighter child is too much', async () => {
    const of = async (kg: string) => alerts(await scene.draft(child(70, kg), amoxicillin('1')), 'dose:');
    expect(await of('20')).toEqual([]);
    expect(await of('10')).not.toEqual([]);
  });
});

describe('a child’s weight', () => {
  it('that is missing leaves the dose per kg not checked, and the signed record says so', async () => {
    const draft = await scene.draft(child(26), suspension('5'));
    const missing = ['The child’s weight is not recorded, so the dose per kg could not be checked.'];
    expect([alerts(draft, ''), unchecked(draft, 'dose')]).toEqual([[], missing]);
    expect(await scene.signTwice(draft)).toEqual(SIGNED);
    expect(unchecked(await scene.read(draft), 'dose')).toEqual(missing);
  });

  it('that is missing hides no dose above the band of the age', async () => {
    const draft = await scene.draft(child(26), suspension('10'));
    expect(alerts(draft, 'dose:')).toEqual(['serious dose:dose-200mg:ibuprofen', 'serious dose:day-600mg:ibuprofen']);
    expect(unchecked(draft, 'dose')).not.toEqual([]);
    expect(await scene.signTwice(draft)).toEqual(reasonNeeded(draft));
  });

  it('that is three months old counts as missing, with its age', async () => {
    const draft = await scene.draft({ ageMonths: 26, measured: [weight('11', 100)] }, suspension('5'));
    expect(unchecked(draft, 'dose')).toEqual([expect.stringMatching(/not recorded.+11 kg, is 100 days old/)]);
  });

  it('that no child of that age has is doubted', async () => {
    const draft = await scene.draft(child(26, '30'), suspension('5'));
    expect(unchecked(draft, 'dose')).toEqual([
      expect.stringContaining('The recorded weight of 30 kg is implausible at 26 months'),
    ]);
  });

  it('that is recorded after the draft counts at the signature', async () => {
    const patient = await scene.patient(child(70, '20'));
    const draft = await scene.draftFor(patient, amoxicillin('1'));
    expect(alerts(draft, '')).toEqual([]);
    await scene.state(patient, { measured: [weight('10', 0)] });
    const { bare, signed } = await scene.signTwice(draft);
    expect([bare, signed]).toEqual(['prescription.issue-unacknowledged', false]);
  });
});
