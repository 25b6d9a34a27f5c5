import { createECDH, randomBytes } from 'node:crypto';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { routeSchemas } from '../../../server/src/api/route-schemas.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import type { AnyRoute } from '../../../shared/src/core/route.ts';
import { permissionTable, type Permission, type Role } from '../../../shared/src/core/permission.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { sampleInsert, tenantTables, withoutReferences } from './sample-rows.ts';

/*
 * Calls every route that takes an id with ids that exist in another hospital, and with ids of another person in the same one. New routes are tested
 * automatically; a route that cannot be tested fails here until the reason is declared.
 */
const root = join(import.meta.dirname, '../../..');
const modules = await Promise.all(
  globSync('{shared,server}/src/**/*.contract.ts', { cwd: root })
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => import(join(root, name)) as Promise<Record<string, unknown>>),
);
const isRoute = (value: unknown): value is AnyRoute =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value;
const routes = [
  ...new Map(
    modules
      .flatMap((exported) => Object.values(exported))
      .filter(isRoute)
      .map((route) => [route.name, route]),
  ).values(),
].filter(({ path, permission }) => /:\w+Id/.test(path) && permission in permissionTable);

const schemas = new Map(routeSchemas);

/** The table of an id in a path, where the parameter’s name does not say it. */
const tables: Record<string, string> = {
  doctorId: 'practitioner',
  practitionerId: 'practitioner',
  entryId: 'waitlist_entry',
  factorId: 'second_factor',
  figureNoteId: 'figure_note',
  passkeyId: 'sign_in_passkey',
  certificateId: 'signing_credential',
  claimId: 'dispensing_claim',
  listId: 'hospital_list',
  templateId: 'prescription_template',
  snippetId: 'note_snippet',
  requestId: 'repeat_request',
  messageId: 'chat_message',
  attachmentId: 'chat_attachment',
  keyId: 'call_key',
  allergyId: 'allergy',
  statementId: 'medication_statement',
  documentId: 'clinical_document',
  invitationId: 'staff_invitation',
  exportId: 'record_export',
  holdId: 'record_hold',
  draftId: 'intake_draft',
  pictureId: 'intake_picture',
  releaseId: 'knowledge_release',
  decisionId: 'knowledge_decision',
};
/** Path parameters that are not ids. */
const words: Record<string, string> = { code: 'J06.9', version: '1' };
const kindIn = (path: string) => (path.startsWith('/api/hospital-lists') ? 'diagnoses' : 'allergy');

const newNonce = () => randomBytes(32).toString('base64url');
/** Bodies for which generated ones are not valid. */
const practitioner = {
  title: { en: 'Attending', zh: '主治医师' },
  languages: ['en'],
  licenceNumber: 'D-1',
  licenceValidUntil: '2035-01-01',
  yearsOfPractice: 6,
};
const bodies: Record<string, unknown> = {
  stateVisitBasis: { verdict: 'first-visit', conditions: [] },
  addCondition: { code: 'I10' },
  publishCallKey: { publicKey: createECDH('prime256v1').generateKeys().toString('base64url') },
  postCodePart: { round: newNonce(), commitment: newNonce(), nonce: null },
  postWrappedKeys: { keys: [{ to: newId(), epoch: 0, wrapped: Buffer.alloc(60).toString('base64url') }] },
  saveSnippet: { trigger: '.cough', text: 'Cough.' },
  savePractitioner: practitioner,
  confirmApplication: practitioner,
  confirmAuthenticator: { code: '123456' },
  makeExportLink: { confirmation: { password: 'correct horse' } },
};
const queries: Record<string, string> = {
  readAppointmentCalendar: '?locale=en',
  readCallKeys: `?to=${newId()}`,
  uploadIntakePicture: '?question=pictures',
  uploadHospitalList: '?fileName=list.csv',
};
/** Routes that another role than the first one may call. */
const askers: Record<string, Role> = { takeReviewOver: 'supervisor' };

/** Requirements that are checked before any lookup, so that the answer is the same whatever exists. */
const askedFirst: Record<string, string> = {
  // This supervisor is not a pharmacist.
  takeReviewOver: 'auth.forbidden',
  ...Object.fromEntries(
    [
      'readClaim',
      'dispense',
      'correctDispense',
      'releaseClaim',
      'answerCancellation',
      'readReceipt',
      'claimRoutedPrescription',
    ].map((name) => [name, 'dispensing.pharmacy-withdrawn']),
  ),
};
/** Answers that are the same whether nothing exists or it belongs to another. */
const sayNothing: Record<string, object> = {
  listReviewThreads: { items: [] },
  removeTemplate: { removed: false },
};

let test: TestApi;
let there: TestHospital;
const ids = new Map<string, string>();
const people = new Map<string, TestPerson>();

const roleOf = (route: AnyRoute): Role => {
  const may = permissionTable[route.permission as Permission] as readonly Role[];
  return askers[route.name] ?? may[0] ?? 'patient';
};

