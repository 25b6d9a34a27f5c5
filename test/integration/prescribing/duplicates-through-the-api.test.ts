import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alerts, egfr, PrescribingScene, reasonNeeded, SIGNED, unchecked } from '../../support/prescribing-scene.ts';
import { startTestApi } from '../../support/test-api.ts';

let scene: PrescribingScene;

beforeAll(async () => {
  scene = await PrescribingScene.open(await startTestApi());
});
afterAll(() => scene.close());

const taking = (...medicines: readonly string[]) => ({ measured: [egfr('90')], medicines });
const daily = { frequency: 1, period: 1, periodUnit: 'd', when: null } as const;
const of = (productId: string) => ({ productId, timing: daily });
const kinds = (ids: readonly string[]) => ids.map((id) => id.split(' ')[0] + ' ' + id.split(':').slice(1, 3).join(':'));

describe('a Chinese patent medicine that the patient takes', () => {
  it.each([
    ['paracetamol', '维C银翘片', 'paracetamol-500mg-tablet'],
    ['hydrochlorothiazide', '珍菊降压片', 'hydrochlorothiazide-25mg-tablet'],
    ['glibenclamide', '消渴丸', 'glibenclamide-2.5mg-tablet'],
    ['chlorphenamine', '感冒灵颗粒', 'chlorphenamine-4mg-tablet'],
  ])('holds %s, which a prescription of the same then doubles', async (substance, patent, productId) => {
    const draft = await scene.draft(taking(patent), of(productId));
    expect(kinds(alerts(draft, 'duplicate:'))).toEqual([`moderate ingredient:${substance}`]);
    expect(unchecked(draft, 'interaction')).toEqual([expect.stringContaining('a Chinese patent medicine')]);
    expect(await scene.signTwice(draft)).toEqual(reasonNeeded(draft));
  });

  it('holds a sulfonylurea, which is doubled by another one', async () => {
    const draft = await scene.draft(taking('消渴丸'), of('gliclazide-80mg-tablet'));
    expect(kinds(alerts(draft, 'duplicate:'))).toEqual(['moderate class:insulin-secretagogues']);
    expect(kinds(alerts(draft, 'interaction:'))).toEqual(['serious sulfonylurea-sulfonylurea:gliclazide']);
    expect(await scene.signTwice(draft)).toEqual(reasonNeeded(draft));
  });

  it('holds the same as a second one', async () => {
    const draft = await scene.draft(taking('维C银翘片', '感冒灵颗粒'), of('amlodipine-5mg-tablet'));
    expect(kinds(alerts(draft, 'duplicate:'))).toContain('moderate taken:paracetamol');
  });

  it('of which no constituent is known is said to be not compared, and the record of the signature says so', async () => {
    const draft = await scene.draft(taking('板蓝根颗粒'), of('amlodipine-5mg-tablet'));
    expect(alerts(draft, '')).toEqual([]);
    const missing = [expect.stringContaining('None of its constituents was compared')];
    expect(unchecked(draft, 'interaction')).toEqual(missing);
    expect(await scene.signTwice(draft)).toEqual(SIGNED);
    expect(unchecked(await scene.read(draft), 'interaction')).toEqual(missing);
  });

  it('that is stated after the draft asks for a reason at the signature', async () => {
    const patient = await scene.patient({});
    const draft = await scene.draftFor(patient, of('paracetamol-500mg-tablet'));
    expect(alerts(draft, '')).toEqual([]);
    await scene.state(patient, { medicines: ['泰诺酚麻美敏片'] });
    const { bare, signed } = await scene.signTwice(draft);
    expect([bare, signed]).toEqual(['prescription.issue-unacknowledged', false]);
  });
});

describe('a western medicine', () => {
  it('that the patient takes under another name is found', async () => {
    const draft = await scene.draft(taking('格华止'), of('metformin-500mg-tablet'));
    expect(kinds(alerts(draft, 'duplicate:'))).toEqual(['moderate ingredient:metformin']);
    expect(await scene.signTwice(draft)).toEqual(reasonNeeded(draft));
  });

  it('on two lines of one draft is found', async () => {
    const draft = await scene.draft({}, of('ibuprofen-200mg-tablet'), of('ibuprofen-200mg-tablet'));
    expect(alerts(draft, 'duplicate:')).not.toEqual([]);
    expect(await scene.signTwice(draft)).toEqual(reasonNeeded(draft));
  });

  it('whose name is not known leaves duplicates not checked', async () => {
    const draft = await scene.draft(taking('神秘祖传药丸'), of('amlodipine-5mg-tablet'));
    expect(alerts(draft, '')).toEqual([]);
    const missing = ['The medicine "神秘祖传药丸" could not be matched to a known substance.'];
    expect([unchecked(draft, 'duplicate'), unchecked(draft, 'interaction')]).toEqual([missing, missing]);
    expect(await scene.signTwice(draft)).toEqual(SIGNED);
  });
});
