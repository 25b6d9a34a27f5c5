import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signPrescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { approveReview, startReview } from '../../../shared/src/review/review.contract.ts';
import { canonicalJson, type JsonValue } from '../../../server/src/platform/signing/canonical-json.ts';
import { Clinic } from '../../support/clinic.ts';
import { Dispensary, ticked } from '../../support/dispensary.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let clinic: Clinic;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
});
afterAll(() => test.close());

const twenty = Array.from({ length: 20 }, (_, index) => index);
const count = async (sql: string, id: string) =>
  (await test.database.admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, [id])).rows[0]?.n;

describe('twenty requests at once', () => {
  it.each([
    ['with one key', (): string => 'one-key-for-all'],
    ['each with its own key', (index: number): string => `key-number-${index}`],
  ])('sign once and get the same response, %s', async (_name, key) => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit);
    const { id, version } = await clinic.drafted(visit);
    const params = { prescriptionId: id };
    const answers = await Promise.all(
      twenty.map((index) =>
        clinic.doctor.client.call(signPrescription, { params, version, body: {}, key: `${key(index)}-${id}` }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ value }) => canonicalJson(value as unknown as JsonValue))).size).toBe(1);
    expect(await count('prescription_signature WHERE prescription_id = $1', id)).toBe(1);
    expect(await count('review WHERE prescription_id = $1', id)).toBe(1);
    expect((await trailOf(test, id)).filter(({ action }) => action === 'prescription.signed')).toHaveLength(1);
  });

  it('approve once, get the same response, and one pair of PDFs is sealed', async () => {
    const { id } = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const params = { reviewId: await new Dispensary(test, clinic).reviewOf(id) };
    const { client } = clinic.pharmacist;
    await client.ok(startReview, { params });
    const answers = await Promise.all(
      twenty.map((index) => client.call(approveReview, { params, body: ticked, key: `approve-${index}-${id}` })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    // The PDF may be ready for later responses; everything else is the same.
    const contents = answers.map(({ value }) =>
      canonicalJson({ ...value, prescription: value.prescription.status } as unknown as JsonValue),
    );
    expect(new Set(contents).size).toBe(1);
    expect(await count(`prescription_signature WHERE prescription_id = $1 AND role = 'pharmacist'`, id)).toBe(1);
    const documents = () => count('prescription_document WHERE prescription_id = $1', id);
    await expect.poll(documents, { timeout: 60_000 }).toBe(2);
    const sealed = (await trailOf(test, id)).filter(({ action }) => action === 'prescription.sealed');
    expect(sealed).toHaveLength(1);
  });
});
