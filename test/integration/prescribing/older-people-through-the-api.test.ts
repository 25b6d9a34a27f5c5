import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alerts, egfr, PrescribingScene, reasonNeeded, SIGNED, unchecked } from '../../support/prescribing-scene.ts';
import { startTestApi } from '../../support/test-api.ts';

let scene: PrescribingScene;

beforeAll(async () => {
  scene = await PrescribingScene.open(await startTestApi());
});
afterAll(() => scene.close());

const old = { ageMonths: 81 * 12, measured: [egfr('80')] };
const adult = { ageMonths: 46 * 12, measured: [egfr('80')] };
const daily = { frequency: 1, period: 1, periodUnit: 'd', when: null } as const;
const of = (productId: string, unit = 'tablet') => ({ productId, dose: { value: '1', unit }, timing: daily });

describe('a medicine of the Beers list', () => {
  it.each([
    ['amitriptyline', of('amitriptyline-25mg-tablet'), 'moderate age:anticholinergic-old:amitriptyline'],
    ['glibenclamide', of('glibenclamide-2.5mg-tablet'), 'moderate age:sulfonylurea-old:glibenclamide'],
    ['quetiapine', of('quetiapine-25mg-tablet'), 'moderate age:antipsychotic-old:quetiapine'],
    ['plain nifedipine', of('nifedipine-10mg-tablet'), 'moderate age:beers-nifedipine:nifedipine'],
    ['desmopressin', of('desmopressin-0.1mg-tablet'), 'serious age:desmopressin-old:desmopressin'],
  ])('such as %s needs a reason at 81 years and raises nothing at 46', async (_, medicine, expected) => {
    const draft = await scene.draft(old, medicine);
    expect(alerts(draft, 'age:')).toContain(expected);
    expect(draft.safety?.issues.find(({ id }) => id.startsWith('age:'))?.source).toContain('Beers');
    const { bare, reasoned, signed } = await scene.signTwice(draft);
    expect([bare, reasoned, signed]).toEqual(['prescription.issue-unacknowledged', 'signed', true]);
    expect(alerts(await scene.draft(adult, medicine), 'age:')).toEqual([]);
  });

  it('is graded by the patient’s disease', async () => {
    const fragile = await scene.draft({ ...old, conditions: [{ code: 'M80.9' }] }, of('quetiapine-25mg-tablet'));
    expect(alerts(fragile, 'condition:')).toEqual(['moderate condition:beers-falls:quetiapine']);
    expect(await scene.signTwice(fragile)).toEqual(reasonNeeded(fragile));
    const demented = await scene.draft({ ...old, conditions: [{ code: 'F03' }] }, of('amitriptyline-25mg-tablet'));
    expect(alerts(demented, 'condition:')).toEqual(['serious condition:dementia-anticholinergic:amitriptyline']);
  });

  it('that is to be avoided for long alerts by the length of the course', async () => {
    const naproxen = (durationDays: number) => ({ ...of('naproxen-250mg-tablet'), durationDays });
    expect(alerts(await scene.draft(old, naproxen(7)), '')).toEqual([]);
    const long = await scene.draft(old, naproxen(28));
    expect(alerts(long, '')).toEqual(['moderate age:nsaid-old:naproxen']);
    expect(await scene.signTwice(long)).toEqual(reasonNeeded(long));
  });

  it('that is only to be watched informs, and the signature needs no reason', async () => {
    const draft = await scene.draft(old, of('omeprazole-20mg-ec-capsule', 'capsule'));
    expect(alerts(draft, '')).toEqual(['minor age:beers-ppi:omeprazole']);
    expect(await scene.signTwice(draft)).toEqual(SIGNED);
  });
});

describe('an older person', () => {
  it('has an unknown kidney function said where the dose depends on it', async () => {
    const draft = await scene.draft({ ageMonths: old.ageMonths }, of('allopurinol-100mg-tablet'));
    expect(unchecked(draft, 'renal')).toEqual([expect.stringContaining('It is needed to dose Allopurinol tablet')]);
  });

  it('gets a dose above the limit of that age only with a reason', async () => {
    const citalopram = { ...of('citalopram-20mg-tablet'), dose: { value: '2', unit: 'tablet' } };
    const draft = await scene.draft(old, citalopram);
    expect(alerts(draft, 'dose:dose-')).toEqual(['serious dose:dose-40mg:citalopram']);
    expect(await scene.signTwice(draft)).toEqual(reasonNeeded(draft));
    expect(alerts(await scene.draft(adult, citalopram), 'dose:')).toEqual([]);
  });

  it('has a disease in words said to be not compared', async () => {
    const known = { ...old, conditions: [{ text: 'bad legs, falls a lot' }] };
    const draft = await scene.draft(known, of('quetiapine-25mg-tablet'));
    expect(alerts(draft, 'condition:')).toEqual([]);
    expect(unchecked(draft, 'condition')).toEqual([expect.stringContaining('bad legs, falls a lot')]);
    expect(unchecked(await scene.draft(old, of('quetiapine-25mg-tablet')), 'condition')).toEqual([]);
  });
});
