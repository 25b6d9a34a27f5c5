import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CallQualityRepository } from '../../../server/src/api/calls/record/call-quality.repository.ts';
import { CallRoomsRepository } from '../../../server/src/api/calls/rooms/call-rooms.repository.ts';
import { CallSessionsRepository } from '../../../server/src/api/calls/record/call-sessions.repository.ts';
import { MediaNodesRepository } from '../../../server/src/api/calls/nodes/media-nodes.repository.ts';
import { InvitationsRepository } from '../../../server/src/api/calls/guests/invitations.repository.ts';
import { QueueRepository } from '../../../server/src/api/visits/waiting-room/queue.repository.ts';
import { VisitsRepository } from '../../../server/src/api/visits/visits.repository.ts';
import { installationContext, systemContext, type HospitalContext } from '../../../server/src/platform/context.ts';
import { Transactions, type Tx } from '../../../server/src/platform/db/transaction.ts';
import { acceptInvitation, inviteGuest } from '../../../shared/src/calls/conduct.contract.ts';
import { guestConsentVersion } from '../../../shared/src/calls/conduct.constants.ts';
import { visitStatuses, type VisitStatus } from '../../../shared/src/visits/visit.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { expectEveryMethodTried, inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { admittedVisit, waitingVisit } from '../../support/visit-steps.ts';
import { callEvent, NodeVoice, placeOn, qualitySample } from '../calls/media-nodes.ts';

let test: TestApi;
let ours: TestHospital;
let theirs: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let visitId: string;
let sessionId: string;
let invitationId: string;
/** On duty in the same department, without an open page for a day. */
let colleague: TestPerson & { practitionerId: string };
let guest: { accountId: string; sessionId: string };
let before: unknown;

/** Reads every row that a write across hospitals would change. */
const everything = async () => {
  const { rows } = await test.database.admin.query(
    `SELECT (SELECT json_agg(v ORDER BY v.id) FROM visit v WHERE hospital_id = $1) AS visits,
            (SELECT json_agg(s ORDER BY s.id) FROM call_session s WHERE hospital_id = $1) AS sessions,
            (SELECT json_agg(i ORDER BY i.id) FROM call_invitation i WHERE hospital_id = $1) AS invitations`,
    [ours.id],
  );
  return rows;
};

beforeAll(async () => {
  test = await startTestApi();
  const factory = new Factory(test);
  ours = await factory.hospital();
  theirs = await factory.hospital();
  doctor = await factory.doctor(ours);
  patient = await factory.patient(ours);
  visitId = (await admittedVisit(ours, patient, doctor)).id;
  await waitingVisit(ours, await factory.patient(ours), doctor);
  // How long an ended visit took is what others are expected to take.
  const ended = await admittedVisit(ours, await factory.patient(ours), await factory.doctor(ours));
  await test.database.admin.query(
    `UPDATE visit SET status = 'completed', summary = 'Rest', ended_at = admitted_at + interval '9 minutes' WHERE id = $1`,
    [ended.id],
  );
  const node = new NodeVoice(test, 'node-a');
  await node.beat();
  await placeOn(test, { hospitalId: ours.id, id: visitId }, node.id);
  await node.tell(callEvent({ hospitalId: ours.id, id: visitId }, 'room-opened'));
  const { rows } = await test.database.admin.query<{ id: string }>('SELECT id FROM call_session');
  sessionId = rows[0]?.id ?? '';
  const { invitation, secret } = await patient.client.ok(inviteGuest, {
    params: { visitId },
    body: { relation: 'family', name: 'Ming' },
  });
  invitationId = invitation.id;
  await patient.client.ok(acceptInvitation, {
    params: { invitationId },
    body: { secret, name: 'Ming', consent: { version: guestConsentVersion, locale: 'en' } },
  });
  const found = await test.database.admin.query<{ accountId: string; sessionId: string }>(
    'SELECT account_id AS "accountId", session_id AS "sessionId" FROM call_invitation',
  );
  guest = found.rows[0] ?? { accountId: '', sessionId: '' };
  await learnable();
  before = await everything();
});
afterAll(() => test.close());