beforeAll(async () => {
  test = await startTestApi();
  const factory = new Factory(test);
  there = await factory.hospital();
  const elsewhere = await factory.hospital();
  for (const [name, hospital] of [
    ['there', there],
    ['elsewhere', elsewhere],
  ] as const) {
    people.set(`${name} patient`, await factory.patient(hospital));
    people.set(`${name} doctor`, await factory.doctor(hospital));
    people.set(`${name} pharmacist`, await factory.pharmacist(hospital));
    for (const role of ['president', 'administrator', 'dispenser', 'guest', 'supervisor', 'receptionist'] as const) {
      people.set(`${name} ${role}`, await factory.staff(hospital, role as 'president'));
    }
  }
  await withoutReferences(test.database.admin, async (client) => {
    for (const table of await tenantTables(test.database.admin)) {
      const { sql, values } = await sampleInsert(test.database.admin, table, there.id);
      const { rows } = await client.query<{ id?: string }>(`${sql} RETURNING *`, values);
      if (rows[0]?.id) ids.set(table, rows[0].id);
    }
  });
});
afterAll(() => test.close());

/** Returns the path with ids that exist, or with ids of nothing. */
function pathOf(route: AnyRoute, of: 'something' | 'nothing'): string {
  return route.path.replace(/:(\w+)/g, (_, name: string) => {
    if (name === 'kind') return kindIn(route.path);
    if (name in words) return words[name] ?? '';
    const table = tables[name] ?? name.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return (of === 'something' && ids.get(table)) || newId();
  });
}

type Schema = z.core.JSONSchema.JSONSchema;

/** Returns a value that a schema accepts, for most schemas. */
function sampleOf(schema: Schema | boolean | undefined): unknown {
  if (schema === undefined || typeof schema === 'boolean') return undefined;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return sampleOf(choice[0]);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part)));
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name])]));
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items as Schema));
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return sampleText(schema);
  }
}

function sampleText(schema: Schema): string {
  switch (schema.format) {
    case 'uuid':
      return newId();
    case 'date':
      return '2030-01-01';
    case 'date-time':
      return '2030-01-01T08:00:00Z';
    case 'email':
      return 'somebody@example.test';
    default:
      return schema.pattern?.includes('\\d') ? '1' : 'words'.padEnd(schema.minLength ?? 0, '.');
  }
}

function bodyOf({ name }: AnyRoute): unknown {
  if (name in bodies) return bodies[name];
  const body = schemas.get(name)?.body;
  return body && sampleOf(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }));
}

interface Answered {
  status: number;
  body: Record<string, unknown>;
}

async function ask(
  route: AnyRoute,
  person: TestPerson,
  about: 'something' | 'nothing' = 'something',
): Promise<Answered> {
  const [fileType] = schemas.get(route.name)?.accepts ?? [];
  const body = fileType ? Buffer.from('sample') : JSON.stringify(bodyOf(route));
  const answer = await fetch(`${test.url}${pathOf(route, about)}${queries[route.name] ?? ''}`, {
    method: route.method,
    headers: {
      authorization: `Bearer ${person.accessToken}`,
      'if-match': '"1"',
      'idempotency-key': newId(),
      ...(body === undefined ? {} : { 'content-type': fileType ?? 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json');
  return { status: answer.status, body: isJson && text ? (JSON.parse(text) as Answered['body']) : { text } };
}

function personOf(where: 'there' | 'elsewhere', role: Role): TestPerson {
  const person = people.get(`${where} ${role}`);
  if (!person) throw new Error(`no ${role} found ${where}`);
  return person;
}

const named = routes.map((route) => [route.name, route] as const);

describe('an id of another hospital', () => {
  it.each(named)('is not found by %s', async (name, route) => {
    const { status, body } = await ask(route, personOf('elsewhere', roleOf(route)));
    if (name in sayNothing) expect({ status, body }).toEqual({ status: 200, body: sayNothing[name] });
    else if (name in askedFirst)
      expect({ status, code: body['code'] }).toEqual({ status: 403, code: askedFirst[name] });
    else expect(status, JSON.stringify(body)).toBe(404);
  });
});

/** Data that everyone in the hospital may read. */
const forAll = ['listSlots'];
/** Rules and releases are the hospital’s, not a person’s. */
const ofTheHospital = ['readKnowledgeRelease', 'readReleaseWhatIf', 'readDecisionWhatIf'];
/** Emergency access is intended for doctors without a care relationship. */
const forDoctors = [...forAll, ...ofTheHospital, 'openByBreakGlass'];
const askableBy = (role: Role, except: readonly string[]) =>
  named.filter(
    ([name, { permission }]) =>
      (permissionTable[permission as Permission] as readonly Role[]).includes(role) && !except.includes(name),
  );

describe('an id of another person in the same hospital', () => {
  it.each(askableBy('patient', forAll))('returns nothing to a patient through %s', async (_name, route) => {
    const { status, body } = await ask(route, personOf('there', 'patient'));
    expect([403, 404], JSON.stringify(body)).toContain(status);
  });

  it.each(askableBy('doctor', forDoctors))(
    'returns nothing to a doctor without a care relationship through %s',
    async (name, route) => {
      const { status, body } = await ask(route, personOf('there', 'doctor'));
      if (name in sayNothing) expect({ status, body }).toEqual({ status: 200, body: sayNothing[name] });
      else expect([403, 404], JSON.stringify(body)).toContain(status);
    },
  );

  it.each(askableBy('doctor', forDoctors))(
    'does not even exist to a doctor without a care relationship through %s',
    async (_name, route) => {
      const doctor = personOf('there', 'doctor');
      const [existing, missing] = [await ask(route, doctor), await ask(route, doctor, 'nothing')];
      const said = ({ status, body }: Answered) => ({ status, code: body['code'], title: body['title'] });
      expect(said(existing)).toEqual(said(missing));
    },
  );
});
