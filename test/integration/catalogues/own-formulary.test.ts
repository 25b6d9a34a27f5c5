import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  activateHospitalList,
  listHospitalLists,
  listRemarks,
  readHospitalList,
} from '../../../shared/src/catalogues/hospital-lists.contract.ts';
import {
  readMedicine,
  readPrescription,
  savePrescription,
  searchMedicines,
  signPrescription,
} from '../../../shared/src/prescribing/prescribing.contract.ts';
import type { Visit } from '../../../shared/src/visits/visits.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Clinic, line } from '../../support/clinic.ts';
import { Dispensary } from '../../support/dispensary.ts';
import type { TestPerson } from '../../support/factories.ts';
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

const kind = 'medicines' as const;
const head = 'code,zh,ingredients,form,routes,unit,control,builtIn,en';
const rows = {
  paracetamol: 'A1,,,,,,,paracetamol-500mg-tablet,',
  amoxicillin: 'A2,本院阿莫西林片,阿莫西林 250 mg,片,口服,片,antibiotic,,House amoxicillin',
  stronger: 'A2,本院阿莫西林片,阿莫西林 500 mg,片,口服,片,antibiotic,,House amoxicillin',
  unheardOf: 'A3,月光片,moonshinide 5 mg,tablet,oral,tablet,rx,,Moonshine tablets',
};

