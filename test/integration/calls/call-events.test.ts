import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendCallEvents } from '../../../server/src/platform/nodes/node-api.contract.ts';
import { referOffline, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { PlacementsBeforeTheUpgrade1764003430100 } from '../../../migrations/1764003430100-placements-before-the-upgrade.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { runMigration } from '../../support/run-migration.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { eventsOf, trailOf } from '../../support/trail.ts';
import { admittedVisit } from '../../support/visit-steps.ts';
import { callEvent, NodeVoice, placeOn } from './media-nodes.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let node: NodeVoice;
let visit: Visit;
let call: { hospitalId: string; id: string };

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  node = new NodeVoice(test, 'node-a');
  await node.beat();
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await factory.patient(hospital);
  visit = await admittedVisit(hospital, patient, doctor);
  call = { hospitalId: hospital.id, id: visit.id };
  await placeOn(test, call, 'node-a', 'node-b');
});

interface Session {
  id: string;
  node_id: string;
  opened_at: Date;
  closed_at: Date | null;
}

const sessionsOf = async (visitId: string) =>
  (
    await test.database.admin.query<Session>(
      'SELECT id, node_id, opened_at, closed_at FROM call_session WHERE visit_id = $1 ORDER BY opened_at',
      [visitId],
    )
  ).rows;

const seconds = (from: string, after: number) => new Date(Date.parse(from) + after * 1000).toISOString();

