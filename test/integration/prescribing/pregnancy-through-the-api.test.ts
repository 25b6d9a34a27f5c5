import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  alerts,
  BLOCKED,
  egfr,
  PrescribingScene,
  reasonNeeded,
  SIGNED,
  unchecked,
  type Known,
} from '../../support/prescribing-scene.ts';
import { startTestApi } from '../../support/test-api.ts';

let scene: PrescribingScene;

beforeAll(async () => {
  scene = await PrescribingScene.open(await startTestApi());
});
afterAll(() => scene.close());

const woman = { sex: 'female', ageMonths: 30 * 12 } as const;
const expecting = { pregnancy: 'pregnant', trimester: 2, lactation: 'not-breast-feeding' } as const;
const pregnant: Known = { ...woman, pregnancy: expecting };
const nursing: Known = { ...woman, pregnancy: { pregnancy: 'not-pregnant', lactation: 'breast-feeding' } };
const neither: Known = { ...woman, pregnancy: { pregnancy: 'not-pregnant', lactation: 'not-breast-feeding' } };
const daily = { frequency: 1, period: 1, periodUnit: 'd', when: null } as const;
const losartan = { productId: 'losartan-50mg-tablet', timing: daily };
const application = { dose: { value: '1', unit: 'application' }, timing: daily };
const tube = { value: '1', unit: 'tube', manual: true };
const semaglutide = {
  productId: 'semaglutide-1.34mg-per-ml-pen',
  dose: { value: '0.25', unit: 'mg' },
  route: 'subcutaneous',
  timing: { frequency: 1, period: 1, periodUnit: 'wk', when: null },
  durationDays: 28,
  quantity: { value: '1', unit: 'pen', manual: true },
} as const;

describe('a pregnancy', () => {
  it.each([
    ['losartan', losartan],
    [
      'adapalene on the skin',
      { ...application, productId: 'adapalene-1mg-per-g-gel', route: 'topical', quantity: tube } as const,
    ],
  ])('forbids %s, whatever the reason', async (_, medicine) => {
    const draft = await scene.draft(pregnant, medicine);
    expect(alerts(draft, 'pregnancy:')).toEqual([
      expect.stringMatching(/^contraindicated pregnancy:pregnancy-contraindicated:/),
    ]);
    expect(await scene.signTwice(draft)).toEqual(BLOCKED);
  });

  it.each([
    ['semaglutide', semaglutide, 'serious pregnancy:pregnancy-avoid:semaglutide'],
    [
      'voriconazole',
      { productId: 'voriconazole-200mg-tablet', timing: daily },
      'serious pregnancy:pregnancy-avoid:voriconazole',
    ],
    [
      'ganciclovir in the eye',
      {
        ...application,
        productId: 'ganciclovir-1.5mg-per-g-eye-gel',
        route: 'ophthalmic',
        quantity: tube,
      } as const,
      'moderate pregnancy:pregnancy-avoid:ganciclovir',
    ],
  ])('allows %s, which its label does not forbid, with a reason', async (_, medicine, expected) => {
    const draft = await scene.draft(pregnant, medicine);
    expect(alerts(draft, 'pregnancy:')).toEqual([expected]);
    expect(await scene.signTwice(draft)).toEqual(reasonNeeded(draft));
  });

  it('raises nothing for paracetamol', async () => {
    const draft = await scene.draft(pregnant, {});
    expect([alerts(draft, 'pregnancy:'), unchecked(draft, 'pregnancy')]).toEqual([[], []]);
    expect(await scene.signTwice(draft)).toEqual(SIGNED);
  });

  it('that is stated after the draft stops the signature', async () => {
    const patient = await scene.patient(neither);
    const draft = await scene.draftFor(patient, losartan);
    expect(alerts(draft, 'pregnancy:')).toEqual([]);
    await scene.state(patient, { pregnancy: expecting });
    expect(await scene.signTwice(draft)).toEqual(BLOCKED);
  });

  it('that is not on record is asked for when it matters, and the signed record says so', async () => {
    const draft = await scene.draft(woman, losartan);
    const missing = [
      'Pregnancy status is not recorded. Avoid in pregnancy: Losartan tablet.',
      'Breastfeeding status is not recorded. Avoid while breastfeeding: Losartan tablet.',
    ];
    expect([alerts(draft, 'pregnancy:'), unchecked(draft, 'pregnancy')]).toEqual([[], missing]);
    expect(await scene.signTwice(draft)).toEqual(SIGNED);
    expect(unchecked(await scene.read(draft), 'pregnancy')).toEqual(missing);
    expect(unchecked(await scene.draft(woman, {}), 'pregnancy')).toEqual([]);
    expect(unchecked(await scene.draft({}, losartan), 'pregnancy')).toEqual([]);
  });

  it('that only a code names is asked about', async () => {
    const draft = await scene.draft({ ...neither, conditions: [{ code: 'Z34.0' }] }, losartan);
    expect(unchecked(draft, 'pregnancy')).toEqual([
      expect.stringContaining('The chart has Z34.0, a pregnancy, and also “not pregnant”'),
    ]);
  });
});

describe('breastfeeding', () => {
  it('makes lithium serious, and the signature needs a reason', async () => {
    const known = { ...nursing, measured: [egfr('90')] };
    const draft = await scene.draft(known, { productId: 'lithium-250mg-tablet', timing: daily });
    expect(alerts(draft, 'pregnancy:')).toEqual(['serious pregnancy:lactation-contraindicated:lithium']);
    expect(await scene.signTwice(draft)).toEqual(reasonNeeded(draft));
  });

  it('raises nothing for paracetamol', async () => {
    const draft = await scene.draft(nursing, {});
    expect([alerts(draft, 'pregnancy:'), unchecked(draft, 'pregnancy')]).toEqual([[], []]);
  });
});