/** Inserts a guardian and enough estimated waits for a quality figure. */
async function learnable(): Promise<void> {
  const { admin } = test.database;
  await admin.query(
    `INSERT INTO guardianship (id, hospital_id, guardian_account_id, patient_id, relation, basis, state, evidence, created_at, decided_at)
     VALUES ($1,$2,$3,$4,'carer','consent','active','agreed',now(),now())`,
    [randomUUID(), ours.id, doctor.accountId, patient.patientId],
  );
  colleague = await new Factory(test).doctor(ours);
  await admin.query('UPDATE practitioner SET on_duty = true WHERE id = $1', [colleague.practitionerId]);
  await admin.query(
    `INSERT INTO practitioner_presence (practitioner_id, hospital_id, unseen_since) VALUES ($1, $2, now() - interval '1 day')
     ON CONFLICT (practitioner_id) DO UPDATE SET unseen_since = excluded.unseen_since`,
    [colleague.practitionerId, ours.id],
  );
  await admin.query(
    `INSERT INTO visit_transfer (id, hospital_id, visit_id, from_practitioner_id, to_practitioner_id, from_department_id,
       to_department_id, reason, status, decline_reason, at)
     SELECT $1, hospital_id, id, practitioner_id, $3, department_id, department_id, 'x', 'open', '', now()
     FROM visit WHERE id = $2`,
    [randomUUID(), visitId, colleague.practitionerId],
  );
  for (let n = 0; n < 10; n++) {
    await admin.query(
      `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at,
         checked_in_at, admitted_at, ended_at, told_wait_minutes, follow_up)
       VALUES ($1,$2,$3,$4,$5,'completed','walk-in','x',now(),now(),now(),now(),1,'{"from":"2030-01-01","until":"2030-01-09"}')`,
      [randomUUID(), ours.id, patient.patientId, ours.departmentId, doctor.practitionerId],
    );
  }
}

type Attempts = Record<string, (tx: Tx) => Promise<unknown>>;

const longAgo = new Date('2020-01-01');
const visits = new VisitsRepository();
const queue = new QueueRepository();
const sessions = new CallSessionsRepository();
const nodes = new MediaNodesRepository();
const rooms = new CallRoomsRepository();
const invitations = new InvitationsRepository();
const times = { aliveSince: longAgo, promisedSince: longAgo, lostSince: longAgo };

const ownList = (statuses: readonly VisitStatus[] = visitStatuses) => ({
  patientId: patient.patientId,
  practitionerId: doctor.practitionerId,
  statuses,
  before: null,
  limit: 50,
});