describe('call events', () => {
  it('open and close a call, and are audited and shown on the board', async () => {
    const president = await listen(test.url, (await factory.staff(hospital, 'president')).accessToken);
    const opened = callEvent(call, 'room-opened');
    const joined = callEvent(call, 'participant-joined', { participantId: patient.accountId, role: 'patient' });
    expect(await node.tell(opened, joined)).toBe(2);
    expect(await president.next({ entity: 'board', event: 'call.opened' })).toMatchObject({ id: hospital.id });
    const left = callEvent(call, 'participant-left', {
      participantId: patient.accountId,
      role: 'patient',
      reason: 'disconnected',
    });
    const closed = callEvent(call, 'room-closed', { at: seconds(opened.at, 75) });
    expect(await node.tell(left, closed)).toBe(2);
    await president.next({ entity: 'board', event: 'call.closed' });
    president.close();

    const [session] = await sessionsOf(visit.id);
    expect(session).toMatchObject({
      node_id: 'node-a',
      opened_at: new Date(opened.at),
      closed_at: new Date(closed.at),
    });
    expect(await eventsOf(test, session?.id ?? '')).toEqual([
      { type: 'call.opened', facts: {} },
      { type: 'call.closed', facts: { seconds: 75 } },
    ]);
    expect((await trailOf(test, session?.id ?? '')).map((entry) => entry.action)).toEqual([
      'call.session-started',
      'call.session-ended',
    ]);
    const participantEntries = (await trailOf(test, visit.id)).filter((entry) =>
      entry.action.startsWith('call.participant'),
    );
    expect(participantEntries).toMatchObject([
      {
        action: 'call.participant-joined',
        patient_id: patient.patientId,
        actor_account_id: null,
        details: { participantId: patient.accountId, role: 'patient', nodeId: 'node-a' },
      },
      { action: 'call.participant-left', details: { reason: 'disconnected' } },
    ]);
  });

  it('delivered again, also simultaneously, are applied once', async () => {
    const events = [callEvent(call, 'room-opened'), callEvent(call, 'participant-joined', { role: 'patient' })];
    const counts = await Promise.all(Array.from({ length: 6 }, () => node.tell(...events)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await node.tell(...events)).toBe(0);
    expect(await sessionsOf(visit.id)).toHaveLength(1);
    expect((await trailOf(test, visit.id)).filter((entry) => entry.action.startsWith('call.'))).toHaveLength(1);
  });

  it('of an unknown visit are dropped, and those around them are applied', async () => {
    const stranger = await factory.hospital();
    const applied = await node.tell(
      callEvent(call, 'room-opened'),
      callEvent({ hospitalId: hospital.id, id: randomUUID() }, 'room-opened'),
      callEvent({ hospitalId: randomUUID(), id: randomUUID() }, 'room-opened'),
      callEvent({ hospitalId: stranger.id, id: visit.id }, 'ticket-refused', { code: 'call.ticket-used' }),
      callEvent(call, 'first-media', { participantId: patient.accountId, role: 'patient' }),
      callEvent(call, 'worker-died'),
      callEvent(call, 'room-closed'),
    );
    expect(applied).toBe(4);
    expect((await sessionsOf(visit.id)).map((session) => session.closed_at !== null)).toEqual([true]);
    const { rows } = await test.database.admin.query(
      'SELECT type FROM call_event WHERE visit_id = $1 ORDER BY at, id',
      [visit.id],
    );
    expect(rows).toHaveLength(4);
  });

  it('of a visit that was never placed on the node are dropped and audited once, and change nothing', async () => {
    const stranger = new NodeVoice(test, 'node-c');
    await node.tell(callEvent(call, 'room-opened'));
    const forged = [
      callEvent(call, 'room-opened'),
      callEvent(call, 'participant-joined', { participantId: patient.accountId, role: 'patient' }),
      callEvent(call, 'room-closed'),
    ];
    expect(await stranger.tell(...forged)).toBe(0);
    expect(await stranger.tell(...forged)).toBe(0);
    expect(await sessionsOf(visit.id)).toMatchObject([{ node_id: 'node-a', closed_at: null }]);
    const entries = (await trailOf(test, visit.id)).filter((entry) => entry.action.startsWith('call.participant'));
    expect(entries).toEqual([]);
    const denials = (await trailOf(test, visit.id)).filter((entry) => entry.action === 'access.denied');
    expect(denials.map(({ code, details }) => [code, details['nodeId']])).toEqual([['auth.forbidden', 'node-c']]);
  });

  it('of open visits that were placed on the node before placements were stored are applied after the upgrade', async () => {
    const { admin } = test.database;
    const ended = await admittedVisit(hospital, await factory.patient(hospital), doctor);
    await admin.query('DELETE FROM call_placement');
    await admin.query(`UPDATE visit SET media_node_id = 'node-a' WHERE id = ANY ($1)`, [[visit.id, ended.id]]);
    await admin.query(`UPDATE visit SET status = 'cancelled' WHERE id = $1`, [ended.id]);
    await runMigration(test.database, new PlacementsBeforeTheUpgrade1764003430100());
    await admin.query(`UPDATE visit SET media_node_id = 'node-b' WHERE id = $1`, [visit.id]);
    expect(await node.tell(callEvent(call, 'room-opened'))).toBe(1);
    const { rows } = await admin.query('SELECT visit_id, node_id, hospital_id FROM call_placement');
    expect(rows).toEqual([{ visit_id: visit.id, node_id: 'node-a', hospital_id: hospital.id }]);
  });

  it('of a rejected ticket are audited as denied with the code', async () => {
    await node.tell(
      callEvent(call, 'ticket-refused', {
        participantId: patient.accountId,
        role: 'patient',
        code: 'call.ticket-used',
      }),
      callEvent(call, 'ticket-refused', { participantId: patient.accountId, role: 'patient', code: 'made-up' }),
    );
    const denials = (await trailOf(test, visit.id)).filter((entry) => entry.action === 'access.denied');
    expect(denials.map((entry) => [entry.outcome, entry.code, entry.details['participantId']]).sort()).toEqual([
      ['denied', 'call.ticket-invalid', patient.accountId],
      ['denied', 'call.ticket-used', patient.accountId],
    ]);
  });

  it('of a new room close the call that a crashed node left open', async () => {
    const first = callEvent(call, 'room-opened');
    await node.tell(first);
    const other = new NodeVoice(test, 'node-b');
    await other.tell(callEvent(call, 'room-opened', { at: seconds(first.at, 30) }));
    expect((await sessionsOf(visit.id)).map((session) => [session.node_id, session.closed_at !== null])).toEqual([
      ['node-a', true],
      ['node-b', false],
    ]);
    // The late event of the first node concerns only its own room.
    await node.tell(callEvent(call, 'room-closed', { at: seconds(first.at, 40) }));
    expect((await sessionsOf(visit.id)).map((session) => session.closed_at !== null)).toEqual([true, false]);
  });

  it('that arrive late close no call that began after them', async () => {
    const first = callEvent(call, 'room-opened');
    const second = callEvent(call, 'room-opened', { at: seconds(first.at, 30) });
    await new NodeVoice(test, 'node-b').tell(second);
    await node.tell(first);
    expect(await sessionsOf(visit.id)).toMatchObject([
      { node_id: 'node-a', opened_at: new Date(first.at), closed_at: new Date(second.at) },
      { node_id: 'node-b', closed_at: null },
    ]);
    await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
    await node.tell(callEvent(call, 'room-opened', { at: seconds(first.at, 10) }));
    expect((await sessionsOf(visit.id)).map((session) => session.closed_at !== null)).toEqual([true, true, true]);
  });

  it('are not required: a call ends with its visit without them', async () => {
    await node.tell(callEvent(call, 'room-opened'));
    await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
    const [session] = await sessionsOf(visit.id);
    expect(session?.closed_at).not.toBeNull();
    await node.tell(callEvent(call, 'room-closed'));
    const eventTypes = (await eventsOf(test, session?.id ?? '')).map((event) => event.type);
    expect(eventTypes).toEqual(['call.opened', 'call.closed']);
  });

  it('are accepted from media nodes only and validated', async () => {
    const body = { events: [callEvent(call, 'room-opened')] };
    const params = { nodeId: 'node-a' };
    for (const person of [patient, doctor]) {
      const answer = await person.client.call(sendCallEvents, { params, body });
      expect([answer.status, answer.problem.code]).toEqual([401, 'auth.required']);
    }
    const malformed = await node.client.raw('POST', '/internal/media-nodes/node-a/call-events', {
      body: { events: [{ ...callEvent(call, 'room-opened'), type: 'visit-completed' }] },
    });
    expect(await malformed.json()).toMatchObject({ code: 'validation.failed', fields: [{ path: 'events.0.type' }] });
    const empty = await node.client.call(sendCallEvents, { params, body: { events: [] } });
    expect(empty.problem.code).toBe('validation.failed');
    expect(await sessionsOf(visit.id)).toEqual([]);
  });
});
