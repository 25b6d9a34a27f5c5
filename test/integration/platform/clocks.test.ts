import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueCallTicket, issueNetworkCheckTicket } from '../../../shared/src/calls/call.contract.ts';
import {
  issueCertificate,
  listCertificates,
  revokeCertificate,
} from '../../../shared/src/signing/certificates.contract.ts';
import { signPrescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { ApiProcess } from '../../support/api-process.ts';
import { Clinic } from '../../support/clinic.ts';
import { Factory } from '../../support/factories.ts';
import { hasFaketime, wrongClock } from '../../support/faketime.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { NodeVoice } from '../calls/media-nodes.ts';

const unreliable = { status: 503, problem: { code: 'clock.unreliable' } };

describe('an api whose clock is a minute behind the database’s', () => {
  let test: TestApi;
  let clinic: Clinic;
  beforeAll(async () => {
    test = await startTestApi({}, createLogger({ name: 'test', level: 'silent' }), {
      now: () => new Date(Date.now() - 60_000),
    });
    clinic = await Clinic.open(test);
  });
  afterAll(() => test.close());

  it('rejects signatures and call tickets with a code of its own', async () => {
    await new NodeVoice(test, 'node-a').beat();
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    const { client } = clinic.doctor;
    expect(await client.call(issueCallTicket, { params: { visitId: visit.id } })).toMatchObject(unreliable);
    await clinic.diagnosed(visit);
    const { id, version } = await clinic.drafted(visit);
    const signed = await client.call(signPrescription, { params: { prescriptionId: id }, version, body: {} });
    expect(signed).toMatchObject(unreliable);
    const { rows } = await test.database.admin.query('SELECT 1 FROM prescription_signature');
    expect(rows).toEqual([]);
  });

  it('issues no certificate and no revocation list, which would have a wrong date', async () => {
    const { client } = await clinic.factory.staff(clinic.hospital, 'administrator');
    const { items } = await client.ok(listCertificates);
    const certificateId = items.find(({ practitionerId }) => practitionerId === clinic.doctor.practitionerId)?.id ?? '';
    const body = { reason: 'cessation-of-operation' } as const;
    expect(await client.call(revokeCertificate, { params: { certificateId }, body })).toMatchObject(unreliable);
    const params = { practitionerId: clinic.doctor.practitionerId };
    expect(await client.call(issueCertificate, { params })).toMatchObject(unreliable);
    const list = await fetch(`${test.url}/api/hospitals/${clinic.hospital.slug}/revocation-list`);
    expect(await list.json()).toMatchObject(unreliable.problem);
    expect((await client.ok(listCertificates)).items).toEqual(items);
  });
});

describe.skipIf(!hasFaketime)('a process whose clock is wrong (libfaketime)', () => {
  let right: ApiProcess;
  let ahead: ApiProcess;
  beforeAll(async () => {
    right = await ApiProcess.start({ LOG_LEVEL: 'fatal' });
    ahead = await right.startBeside(wrongClock('+5m'));
  }, 180_000);
  afterAll(async () => {
    await ahead.kill();
    await right.close();
  });

  it('issues no ticket', async () => {
    const factory = new Factory(right);
    const hospital = await factory.hospital();
    const person = await factory.patient(hospital);
    const ask = (api: ApiProcess) =>
      fetch(`${api.url}${issueNetworkCheckTicket.path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${person.accessToken}` },
      });
    expect((await ask(ahead)).status).toBe(503);
    expect(await (await ask(ahead)).json()).toMatchObject({ code: 'clock.unreliable' });
  });

  it('is not offered to proxies until the last process with a right clock has stopped', async () => {
    const serving = async ({ url }: ApiProcess) => (await fetch(`${url}/readyz/serving`)).status;
    expect([await serving(ahead), await serving(right)]).toEqual([503, 200]);
    await right.stop();
    await expect.poll(() => serving(ahead)).toBe(200);
  });
});
