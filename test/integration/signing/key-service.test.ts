import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPrescription, signPrescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { TransitServer } from '../../../server/src/platform/signing/testing/transit-server.ts';
import { Clinic } from '../../support/clinic.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let service: TransitServer;
let test: TestApi;
let clinic: Clinic;

beforeAll(async () => {
  service = await TransitServer.start();
  test = await startTestApi({
    KEY_ENCRYPTION_KEY: '',
    KEY_SERVICE_URL: service.url,
    KEY_SERVICE_TOKEN: service.token,
  });
  clinic = await Clinic.open(test);
});
afterAll(async () => {
  await test.close();
  await service.stop();
});

describe('a hospital whose keys are sealed by a key service', () => {
  it('cannot sign while the service is unreachable, keeps the draft, and signs when the same request is retried', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit);
    const { id, version } = await clinic.drafted(visit);
    const params = { prescriptionId: id };
    const traces = async () => {
      const { rows } = await test.database.admin.query<{ n: number }>(
        `SELECT (SELECT count(*) FROM prescription_signature WHERE prescription_id = $1)::int
           + (SELECT count(*) FROM review WHERE prescription_id = $1)::int
           + (SELECT count(*) FROM domain_event WHERE entity_id = $1 AND type = 'prescription.signed')::int AS n`,
        [id],
      );
      return rows[0]?.n;
    };
    const before = await clinic.doctor.client.ok(readPrescription, { params });
    const sign = () => clinic.doctor.client.call(signPrescription, { params, version, body: {}, key: `sign-${id}` });
    for (const trouble of ['unavailable', 'refusal'] as const) {
      service.trouble = trouble;
      const answer = await sign();
      expect(answer.status).toBe(503);
      expect(answer.problem).toMatchObject({ code: 'signing.key-unavailable' });
      expect(await traces()).toBe(0);
    }
    expect(await clinic.doctor.client.ok(readPrescription, { params })).toEqual(before);
    expect((await trailOf(test, id)).map(({ action }) => action)).not.toContain('prescription.signed');
    service.trouble = 'none';
    expect((await sign()).status).toBe(200);
    expect(await traces()).toBe(3);
  });
});