/** Uploads a list, waits until it was read and returns the result. */
async function handedIn(...lines: string[]) {
  const params = { kind, listId: newId() };
  const answer = await fetch(`${test.url}/api/hospital-lists/medicines/${params.listId}?fileName=medicines.csv`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${administrator.client.accessToken}`, 'content-type': 'text/csv' },
    body: [head, ...lines].join('\n'),
  });
  expect(answer.status).toBe(200);
  await expect
    .poll(async () => (await administrator.client.ok(readHospitalList, { params })).state, { timeout: 30_000 })
    .not.toBe('reading');
  return administrator.client.ok(readHospitalList, { params });
}
const activate = (listId: string | null) =>
  administrator.client.ok(activateHospitalList, { params: { kind }, body: { listId } });
const search = (q: string) => clinic.doctor.client.ok(searchMedicines, { query: { q, limit: 5 } });
async function inUse(...lines: string[]) {
  const list = await handedIn(...lines);
  await activate(list.id);
  return list;
}
async function found(q: string) {
  const [hit] = (await search(q)).items;
  if (!hit) throw new Error(`no medicine found for ${q}`);
  return hit;
}
const lineOf = (productId: string) => line({ productId });

describe('a hospital’s own list of medicines', () => {
  it('reports errors and warnings of each row by line, column and reason', async () => {
    const list = await handedIn(
      rows.amoxicillin,
      rows.unheardOf,
      'A2,x,y,z,,,,,',
      '=cmd(),甲,amoxicillin 1 mg,片,口服,片,rx,,',
    );
    expect(list).toMatchObject({ state: 'ready', accepted: 2, refused: 2, reserved: 1, active: false });
    const { items } = await administrator.client.ok(listRemarks, { params: { kind, listId: list.id } });
    expect(items.map(({ line: at, column, refused }) => `${at} ${column} ${refused}`)).toEqual(
      expect.arrayContaining(['3 ingredients false', '4 ingredients true', '4 form true', '5 code true']),
    );
    for (const { text } of items) expect(text.zh).toMatch(/\p{Script=Han}/u);
    const { columns, sample } = await administrator.client.ok(listHospitalLists, { params: { kind }, query: {} });
    expect(sample.split('\r\n')[0]).toBe(columns.map(({ name }) => name).join(','));
  });

  it('is searched and prescribed from once it is activated, and safety checks name its version', async () => {
    const { version } = await inUse(rows.paracetamol, rows.amoxicillin, rows.unheardOf);
    const hit = await found('本院阿莫西林');
    expect((await search('ibuprofen')).items).toEqual([]);
    // The medicine of an earlier line is still described, even when it can no longer be prescribed.
    const read = (productId: string) => clinic.doctor.client.call(readMedicine, { params: { productId } });
    expect((await read(hit.productId)).value).toEqual(hit);
    expect((await read('ibuprofen-200mg-tablet')).value.strengths).toHaveLength(1);
    expect((await read('constructor')).problem.code).toBe('resource.not-found');
    expect((await found('paracetamol')).productId).toBe('paracetamol-500mg-tablet');
    const patient = await clinic.factory.patient(clinic.hospital);
    const visit = await clinic.admitted(patient);
    await clinic.diagnosed(visit);
    const draft = await clinic.drafted(visit, [lineOf(hit.productId), lineOf((await found('月光')).productId)]);
    expect(draft.safety?.dataVersion).toContain(version);
    expect(draft.items[0]).toMatchObject({ productName: { zh: '本院阿莫西林片' }, strength: '250 mg' });
    const unknown = draft.safety?.notChecked.filter(({ reason }) => reason.en.includes('moonshinide')) ?? [];
    expect(new Set(unknown.map(({ check }) => check)).size).toBe(8);
    const refused = await clinic.doctor.client.call(savePrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: { items: [lineOf('ibuprofen-200mg-tablet')] },
    });
    expect(refused.problem).toMatchObject({
      code: 'prescription.item-invalid',
      fields: [{ path: 'items.0.productId', rule: 'withdrawn' }],
    });
  });

  it('keeps signed prescriptions readable and valid when the next list changes the medicine', async () => {
    await inUse(rows.amoxicillin);
    const hit = await found('本院阿莫西林');
    const patient = await clinic.factory.patient(clinic.hospital);
    const signed = await clinic.signed(patient, [lineOf(hit.productId)]);
    await inUse(rows.stronger);
    const newer = await found('本院阿莫西林');
    expect(newer.productId).not.toBe(hit.productId);
    const read = await patient.client.ok(readPrescription, { params: { prescriptionId: signed.id } });
    expect(read.items[0]).toMatchObject({ productId: hit.productId, strength: '250 mg' });
    const desk = new Dispensary(test, clinic);
    await desk.approve(signed.id);
    const sealed = await desk.pdf(patient.client, signed.id);
    expect(await (await desk.upload(sealed, 'application/pdf')).json()).toMatchObject({ outcome: 'genuine' });

    // What the patient takes from the older list still counts in the checks of the next prescription.
    const next = await clinic.drafted({ id: signed.visitId } as Visit, [lineOf(newer.productId)]);
    expect(next.safety?.issues.map(({ id }) => id.split(':').slice(0, 3).join(':'))).toContain(
      'duplicate:ingredient:amoxicillin',
    );
  });

  it('prevents signing a draft with a withdrawn medicine and keeps its line', async () => {
    await inUse(rows.amoxicillin);
    const hit = await found('本院阿莫西林');
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await clinic.diagnosed(visit);
    const draft = await clinic.drafted(visit, [lineOf(hit.productId)]);
    await activate(null);
    const params = { prescriptionId: draft.id };
    const saved = await clinic.doctor.client.ok(savePrescription, {
      params,
      version: draft.version,
      body: { items: [draft.items[0], lineOf('paracetamol-500mg-tablet')].map(bare) },
    });
    expect(saved.blockedBy.map(({ ruleId }) => ruleId)).toContain('generic.on-the-list');
    const refused = await clinic.doctor.client.call(signPrescription, { params, version: saved.version, body: {} });
    expect(refused.problem).toMatchObject({
      code: 'prescription.rule-blocked',
      facts: { rule: 'generic.on-the-list' },
    });
    const mended = await clinic.doctor.client.ok(savePrescription, {
      params,
      version: saved.version,
      body: { items: saved.items.slice(1).map(bare) },
    });
    expect(mended.blockedBy).toEqual([]);
  });

  it('belongs to one hospital', async () => {
    await inUse(rows.amoxicillin);
    const other = await Clinic.open(test);
    const elsewhere = await other.doctor.client.ok(searchMedicines, { query: { q: 'ibuprofen', limit: 5 } });
    expect(elsewhere.items.length).toBeGreaterThan(0);
    expect(elsewhere.dataVersion).not.toContain('own-');
    const hit = await found('本院阿莫西林');
    const visit = await other.admitted(await other.factory.patient(other.hospital));
    const draft = await other.drafted(visit);
    const refused = await other.doctor.client.call(savePrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: { items: [lineOf(hit.productId)] },
    });
    expect(refused.problem.fields).toEqual([{ path: 'items.0.productId', rule: 'unknown' }]);
  });
});

/** Returns a line as a page sends it back. */
function bare(item: unknown) {
  const {
    productName: _name,
    strength: _strength,
    form: _form,
    instruction: _words,
    ...input
  } = item as ReturnType<typeof line> & Record<'productName' | 'strength' | 'form' | 'instruction', unknown>;
  return input;
}

describe('lists of a hospital', () => {
  it('are forty within a day at most, whatever their kind, and a retry of the last one is answered', async () => {
    const own = await clinic.factory.hospital();
    const { client } = await clinic.factory.staff(own, 'administrator');
    const put = (listId: string) =>
      fetch(`${test.url}/api/hospital-lists/medicines/${listId}?fileName=medicines.csv`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${client.accessToken}`, 'content-type': 'text/csv' },
        body: head,
      });
    const first = newId();
    expect((await put(first)).status).toBe(200);
    await test.database.admin.query(
      `INSERT INTO hospital_list (id, hospital_id, kind, file_name, sha256, content, state, uploaded_by, uploaded_at)
       SELECT gen_random_uuid(), hospital_id, 'diagnoses', 'earlier', sha256, '', 'cancelled', uploaded_by, uploaded_at
       FROM hospital_list, generate_series(1, 39) WHERE id = $1`,
      [first],
    );
    const refused = await put(newId());
    expect([refused.status, (await refused.json()) as object]).toMatchObject([429, { code: 'list.too-many' }]);
    expect((await put(first)).status).toBe(200);
  });
});
