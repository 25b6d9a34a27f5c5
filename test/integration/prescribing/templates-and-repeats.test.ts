import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPrescription,
  keepAcknowledgements,
  listEarlierPrescriptions,
  listVisitPrescriptions,
  readGuidance,
  savePrescription,
} from '../../../shared/src/prescribing/prescribing.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import {
  acceptRepeat,
  askRepeat,
  declineRepeat,
  listRepeatRequests,
  withdrawRepeat,
} from '../../../shared/src/prescribing/repeat-requests.contract.ts';
import { createTemplate, listTemplates, removeTemplate } from '../../../shared/src/prescribing/templates.contract.ts';
import { Clinic, line } from '../../support/clinic.ts';
import { answerDangers } from '../../support/danger-page.ts';
import type { TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;
let elsewhere: Clinic;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
  elsewhere = await Clinic.open(test);
});
afterAll(() => test.close());

const tapered = () =>
  line({
    durationDays: 6,
    timing: { frequency: 1, period: 1, periodUnit: 'd', when: 'morning' },
    dose: { value: '2', unit: 'tablet' },
    steps: [
      {
        dose: { value: '1', unit: 'tablet' },
        timing: { frequency: 1, period: 2, periodUnit: 'd', when: null },
        days: 3,
      },
    ],
    quantity: { value: '8', unit: 'tablet', manual: false },
  });

describe('a taper', () => {
  it('is saved, described, signed and read as it was written', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const signed = await clinic.signed(patient, [tapered()]);
    expect(signed.items[0]).toMatchObject({ durationDays: 6, steps: [{ days: 3 }] });
    expect(signed.items[0]?.instruction.en).toContain('Day 4–6: 1 tablet every other day');
    const { rows } = await test.database.admin.query('SELECT signed_payload FROM prescription WHERE id = $1', [
      signed.id,
    ]);
    expect(JSON.parse(rows[0].signed_payload as string)).toMatchObject({
      schema: 'yunzhen/prescription/5',
      items: [{ steps: [{ days: 3, dose: { value: '1' } }] }],
    });
  });

  it.each([
    ['steps that leave the first dose no day', { durationDays: 3 }, 'items.0.steps'],
    ['a quantity of its first step only', { quantity: { value: '6', unit: 'tablet', manual: false } }, 'quantity'],
    [
      'fewer days of the week than doses',
      { timing: { frequency: 3, period: 1, periodUnit: 'wk' as const, when: null, weekdays: [1, 4] } },
      'timing.weekdays',
    ],
  ])('is rejected with %s', async (_what, over, path) => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    const draft = await clinic.doctor.client.ok(createPrescription, { params: { visitId: visit.id } });
    const answer = await clinic.doctor.client.call(savePrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: { items: [{ ...tapered(), ...over }] },
    });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer)).toContain(path);
  });
});

describe('override reasons', () => {
  it('stay with the draft, change neither lines nor version, and need a text for the code “other”', async () => {
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    const draft = await clinic.drafted(visit);
    const params = { prescriptionId: draft.id };
    const acknowledgements = [{ issueId: 'dose:x', reason: 'other' as const, text: 'Seen by the kidney clinic' }];
    const kept = await clinic.doctor.client.ok(keepAcknowledgements, { params, body: { acknowledgements } });
    expect(kept).toMatchObject({ version: draft.version, acknowledgements });
    const { items } = await clinic.doctor.client.ok(listVisitPrescriptions, { params: { visitId: visit.id } });
    expect(items[0]).toMatchObject({ acknowledgements });
    const bare = await clinic.doctor.client.call(keepAcknowledgements, {
      params,
      body: { acknowledgements: [{ issueId: 'dose:x', reason: 'other' as const }] },
    });
    expect(bare.status).toBe(400);
    const stranger = await elsewhere.doctor.client.call(keepAcknowledgements, { params, body: { acknowledgements } });
    expect(stranger.status).toBe(404);
  });
});

