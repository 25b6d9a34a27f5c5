import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { stateNoAllergies } from '../../../shared/src/chart/chart.contract.ts';
import {
  savePrescription,
  signPrescription,
  type Prescription,
} from '../../../shared/src/prescribing/prescribing.contract.ts';
import { line } from '../../support/clinic.ts';
import { alerts, BLOCKED, egfr, PrescribingScene, SIGNED, unchecked } from '../../support/prescribing-scene.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let scene: PrescribingScene;

beforeAll(async () => {
  test = await startTestApi();
  scene = await PrescribingScene.open(test);
});
afterAll(() => scene.close());

const healthy = { measured: [egfr('90')] };
const every = (frequency: number, periodUnit: 'd' | 'wk' = 'd') =>
  ({ frequency, period: 1, periodUnit, when: null }) as const;
const methotrexate = (tablets: string, frequency: number, periodUnit: 'd' | 'wk') => ({
  productId: 'methotrexate-2.5mg-tablet',
  dose: { value: tablets, unit: 'tablet' },
  timing: every(frequency, periodUnit),
  durationDays: 28,
});
const oxycodone = (tablets: string) => ({
  productId: 'oxycodone-10mg-er-tablet',
  dose: { value: tablets, unit: 'tablet' },
  timing: every(2),
  durationDays: 7,
});
const ibuprofen = { productId: 'ibuprofen-200mg-tablet', timing: every(3) };

describe('how often a medicine is given', () => {
  it.each([
    ['every day', methotrexate('1', 1, 'd')],
    ['on three days a week', methotrexate('1', 3, 'wk')],
  ])('stops methotrexate %s, whatever the reason', async (_, medicine) => {
    const draft = await scene.draft(healthy, medicine);
    expect(alerts(draft, 'dose:often-methotrexate')).toEqual([expect.stringMatching(/^contraindicated /)]);
    expect(await scene.signTwice(draft)).toEqual(BLOCKED);
  });

  it('allows methotrexate once a week', async () => {
    const draft = await scene.draft(healthy, methotrexate('4', 1, 'wk'));
    expect(alerts(draft, 'dose:')).toEqual([]);
    expect((await scene.signTwice(draft)).signed).toBe(true);
  });
});

describe('opioids', () => {
  it.each([
    ['60 mg of morphine a day', oxycodone('2'), 'moderate dose:opioid-equivalent-60'],
    ['120 mg of morphine a day', oxycodone('4'), 'serious dose:opioid-equivalent-120'],
  ])('that equal %s are counted, and no reason makes up for the rule against controlled medicines', async (...row) => {
    const [, medicine, expected] = row;
    const draft = await scene.draft(healthy, medicine);
    expect(alerts(draft, 'dose:opioid').map((alert) => alert.split(':').slice(0, 2).join(':'))).toEqual([expected]);
    expect(draft.blockedBy.map(({ ruleId }) => ruleId)).toEqual(['generic.no-controlled-medicines']);
    const code = 'prescription.rule-blocked';
    expect(await scene.signTwice(draft)).toEqual({ bare: code, reasoned: code, signed: false, kept: [] });
  });

  it('of two lines are added up', async () => {
    const morphine = { productId: 'morphine-30mg-er-tablet', timing: every(2), durationDays: 7 };
    const draft = await scene.draft(healthy, oxycodone('2'), morphine);
    expect(alerts(draft, 'dose:opioid')).toEqual([expect.stringMatching(/^serious dose:opioid-equivalent-120/)]);
  });

  it('that the patient takes in an unknown dose are said to be missing from the sum', async () => {
    const draft = await scene.draft({ ...healthy, medicines: ['morphine'] }, oxycodone('1'));
    expect(unchecked(draft, 'dose')).toContain(
      'The current dose of Morphine is not known and is not included in the opioid total.',
    );
  });
});

