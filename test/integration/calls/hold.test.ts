import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holdCall, readCallConduct } from '../../../shared/src/calls/conduct.contract.ts';
import { issueCallTicket } from '../../../shared/src/calls/call.contract.ts';
import { referOffline, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { admittedVisit, waitingVisit } from '../../support/visit-steps.ts';
import { beatOn, forgetNodes, NodeEar, NodeVoice } from './media-nodes.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let ear: NodeEar;
let visit: Visit;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  ear = await NodeEar.open(test.settings.NODE_SECRET);
});
afterAll(async () => {
  await ear.close();
  await test.close();
});
beforeEach(async () => {
  await forgetNodes(test);
  const node = new NodeVoice(test, 'node-a');
  node.ear = ear;
  await node.beat();
  patient = await factory.patient(hospital);
  visit = await admittedVisit(hospital, patient, doctor);
  await beatOn();
  await patient.client.ok(issueCallTicket, { params: { visitId: visit.id } });
});

const params = () => ({ visitId: visit.id });
const hold = (held: boolean, by: TestPerson = doctor) =>
  by.client.call(holdCall, { params: params(), body: { held }, key: randomUUID() });
const phase = async () => (await patient.client.ok(readCallConduct, { params: params() })).phase;
const orders = () => ear.heard.filter((order) => order.visitId === visit.id);
const actions = async () =>
  (await trailOf(test, visit.id)).map((entry) => entry.action).filter((action) => /held|taken-back/.test(action));

describe('putting the patient on hold', () => {
  it('separates and readmits the patient; published to both and the node, and audited', async () => {
    const page = await listen(test.url, patient.accessToken);
    const answer = await hold(true);
    expect(answer.value).toEqual({ visitId: visit.id, phase: 'held', invitations: [] });
    await page.next({ entity: 'call', event: 'call.held', id: visit.id });
    expect(await ear.next((order) => order.visitId === visit.id)).toMatchObject({
      room: { revision: 3, phase: 'held' },
    });
    await beatOn();
    expect(await patient.client.ok(issueCallTicket, { params: params() })).toMatchObject({ phase: 'held' });

    expect((await hold(false)).value.phase).toBe('open');
    await page.next({ entity: 'call', event: 'call.taken-back' });
    page.close();
    await ear.next((order) => order.visitId === visit.id && order.room?.phase === 'open');
    expect(orders().map((order) => order.room?.revision)).toEqual([3, 4]);
    expect(await actions()).toEqual(['call.held', 'call.taken-back']);
  });

  it('repeated, and by two simultaneous clicks, takes effect once', async () => {
    const answers = await Promise.all([hold(true), hold(true), hold(true)]);
    expect(answers.map((answer) => answer.value.phase)).toEqual(['held', 'held', 'held']);
    expect(await actions()).toEqual(['call.held']);
    await ear.next((order) => order.visitId === visit.id);
    expect(orders()).toHaveLength(1);
  });

  it('in a race with the release ends in the same one of both everywhere', async () => {
    await Promise.all([hold(true), hold(false), hold(true), hold(false)]);
    const wanted = await phase();
    await beatOn();
    const last = await doctor.client.ok(issueCallTicket, { params: params() });
    expect(last.phase).toBe(wanted);
    const recorded = await actions();
    const times = (action: string) => recorded.filter((each) => each === action).length;
    expect(times('call.held') - times('call.taken-back')).toBe(wanted === 'held' ? 1 : 0);
  });

  it('ends with the visit, also in a race', async () => {
    const [held, ended] = await Promise.all([
      hold(true),
      doctor.client.call(referOffline, { params: params(), body: { reason: 'x' } }),
    ]);
    expect(ended.status).toBe(200);
    if (held.status !== 200) expect(held.problem.code).toBe('visit.not-in-progress');
    const { rows } = await test.database.admin.query('SELECT held FROM visit WHERE id = $1', [visit.id]);
    expect(rows).toEqual([{ held: false }]);
    expect(await ear.next((order) => order.visitId === visit.id && order.room === null)).toBeDefined();
    const late = await hold(false);
    expect([late.status, late.problem.code]).toEqual([409, 'visit.not-in-progress']);
    const read = await patient.client.call(readCallConduct, { params: params() });
    expect([read.status, read.problem.code]).toEqual([410, 'call.ended']);
  });

  it('is rejected before admission', async () => {
    const other = await factory.patient(hospital);
    visit = await waitingVisit(hospital, other, doctor);
    expect((await hold(true)).problem.code).toBe('visit.not-in-progress');
    expect((await other.client.ok(readCallConduct, { params: params() })).phase).toBe('waiting');
  });

  it('is allowed to the doctor of the visit only', async () => {
    const elsewhere = await factory.hospital();
    expect((await hold(true, patient)).problem.code).toBe('auth.forbidden');
    for (const stranger of [await factory.doctor(hospital), await factory.doctor(elsewhere)]) {
      expect((await hold(true, stranger)).status).toBe(404);
      expect((await stranger.client.call(readCallConduct, { params: params() })).status).toBe(404);
    }
    expect(await phase()).toBe('open');
  });
});