/** Reads with ids that exist in the first hospital. */
const visitReads: Attempts = {
  lock: (tx) => visits.lock(tx, visitId, 'write'),
  find: (tx) => visits.find(tx, visitId),
  openVisitOf: (tx) => visits.openVisitOf(tx, patient.patientId),
  facts: (tx) => visits.facts(tx, visitId),
  findView: (tx) => visits.findView(tx, visitId),
  view: (tx) => visits.view(tx, visitId).catch(() => null),
  list: (tx) => visits.list(tx, ownList()),
  isTreatedBy: (tx) => visits.isTreatedBy(tx, patient.patientId, doctor.practitionerId, longAgo),
  inProgressBetween: (tx) => visits.inProgressBetween(tx, patient.patientId, doctor.practitionerId),
  wasTransferred: (tx) => visits.wasTransferred(tx, visitId, doctor),
  followUpsAhead: (tx) => visits.followUpsAhead(tx, patient.patientId, doctor.practitionerId, '2020-01-01'),
  doctorAccountsNow: (tx) => visits.doctorAccountsNow(tx, patient.patientId),
  guardianOf: (tx) => visits.guardianOf(tx, patient.patientId, doctor.accountId),
};
const queueReads: Attempts = {
  read: (tx) => queue.read(tx, doctor.practitionerId),
  waiters: (tx) => queue.waiters(tx, doctor.practitionerId, null),
  waiting: (tx) => queue.waiting(tx, visitId, longAgo),
  patients: (tx) => queue.patients(tx, [patient.patientId]),
  patientsOfColleagues: (tx) => queue.patientsOfColleagues(tx, colleague.practitionerId),
  estimateError: (tx) => queue.estimateError(tx, ours.departmentId, longAgo),
  expectedSeconds: async (tx) => [...(await queue.expectedSeconds(tx, [visitId], longAgo))],
};
const sessionReads: Attempts = { openOf: (tx) => sessions.openOf(tx, visitId) };
const roomReads: Attempts = {
  enter: (tx) => rooms.enter(tx, visitId, longAgo),
  room: (tx) => rooms.room(tx, visitId),
  openOf: (tx) => rooms.openOf(tx, doctor.accountId),
  lockThoseOf: (tx) => rooms.lockThoseOf(tx, doctor.accountId),
  lockAll: (tx) => rooms.lockAll(tx),
};
const invitationReads: Attempts = {
  find: (tx) => invitations.find(tx, invitationId),
  ofVisit: (tx) => invitations.ofVisit(tx, visitId),
  isGuest: (tx) => invitations.isGuest(tx, visitId, guest.accountId),
  guests: (tx) => invitations.guests(tx, visitId),
  scene: (tx) => invitations.scene(tx, visitId),
};
const reads: [string, Attempts][] = [
  ['visits', visitReads],
  ['queue', queueReads],
  ['call sessions', sessionReads],
  ['call rooms', roomReads],
  ['invitations', invitationReads],
];

const isEmpty = (value: unknown) => value === null || value === false || (Array.isArray(value) && value.length === 0);