describe('an alert that can’t be overridden', () => {
  it('is no longer there once its cause is corrected, and then the draft can be signed', async () => {
    const draft = await scene.draft(healthy, methotrexate('4', 1, 'd'));
    expect(await scene.signTwice(draft)).toEqual(BLOCKED);
    const quantity = { value: '9', unit: 'tablet', manual: true };
    const corrected = await scene.clinic.doctor.client.ok(savePrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: { items: [line({ ...methotrexate('4', 1, 'wk'), id: draft.items[0]?.id ?? '', quantity })] },
    });
    expect(alerts(corrected, 'dose:')).toEqual([]);
    expect((await scene.signTwice(corrected)).signed).toBe(true);
  });

  it.each([
    ['an allergy', { allergies: [{ substance: 'ibuprofen' }] }, 'allergy:same-substance:ibuprofen'],
    ['a combination', { medicines: ['ketorolac'] }, 'interaction:'],
  ])('comes from %s too', async (_, known, beginning) => {
    const draft = await scene.draft({ ...healthy, ...known }, ibuprofen);
    expect(alerts(draft, beginning)).toContainEqual(expect.stringMatching(/^contraindicated /));
    expect(draft.safety?.issues.find(({ severity }) => severity === 'contraindicated')?.overridable).toBe(false);
    expect(await scene.signTwice(draft)).toEqual(BLOCKED);
  });
});

describe('an alert that needs a reason', () => {
  const signWith = (draft: Prescription, ...issueIds: readonly string[]) =>
    scene.clinic.doctor.client.call(signPrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: { acknowledgements: issueIds.map((issueId) => ({ issueId, reason: 'tolerated-before' as const })) },
    });

  it('blocks the signature while one of several has none', async () => {
    const draft = await scene.draft({ ...healthy, medicines: ['warfarin', 'enalapril', 'furosemide'] }, ibuprofen);
    const ids = (draft.safety?.issues ?? []).filter(({ severity }) => severity !== 'minor').map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    const [first = '', ...others] = ids;
    const partly = await signWith(draft, ...others);
    expect(partly.problem).toMatchObject({ code: 'prescription.issue-unacknowledged', facts: { missing: 1 } });
    expect((await scene.read(draft)).signedAt).toBeNull();
    const { value } = await signWith(draft, first, ...others);
    expect(value.acknowledgements.map(({ issueId }) => issueId).toSorted()).toEqual(ids.toSorted());
    expect(value.safety?.issues.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });

  it('keeps its reason with the signed prescription, and no reason for an alert that the draft does not raise', async () => {
    const draft = await scene.draft({ ...healthy, medicines: ['warfarin'] }, ibuprofen);
    const ids = (draft.safety?.issues ?? []).map(({ id }) => id);
    await signWith(draft, ...ids, 'interaction:warfarin-nsaid:of-another-draft');
    const { acknowledgements } = await scene.read(draft);
    expect(acknowledgements).toEqual(ids.map((issueId) => ({ issueId, reason: 'tolerated-before' })));
    const { rows } = await test.database.admin.query<{ payload: string }>(
      'SELECT signed_payload AS payload FROM prescription WHERE id = $1',
      [draft.id],
    );
    for (const id of ids) expect(rows[0]?.payload).toContain(id);
    expect(rows[0]?.payload).toContain('tolerated-before');
  });

  it('is not answered by the reason for another dose', async () => {
    const id = newId();
    const lower = await scene.draft(healthy, { id, dose: { value: '3', unit: 'tablet' } });
    const higher = await scene.draft(healthy, { id, dose: { value: '4', unit: 'tablet' } });
    const idsOf = ({ safety }: Prescription) => (safety?.issues ?? []).map((issue) => issue.id);
    const answer = await signWith(higher, ...idsOf(lower));
    expect(answer.problem).toMatchObject({ code: 'prescription.issue-unacknowledged', facts: { missing: 2 } });
    expect((await signWith(higher, ...idsOf(higher))).status).toBe(200);
  });
});

describe('a draft without alerts', () => {
  it('is signed without a reason after every check has run', async () => {
    const patient = await scene.patient(healthy);
    await patient.client.ok(stateNoAllergies, { params: { patientId: patient.patientId } });
    const draft = await scene.draftFor(patient, {});
    expect([alerts(draft, ''), draft.safety?.notChecked]).toEqual([[], []]);
    expect(draft.safety?.checks).toHaveLength(8);
    expect(await scene.signTwice(draft)).toEqual(SIGNED);
  });
});
