import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveNote, signNote } from '../../../shared/src/chart/notes.contract.ts';
import type { Prescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { completeVisit } from '../../../shared/src/visits/visits.contract.ts';
import { Clinic, line } from '../../support/clinic.ts';
import { Dispensary } from '../../support/dispensary.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
});
afterAll(() => test.close());

const daily = () =>
  line({
    productId: 'amlodipine-5mg-tablet',
    timing: { frequency: 1, period: 1, periodUnit: 'd', when: null },
    durationDays: 28,
    note: '高血压长期用药',
    quantity: { value: '28', unit: 'tablet', manual: false },
  });

const duplicates = ({ safety }: Prescription) =>
  (safety?.issues ?? [])
    .filter(({ check }) => check === 'duplicate')
    .map(({ id, severity }) => [id.split(':')[1], severity]);

/** Returns the same line in a draft of a visit that is so many days after the first. */
async function again(days: number): Promise<Prescription> {
  const patient = await clinic.factory.patient(clinic.hospital);
  const first = await clinic.signed(patient, [daily()]);
  await new Dispensary(test, clinic).approve(first.id);
  await ended(first.visitId);
  const { admin } = test.database;
  // What is signed never changes, and the clock of a test moves back only: the earlier prescription is made older.
  await admin.query('ALTER TABLE prescription DISABLE TRIGGER USER');
  await admin.query(`UPDATE prescription SET valid_until = valid_until - make_interval(days => $2) WHERE id = $1`, [
    first.id,
    days,
  ]);
  await admin.query('ALTER TABLE prescription ENABLE TRIGGER USER');
  return clinic.drafted(await clinic.admitted(patient), [daily()]);
}

async function ended(visitId: string): Promise<void> {
  const { client } = clinic.doctor;
  const params = { visitId };
  const body = { subjective: '', objective: '', assessment: '高血压', plan: '续方' };
  await client.ok(saveNote, { params, version: 0, body });
  await client.ok(signNote, { params, version: 1 });
  await client.ok(completeVisit, { params, body: {} });
}

it('informs of the same line shortly before the earlier prescription ends', async () => {
  expect(duplicates(await again(24))).toEqual([['renewal', 'minor']]);
});

it('interrupts with the days of supply while most of the earlier prescription is left', async () => {
  const draft = await again(0);
  expect(duplicates(draft)).toEqual([['ingredient', 'moderate']]);
  expect(draft.safety?.issues.find(({ check }) => check === 'duplicate')?.advice.en).toContain('up to 29 days more');
});