describe('prescription templates', () => {
  it('show the current medicine for each line, templates for the diagnosis first', async () => {
    const { client } = clinic.doctor;
    const throat = await client.ok(createTemplate, {
      body: { title: 'Throat', codes: ['J03'], items: [line()] },
    });
    await client.ok(createTemplate, { body: { title: 'Newest', items: [line()] } });
    const found = await client.ok(listTemplates, { query: { codes: 'J03.9,I10', limit: 1 } });
    expect(found.items.map(({ title }) => title)).toEqual(['Throat']);
    expect(found.items[0]?.lines[0]?.product?.productId).toBe('paracetamol-500mg-tablet');
    const rest = await client.ok(listTemplates, { query: { codes: 'J03.9,I10', cursor: found.next ?? '' } });
    expect(rest.items.map(({ title }) => title)).toEqual(['Newest']);
    expect((await client.ok(listTemplates, { query: { q: 'throat' } })).items).toHaveLength(1);
    expect(await client.ok(removeTemplate, { params: { templateId: throat.id } })).toEqual({ removed: true });
    expect(await client.ok(removeTemplate, { params: { templateId: throat.id } })).toEqual({ removed: false });
  });

  it('of another hospital are not found', async () => {
    const made = await elsewhere.doctor.client.ok(createTemplate, {
      body: { title: 'Theirs', scope: 'hospital', items: [line()] },
    });
    const { items } = await clinic.doctor.client.ok(listTemplates, { query: { q: 'Theirs' } });
    expect(items).toEqual([]);
    expect(await clinic.doctor.client.ok(removeTemplate, { params: { templateId: made.id } })).toEqual({
      removed: false,
    });
    expect((await elsewhere.doctor.client.ok(listTemplates, { query: { q: 'Theirs' } })).items).toHaveLength(1);
  });

  it('name withdrawn medicines and cannot contain unknown ones', async () => {
    const { client } = clinic.doctor;
    const refused = await client.call(createTemplate, {
      body: { title: 'x', items: [line({ productId: 'snake-oil' })] },
    });
    expect(refused.status).toBe(400);
    const { id } = await client.ok(createTemplate, { body: { title: 'Gone', items: [line()] } });
    await test.database.admin.query(
      `UPDATE prescription_template SET items = jsonb_set(items, '{0,productId}', '"withdrawn-1mg-tablet"') WHERE id = $1`,
      [id],
    );
    const [template] = (await client.ok(listTemplates, { query: { q: 'Gone' } })).items;
    expect(template?.lines[0]).toMatchObject({ product: null, line: { productName: { zh: expect.any(String) } } });
  });
});

describe('earlier prescriptions', () => {
  it('are visible only to a doctor who has the patient in a visit', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const signed = await clinic.signed(patient);
    const visitId = signed.visitId;
    const { items } = await clinic.doctor.client.ok(listEarlierPrescriptions, { params: { visitId } });
    expect(items).toMatchObject([{ id: signed.id, lines: [{ product: { productId: 'paracetamol-500mg-tablet' } }] }]);
    const stranger = await elsewhere.doctor.client.call(listEarlierPrescriptions, { params: { visitId } });
    expect(stranger.status).toBe(404);
  });
});

describe('guidance on a prescription', () => {
  it('is available to its patient and not to another one', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const signed = await clinic.signed(patient);
    const params = { prescriptionId: signed.id };
    const { items } = await patient.client.ok(readGuidance, { params });
    expect(items).toEqual([
      { itemId: signed.items[0]?.id, texts: [expect.objectContaining({ en: expect.any(String) })] },
    ]);
    const other = await clinic.factory.patient(clinic.hospital);
    expect((await other.client.call(readGuidance, { params })).status).toBe(404);
  });
});

