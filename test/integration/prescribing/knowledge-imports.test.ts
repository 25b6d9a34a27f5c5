import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  activateHospitalList,
  listRemarks,
  readHospitalList,
  type HospitalList,
} from '../../../shared/src/catalogues/hospital-lists.contract.ts';
import { listKnowledgeReleases, readKnowledgeRelease } from '../../../shared/src/prescribing/knowledge.contract.ts';
import type { Prescription } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { ruleOf } from '../../../server/src/api/prescribing/alerts/alert-outcomes.ts';
import { clinicalUse } from '../../../server/src/api/prescribing/imports/testing/clinical-use.ts';
import { Clinic, line } from '../../support/clinic.ts';
import type { TestPerson } from '../../support/factories.ts';
import { released } from '../../support/knowledge.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;
let administrator: TestPerson;
beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
  administrator = await clinic.factory.staff(clinic.hospital, 'administrator');
});
afterAll(() => test.close());

const kind = 'interactions' as const;
const head = 'a,b,severity,source,mechanismEn,adviceEn';
const says = 'Example base 2026,Something happens.,Avoid.';

async function imported(file: string | Uint8Array, type = 'text/csv'): Promise<HospitalList> {
  const params = { kind, listId: newId() };
  const answer = await fetch(`${test.url}/api/hospital-lists/${kind}/${params.listId}?fileName=base.csv`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${administrator.client.accessToken}`, 'content-type': type },
    body: new Uint8Array(Buffer.from(file)),
  });
  expect(answer.status).toBe(200);
  await expect
    .poll(async () => (await administrator.client.ok(readHospitalList, { params })).state, { timeout: 30_000 })
    .not.toBe('reading');
  return administrator.client.ok(readHospitalList, { params });
}

async function drafted(): Promise<Prescription> {
  const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
  await clinic.diagnosed(visit);
  return clinic.drafted(visit, [
    line(),
    line({
      productId: 'loratadine-10mg-tablet',
      timing: { frequency: 1, period: 1, periodUnit: 'd', when: null },
      quantity: { value: '3', unit: 'tablet', manual: false },
    }),
  ]);
}
const interactions = ({ safety }: Prescription) => safety?.issues.filter(({ check }) => check === 'interaction') ?? [];

describe('a base of interactions', () => {
  it('is used beside the rules of the program, once a release contains it, and can be taken back', async () => {
    expect(interactions(await drafted())).toEqual([]);
    const list = await imported(`${head}\nloratadine,paracetamol,serious,${says}`);
    expect(list).toMatchObject({ state: 'ready', accepted: 1, refused: 0, failure: null });
    await administrator.client.ok(activateHospitalList, { params: { kind }, body: { listId: list.id } });
    expect(interactions(await drafted())).toEqual([]);
    expect(await clinic.doctor.client.ok(listKnowledgeReleases, { query: {} })).toMatchObject({
      upcoming: { base: list.version },
    });

    const release = await released(clinic.doctor.client, clinic.pharmacist.client);
    const params = { releaseId: release.id };
    expect(await clinic.doctor.client.ok(readKnowledgeRelease, { params })).toMatchObject({
      verification: 'valid',
      base: { version: list.version, pairs: 1 },
    });
    const draft = await drafted();
    expect(interactions(draft)).toMatchObject([
      { severity: 'serious', source: 'Example base 2026', advice: { en: 'Avoid.' } },
    ]);
    expect(interactions(draft).map(ruleOf)).toEqual(['interaction:imported:loratadine:paracetamol']);
    expect(draft.safety).toMatchObject({
      checks: expect.arrayContaining(['interaction']),
      release: { id: release.id },
    });

    await administrator.client.ok(activateHospitalList, { params: { kind }, body: { listId: null } });
    await released(clinic.doctor.client, clinic.pharmacist.client, 'Without the base');
    expect(interactions(await drafted())).toEqual([]);
  });

  it('with one bad row gets a report and changes nothing', async () => {
    const list = await imported(`${head}\nwarfarin,ibuprofen,serious,${says}\n布洛芬,华法林,minor,${says}`);
    expect(list).toMatchObject({ state: 'failed', refused: 1 });
    const { items } = await administrator.client.ok(listRemarks, { params: { kind, listId: list.id } });
    expect(items).toMatchObject([{ line: 3, column: 'a', refused: true }]);
    const use = await administrator.client.call(activateHospitalList, { params: { kind }, body: { listId: list.id } });
    expect(use.problem.code).toBe('list.not-ready');
  });

  it('may be FHIR', async () => {
    const { interaction, ...rest } = clinicalUse('warfarin', 'ibuprofen');
    const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: { ...rest, interaction } }] };
    expect(await imported(JSON.stringify(bundle), 'application/fhir+json')).toMatchObject({
      state: 'ready',
      accepted: 1,
    });
  });
});