describe('tenant isolation of visits', () => {
  it.each(
    reads.flatMap(([name, attempts]) =>
      Object.entries(attempts).map(([method, read]) => [name, method, read] as const),
    ),
  )('%s: %s sees its own and nothing of another', async (_name, _method, read) => {
    expect(isEmpty(await inHospital(test, ours.id, read))).toBe(false);
    expect(await inHospital(test, theirs.id, read)).toSatisfy(isEmpty);
  });

  it('keeps writes away from another hospital’s rows', async () => {
    await inHospital(test, theirs.id, async (tx) => {
      await visits.update(tx, visitId, { status: 'completed', summary: 'not theirs' });
      await visits.storeGuardian(tx, visitId, {
        name: 'x',
        relation: 'other',
        accountId: guest.accountId,
        at: 'x',
      } as never);
      await sessions.close(tx, sessionId, tx.now);
      await visits.setHeld(tx, visitId, true);
      await invitations.answer(tx, invitationId, 'declined');
      await invitations.withdraw(tx, invitationId);
      const locale = 'en' as const;
      await invitations.accept(tx, invitationId, {
        ...guest,
        name: 'x',
        keyHash: Buffer.from('x'),
        version: 'x',
        locale,
      });
      await visits.raiseRoomRevision(tx, visitId);
      await visits.pin(tx, visitId, { id: 'node-a', incarnation: randomUUID() });
      await nodes.promise(tx, { visitId, waits: false, except: null }, times);
    });
    expect(await everything()).toEqual(before);
  });

  it('refuses rooms and waiting patients of all hospitals to a transaction of one', async () => {
    const seen = (context: HospitalContext) =>
      new Transactions(test.source, test.clock).run(context, (tx) => rooms.roomsOfNode(tx, [visitId], new Map()));
    await expect(seen(systemContext(ours.id, 'test'))).rejects.toMatchObject({ code: '42501' });
    expect(await seen(installationContext('test'))).toMatchObject([{ hospitalId: ours.id, visitId }]);
    await expect(inHospital(test, ours.id, (tx) => queue.figures(tx))).rejects.toMatchObject({ code: '42501' });
  });

  it('measures nothing of another hospital’s call', async () => {
    const quality = new CallQualityRepository();
    const sessionsSeen = (hospitalId: string) =>
      inHospital(test, hospitalId, async (tx) => (await quality.measure(tx, visitId)).sessions);
    expect([await sessionsSeen(ours.id), await sessionsSeen(theirs.id)]).toEqual([1, 0]);
    const event = { visitId, at: new Date().toISOString() };
    await inHospital(test, theirs.id, (tx) =>
      quality.storeSamples(tx, 'node-a', event, guest.accountId, [qualitySample()]),
    );
    const { rows } = await test.database.admin.query('SELECT 1 FROM call_quality_sample');
    expect(rows).toEqual([]);
  });

  it('rejects a row for another hospital', async () => {
    const foreign = {
      id: randomUUID(),
      hospitalId: ours.id,
      visitId,
      nodeId: 'x',
      openedAt: longAgo,
      closedAt: null,
      qualityPackedAt: null,
    };
    await expect(inHospital(test, theirs.id, (tx) => sessions.insert(tx, foreign))).rejects.toThrow(
      /row-level security/,
    );
    const consent = {
      id: randomUUID(),
      hospitalId: ours.id,
      visitId,
      patientId: patient.patientId,
      textVersion: 'x',
      textLocale: 'en' as const,
      givenByAccountId: patient.accountId,
      givenAt: longAgo,
    };
    await expect(inHospital(test, theirs.id, (tx) => visits.storeConsent(tx, consent))).rejects.toThrow(
      /row-level security/,
    );
    const visit = await inHospital(test, ours.id, (tx) => visits.find(tx, visitId));
    if (!visit) throw new Error('visit not found');
    const copy = { ...visit, id: randomUUID(), status: 'cancelled' as const };
    await expect(inHospital(test, theirs.id, (tx) => visits.insertUnlessOpen(tx, copy))).rejects.toThrow(
      /row-level security/,
    );
    expect(await everything()).toEqual(before);
  });

  it('covers every repository method', () => {
    const shared = () => undefined;
    expectEveryMethodTried(VisitsRepository, {
      ...visitReads,
      update: shared,
      insertUnlessOpen: shared,
      storeConsent: shared,
      storeGuardian: shared,
      setHeld: shared,
      raiseRoomRevision: shared,
      pin: shared,
    });
    // Refused within a hospital’s transaction (see above).
    expectEveryMethodTried(QueueRepository, { ...queueReads, figures: shared });
    expectEveryMethodTried(CallSessionsRepository, {
      ...sessionReads,
      close: shared,
      insert: shared,
      // Writes with the transaction's own hospital.
      storeEvent: shared,
    });
    // Nodes belong to the installation.
    expectEveryMethodTried(MediaNodesRepository, {
      upsert: shared,
      list: shared,
      serving: shared,
      promise: shared,
      unburden: shared,
      leastLoaded: shared,
      lockService: shared,
      setDrained: shared,
      // Counts events of the transaction's own hospital.
      endedSince: shared,
    });
    // Writes with the transaction's own hospital; finds no session for another hospital’s visit (see above).
    expectEveryMethodTried(CallQualityRepository, { storeSamples: shared, measure: shared });
    expectEveryMethodTried(InvitationsRepository, {
      ...invitationReads,
      // Writes with the transaction's own hospital.
      insert: shared,
      answer: shared,
      withdraw: shared,
      accept: shared,
    });
    // Refused within a hospital’s transaction (see above).
    expectEveryMethodTried(CallRoomsRepository, { ...roomReads, roomsOfNode: shared });
  });
});