describe('a repeat request', () => {
  const answersTo = async ({ client }: TestPerson) =>
    (await client.ok(listNotifications, { query: { locale: 'en' } })).items.filter(
      ({ template }) => template === 'repeat.decided',
    );
  const asked = async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const signed = await clinic.signed(patient);
    const params = { prescriptionId: signed.id };
    await answerDangers(patient.client, params);
    const request = await patient.client.ok(askRepeat, { params, body: { note: 'Two tablets left' } });
    return { patient, signed, params, request };
  };

  it('is created once, however often and simultaneously it is sent, and renews nothing', async () => {
    const { patient, signed, params, request } = await asked();
    const again = await Promise.all(
      Array.from({ length: 5 }, () => patient.client.ok(askRepeat, { params, body: { note: '' } })),
    );
    expect(new Set(again.map(({ id }) => id))).toEqual(new Set([request.id]));
    const { rows } = await test.database.admin.query(
      'SELECT count(*)::int AS n FROM prescription WHERE patient_id = $1',
      [signed.patient.id],
    );
    expect(rows[0].n).toBe(1);
  });

  it('is decided once: a decline reaches the patient with its reason, a second decision is rejected', async () => {
    const { patient, request, params } = await asked();
    const at = { params: { requestId: request.id } };
    const { client } = clinic.doctor;
    const declined = await client.ok(declineRepeat, { ...at, body: { reason: 'Please come for a blood test first.' } });
    expect(declined).toMatchObject({ status: 'declined', reason: 'Please come for a blood test first.' });
    expect((await client.call(acceptRepeat, at)).status).toBe(409);
    expect((await patient.client.call(withdrawRepeat, at)).status).toBe(409);
    const { items } = await patient.client.ok(listRepeatRequests, { query: { prescriptionId: params.prescriptionId } });
    expect(items).toMatchObject([{ status: 'declined' }]);
    await answerDangers(patient.client, params);
    const next = await patient.client.ok(askRepeat, { params, body: { note: 'Test done' } });
    expect(next.id).not.toBe(request.id);
    expect(await client.ok(acceptRepeat, { params: { requestId: next.id } })).toMatchObject({ status: 'accepted' });
    expect(await client.ok(acceptRepeat, { params: { requestId: next.id } })).toMatchObject({ status: 'accepted' });
    const notification = { title: 'Your repeat request was answered', link: `/prescriptions/${params.prescriptionId}` };
    expect(await answersTo(patient)).toMatchObject([notification, notification]);
  });

  it('needs a valid answer about danger signs, and each answer is valid once', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const params = { prescriptionId: (await clinic.signed(patient)).id };
    const ask = (body: object = {}) => patient.client.call(askRepeat, { params, body });
    // The answer before the visit is not valid for the request.
    expect((await ask()).problem.code).toBe('danger-page.unanswered');
    const stranger = await clinic.factory.patient(clinic.hospital);
    await expect(answerDangers(stranger.client, params)).rejects.toThrow('resource.not-found');

    await answerDangers(patient.client, params);
    const request = (await ask()).value;
    expect(request.dangerAnswer).toMatchObject({ ticked: [], acting: false });
    await patient.client.ok(withdrawRepeat, { params: { requestId: request.id } });
    expect((await ask()).problem.code).toBe('danger-page.unanswered');

    const { flags } = await answerDangers(patient.client, params, ['poisoning']);
    expect((await ask()).problem).toMatchObject({ code: 'visit.red-flag', facts: { flags: 'poisoning' } });
    const { value: kept } = await ask({ dismissedFlags: flags });
    const [seen] = (await clinic.doctor.client.ok(listRepeatRequests, { query: { status: 'asked' } })).items.filter(
      ({ id }) => id === kept.id,
    );
    expect(seen?.dangerAnswer?.ticked).toMatchObject([{ id: 'poisoning' }]);
    expect(seen?.redFlags?.map(({ id }) => id)).toEqual(flags);

    // A tick that the doctor has seen counts no more; one of a request that was not sent does.
    await patient.client.ok(withdrawRepeat, { params: { requestId: kept.id } });
    expect((await answerDangers(patient.client, params)).flags).toEqual([]);
    await answerDangers(patient.client, params, ['stroke']);
    expect((await answerDangers(patient.client, params)).flags).toEqual(['stroke']);
  });

  it('whose note names a danger sign is rejected until the patient denies it', async () => {
    const patient = await clinic.factory.patient(clinic.hospital);
    const params = { prescriptionId: (await clinic.signed(patient)).id };
    await answerDangers(patient.client, params);
    const body = { note: 'I have chest pain since this morning' };
    const stopped = await patient.client.call(askRepeat, { params, body });
    expect(stopped.problem).toMatchObject({ code: 'visit.red-flag', facts: { flags: 'chest-pain' } });
    const sent = { ...body, dismissedFlags: ['chest-pain' as const] };
    const { id } = await patient.client.ok(askRepeat, { params, body: sent });
    const { items } = await clinic.doctor.client.ok(listRepeatRequests, { query: { status: 'asked' } });
    expect(items.find((each) => each.id === id)?.redFlags?.map((flag) => flag.id)).toEqual(['chest-pain']);

    // A second note while the request is open.
    expect((await patient.client.ok(askRepeat, { params, body })).id).toBe(id);
    const worse = await patient.client.call(askRepeat, { params, body: { note: 'Now I cannot breathe' } });
    expect(worse.problem).toMatchObject({ code: 'visit.red-flag', facts: { flags: 'breathing' } });
  });

  it('that the patient withdraws does not count as declined by the doctor', async () => {
    const { patient, request } = await asked();
    await patient.client.ok(withdrawRepeat, { params: { requestId: request.id } });
    expect(await answersTo(patient)).toEqual([]);
  });

  it('is not accessible to others', async () => {
    const { request, params } = await asked();
    const at = { params: { requestId: request.id } };
    const other = await clinic.factory.patient(clinic.hospital);
    expect((await other.client.call(askRepeat, { params, body: {} })).status).toBe(404);
    expect((await other.client.call(withdrawRepeat, at)).status).toBe(404);
    expect((await elsewhere.doctor.client.call(acceptRepeat, at)).status).toBe(404);
    expect((await other.client.call(acceptRepeat, at)).status).toBe(403);
  });
});
