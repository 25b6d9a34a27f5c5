import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  answerInvitation,
  inviteGuest,
  openGuestSession,
  openInvitation,
  readCallConduct,
  withdrawInvitation,
} from '../../../shared/src/calls/conduct.contract.ts';
import { issueCallTicket, issueNetworkCheckTicket } from '../../../shared/src/calls/call.contract.ts';
import { referOffline, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { AccessTokens } from '../../../server/src/platform/tickets/access-token.ts';
import { CallTicketVerifier } from '../../../server/src/platform/tickets/call-ticket.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { admittedVisit, waitingVisit } from '../../support/visit-steps.ts';
import { acceptance, guestName, opening, type Link } from './guest-link.ts';
import { forgetNodes, NodeEar, NodeVoice, ticketOf } from './media-nodes.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let ear: NodeEar;
let node: NodeVoice;
let stranger: TestClient;
let visit: Visit;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  ear = await NodeEar.open(test.settings.NODE_SECRET);
  stranger = new TestClient(test.url);
});
afterAll(() => ear.close().then(() => test.close()));
beforeEach(async () => {
  await forgetNodes(test);
  node = new NodeVoice(test, 'node-a');
  node.ear = ear;
  await node.beat();
  [doctor, patient] = [await factory.doctor(hospital), await factory.patient(hospital)];
  visit = await admittedVisit(hospital, patient, doctor);
  await ticketOf(patient.client, visit);
});

const params = () => ({ visitId: visit.id });
const invite = async (by: TestPerson = patient) => {
  const body = { relation: 'family' as const, name: guestName };
  const { invitation, secret } = await by.client.ok(inviteGuest, { params: params(), body });
  return { id: invitation.id, secret, invitation };
};
const accept = (link: Link, key: string = randomUUID()) =>
  stranger.call(acceptInvitation, { ...acceptance(link), key });
const openLink = (link: Link) => stranger.call(openInvitation, opening(link));
const answer = (id: string, agreed: boolean, by: TestPerson = patient) =>
  by.client.call(answerInvitation, { params: { ...params(), invitationId: id }, body: { agreed } });
const withdraw = (id: string, by: TestPerson = doctor) =>
  by.client.call(withdrawInvitation, { params: { ...params(), invitationId: id } });
const session = (id: string, key: string) =>
  stranger.call(openGuestSession, { params: { invitationId: id }, body: { key } });
const statusOf = async (id: string) =>
  (await patient.client.ok(readCallConduct, { params: params() })).invitations.find((each) => each.id === id)?.status;
const end = () => doctor.client.ok(referOffline, { params: params(), body: { reason: 'x' } });

/** Advances the clock and renews the tokens of everyone. */
async function pass(milliseconds: number): Promise<void> {
  test.clock.advance(milliseconds);
  await node.beat();
  const tokens = new AccessTokens(test.settings.ACCESS_TOKEN_SECRET);
  for (const person of [patient, doctor]) {
    const actor = { ...person, roles: [person === patient ? ('patient' as const) : ('doctor' as const)] };
    person.client.accessToken = tokens.issue(actor, test.clock.now()).accessToken;
  }
}

/** Returns a guest who accepted a link. */
async function guest() {
  const link = await invite();
  const { key } = (await accept(link)).value;
  const { value } = await session(link.id, key);
  return { ...link, ...value, key, client: new TestClient(test.url, value.accessToken) };
}

describe('an invitation of a guest', () => {
  it('by the patient is valid at once; the guest joins, is shown to both sides and reported to the node', async () => {
    const page = await listen(test.url, doctor.accessToken);
    const link = await invite();
    expect(link.invitation).toMatchObject({ status: 'ready', invitedBy: 'patient', participantId: null });
    await page.next({ entity: 'call', event: 'call.guests-changed', id: visit.id });
    expect((await openLink(link)).value).toEqual({
      hospital: { slug: hospital.slug, name: { en: 'Test Hospital', zh: '测试医院' } },
      doctorName: '王芳',
      doctorNameLatin: 'Wang Fang',
      invitedBy: 'patient',
      relation: 'family',
      name: guestName,
      status: 'ready',
    });
    const accepted = await accept(link);
    expect([accepted.status, accepted.value.visitId]).toEqual([201, visit.id]);
    const opened = (await session(link.id, accepted.value.key)).value;
    expect(opened).toMatchObject({ visitId: visit.id, name: guestName });

    const conduct = await doctor.client.ok(readCallConduct, { params: params() });
    expect(conduct.invitations).toMatchObject([{ status: 'accepted', participantId: opened.participantId }]);
    const { ticket } = await ticketOf(new TestClient(test.url, opened.accessToken), visit);
    const claims = new CallTicketVerifier(test.ticketPublicKey, 'node-a').verify(ticket, test.clock.now());
    expect(claims).toMatchObject({
      sub: opened.participantId,
      role: 'guest',
      publish: ['camera', 'microphone'],
      room: { phase: 'open' },
    });
    page.close();

    const trail = await trailOf(test, link.id);
    expect(trail.map((entry) => entry.action)).toEqual([
      'call.guest-invited',
      'call.invitation-opened',
      'call.guest-accepted',
      'call.guest-session',
    ]);
    const by = { invitedBy: 'patient', inviterAccountId: patient.accountId, relation: 'family', visitId: visit.id };
    expect(trail[1]).toMatchObject({ actor_account_id: null, patient_id: patient.patientId });
    expect(trail[2]).toMatchObject({ actor_account_id: opened.participantId, patient_id: patient.patientId });
    for (const entry of trail) expect(entry.details).toMatchObject(by);
  });

  it('by the doctor needs the patient’s agreement', async () => {
    const link = await invite(doctor);
    expect(link.invitation.status).toBe('asked');
    expect((await openLink(link)).value.status).toBe('asked');
    expect((await accept(link)).problem.code).toBe('invitation.awaits-patient');
    expect((await answer(link.id, true, doctor)).problem.code).toBe('auth.forbidden');
    expect((await answer(link.id, true)).status).toBe(200);
    expect((await answer(link.id, true)).status).toBe(200);
    expect((await answer(link.id, false)).problem.code).toBe('invitation.unusable');
    expect((await accept(link)).status).toBe(201);
    expect((await trailOf(test, link.id)).filter((entry) => entry.action === 'call.guest-agreed')).toHaveLength(1);
  });

  it('that the patient declines is rejected', async () => {
    const link = await invite(doctor);
    await answer(link.id, false);
    await answer(link.id, false);
    expect((await accept(link)).problem.code).toBe('invitation.unusable');
    expect((await answer(link.id, true)).problem.code).toBe('invitation.unusable');
    expect(await statusOf(link.id)).toBe('declined');
  });

  it('is accepted once, also when two accept it at the same time', async () => {
    const link = await invite();
    const answers = await Promise.all([accept(link), accept(link), accept(link), accept(link)]);
    expect(answers.map((each) => each.status).sort()).toEqual([201, 410, 410, 410]);
    expect((await accept(link)).problem.code).toBe('invitation.unusable');
    const { rows } = await test.database.admin.query(
      `SELECT count(*)::int AS guests FROM account WHERE id IN (SELECT account_id FROM call_invitation WHERE id = $1)`,
      [link.id],
    );
    expect(rows).toEqual([{ guests: 1 }]);
  });

  it('returns the same key to a retry of the same page after a lost response', async () => {
    const link = await invite();
    const key = randomUUID();
    const [first, second] = await Promise.all([accept(link, key), accept(link, key)]);
    expect(first.status).toBe(201);
    expect(second.value).toEqual(first.value);
  });

  it('that is sent twice with one key is one, with the same secret', async () => {
    const key = randomUUID();
    const body = { relation: 'other' as const, name: guestName };
    const twice = await Promise.all([1, 2].map(() => patient.client.ok(inviteGuest, { params: params(), body, key })));
    expect(twice[1]).toEqual(twice[0]);
    const { rows } = await test.database.admin.query('SELECT answer FROM idempotency_key WHERE key = $1', [key]);
    expect(JSON.stringify(rows)).not.toContain(twice[0]?.secret);
  });

  it('is one of at most three open ones', async () => {
    const [first] = [await invite(), await invite(doctor), await invite()];
    const body = { relation: 'other' as const, name: 'x' };
    const fourth = await doctor.client.call(inviteGuest, { params: params(), body });
    expect([fourth.status, fourth.problem.code]).toEqual([409, 'call.guest-limit']);
    await withdraw(first.id);
    const burst = await Promise.all([1, 2, 3].map(() => patient.client.call(inviteGuest, { params: params(), body })));
    expect(burst.map((each) => each.status).sort()).toEqual([201, 409, 409]);
  });

  it('expires after two hours without use and with its visit', async () => {
    const [unused, open] = [await invite(), await invite()];
    await accept(open);
    await pass(2 * 3_600_000);
    expect((await accept(unused)).problem.code).toBe('invitation.unusable');
    expect((await openLink(unused)).value.status).toBe('withdrawn');
    expect([await statusOf(unused.id), await statusOf(open.id)]).toEqual(['withdrawn', 'accepted']);
    const last = await invite();
    await end();
    for (const link of [last, open]) expect((await openLink(link)).problem.code).toBe('invitation.unusable');
    expect((await accept(last)).problem.code).toBe('invitation.unusable');
    const late = await patient.client.call(inviteGuest, { params: params(), body: { relation: 'other', name: 'x' } });
    expect([late.status, late.problem.code]).toEqual([410, 'call.ended']);
  });

  it('is rejected at a hospital with end-to-end encrypted calls', async () => {
    const place = await factory.hospital();
    await test.database.admin.query('UPDATE hospital SET settings = $2 WHERE id = $1', [
      place.id,
      { endToEndEncryptedCalls: true },
    ]);
    const [inside, conducting] = [await factory.patient(place), await factory.doctor(place)];
    visit = await admittedVisit(place, inside, conducting);
    for (const person of [inside, conducting]) {
      const body = { relation: 'other' as const, name: 'x' };
      expect((await person.client.call(inviteGuest, { params: params(), body })).problem.code).toBe('call.encrypted');
    }
  });

  it('before admission gives no access to the call', async () => {
    patient = await factory.patient(hospital);
    visit = await waitingVisit(hospital, patient, doctor);
    const { client } = await guest();
    const early = await client.call(issueCallTicket, { params: params() });
    expect([early.status, early.problem.code]).toEqual([409, 'visit.not-in-progress']);
  });
});

describe('a stranger with a link', () => {
  it('gets the same answer for a wrong secret, a wrong id and another hospital’s id', async () => {
    const [link, other] = [await invite(), await invite()];
    const elsewhere = await factory.hospital();
    const moved = Buffer.from(link.secret, 'base64url');
    Buffer.from(elsewhere.id.replaceAll('-', ''), 'hex').copy(moved);
    const tries: Link[] = [
      { id: link.id, secret: other.secret },
      { id: link.id, secret: randomBytes(48).toString('base64url') },
      { id: link.id, secret: moved.toString('base64url') },
      { id: link.id, secret: `${link.secret}AAAA` },
      { id: randomUUID(), secret: link.secret },
      { id: visit.id, secret: link.secret },
    ];
    for (const attempt of tries) {
      const answers = [await openLink(attempt), await accept(attempt), await session(attempt.id, attempt.secret)];
      expect(answers.map((each) => [each.status, each.problem.code])).toEqual(
        answers.map(() => [404, 'resource.not-found']),
      );
    }
    expect((await session(link.id, link.secret)).status).toBe(404);
    const denied = (await trailOf(test, link.id)).filter((entry) => entry.action === 'access.denied');
    expect(denied.length).toBeGreaterThan(0);
    expect(await statusOf(link.id)).toBe('ready');
  });

  it('cannot try many secrets', async () => {
    const strict = await startTestApi({ RATE_LIMIT_FACTOR: '1' });
    try {
      const guessing = new TestClient(strict.url);
      const statuses = [];
      for (let i = 0; i < 31; i++) {
        const attempt = opening({ id: randomUUID(), secret: randomBytes(48).toString('base64url') });
        statuses.push((await guessing.call(openInvitation, attempt)).status);
      }
      expect(statuses).toEqual([...Array<number>(30).fill(404), 429]);
    } finally {
      await strict.close();
    }
  });

  it('cannot join without the current consent', async () => {
    const link = await invite();
    const answer = await stranger.raw('POST', `/api/invitations/${link.id}/acceptance`, {
      body: { secret: link.secret, name: 'x', consent: { version: '2020-01', locale: 'en' } },
    });
    expect(answer.status).toBe(400);
    expect(await statusOf(link.id)).toBe('ready');
  });
});

describe('people of other visits', () => {
  it('can neither read, answer nor withdraw an invitation', async () => {
    const link = await invite(doctor);
    const elsewhere = await factory.hospital();
    const others = [await factory.patient(hospital), await factory.patient(elsewhere)];
    for (const other of others) {
      expect((await answer(link.id, true, other)).status).toBe(404);
      expect((await withdraw(link.id, other)).status).toBe(404);
      const body = { relation: 'other' as const, name: 'x' };
      expect((await other.client.call(inviteGuest, { params: params(), body })).status).toBe(404);
    }
    // The caller’s own visit with an invitation of another visit.
    const [mine] = others;
    if (!mine) throw new Error('no other account');
    const own = await waitingVisit(hospital, mine, doctor);
    const answered = await mine.client.call(answerInvitation, {
      params: { visitId: own.id, invitationId: link.id },
      body: { agreed: true },
    });
    expect(answered.status).toBe(404);
    expect(await statusOf(link.id)).toBe('asked');
  });
});

describe('a guest', () => {
  it('may request tickets and the phase of this call, and nothing else', async () => {
    const { client, participantId } = await guest();
    await invite();
    const conduct = await client.ok(readCallConduct, { params: params() });
    expect(conduct.invitations.map((each) => each.participantId)).toEqual([participantId]);
    await client.ok(issueNetworkCheckTicket);

    const own = /\/api\/visits\/:visitId\/call(-tickets|\/keys.*)?$|\/api\/network-check-tickets$/;
    const open: string[] = [];
    for (const [route, permission] of test.api.routes.registered) {
      if (permission === 'public') continue;
      const [method = '', template = ''] = route.split(' ');
      const path = template.replace(':visitId', visit.id).replace(/:\w+/g, visit.id);
      const answer = await client.raw(method, path, { version: 1, ...(method === 'GET' ? {} : { body: {} }) });
      if (![401, 403, 404].includes(answer.status)) open.push(template);
    }
    expect(open.length).toBeGreaterThan(2);
    expect(open.filter((template) => !own.test(template))).toEqual([]);

    const other = await admittedVisit(hospital, await factory.patient(hospital), doctor);
    expect((await client.call(issueCallTicket, { params: { visitId: other.id } })).status).toBe(404);
    expect((await client.call(readCallConduct, { params: { visitId: other.id } })).status).toBe(404);
  });

  it('is removed by a withdrawal: session, sockets, tickets and room', async () => {
    const came = await guest();
    const page = await listen(test.url, came.accessToken);
    const closed = new Promise((done) => page.socket.once('session-ended', done));
    expect((await withdraw(came.id, patient)).value.invitations).toMatchObject([{ status: 'withdrawn' }]);
    expect(await closed).toEqual({ reason: 'signed-out' });
    const order = await ear.next((each) => each.visitId === visit.id && each.removed.length > 0);
    expect(order).toMatchObject({ removed: [came.participantId], room: { phase: 'open' } });
    expect(await node.orders({ visitIds: [visit.id] })).toEqual([order]);
    expect((await came.client.call(issueCallTicket, { params: params() })).problem.code).toBe('auth.session-expired');
    expect((await session(came.id, came.key)).problem.code).toBe('invitation.unusable');
    expect((await withdraw(came.id)).status).toBe(200);
    expect((await trailOf(test, came.id)).filter((entry) => entry.action === 'call.guest-withdrawn')).toHaveLength(1);
  });

  it('is either in or out when accepted and withdrawn at the same time', async () => {
    for (let i = 0; i < 3; i++) {
      const link = await invite();
      const [accepted, withdrawn] = await Promise.all([accept(link), withdraw(link.id)]);
      expect(withdrawn.status).toBe(200);
      expect(await statusOf(link.id)).toBe('withdrawn');
      if (accepted.status === 201) expect((await session(link.id, accepted.value.key)).status).toBe(410);
      else expect(accepted.problem.code).toBe('invitation.unusable');
    }
    const { rows } = await test.database.admin.query(
      `SELECT s.id FROM session s JOIN call_invitation i ON i.session_id = s.id
       WHERE i.visit_id = $1 AND s.ended_at IS NULL`,
      [visit.id],
    );
    expect(rows).toEqual([]);
  });

  it('loses access when the visit ends', async () => {
    const came = await guest();
    const page = await listen(test.url, came.accessToken);
    const closed = new Promise((done) => page.socket.once('session-ended', done));
    await end();
    await closed;
    expect((await came.client.call(issueCallTicket, { params: params() })).status).toBe(401);
    expect((await session(came.id, came.key)).problem.code).toBe('invitation.unusable');
  });

  it('gets access tokens of ten minutes', async () => {
    const came = await guest();
    await pass(601_000);
    expect((await came.client.call(issueCallTicket, { params: params() })).status).toBe(401);
    const again = (await session(came.id, came.key)).value;
    expect(again.participantId).toBe(came.participantId);
    await ticketOf(new TestClient(test.url, again.accessToken), visit);
  });

  it('is named in the invitation only', async () => {
    await withdraw((await guest()).id);
    for (const table of ['account', 'audit_event', 'domain_event', 'idempotency_key']) {
      const { rows } = await test.database.admin.query(
        `SELECT count(*)::int AS hits FROM ${table} t WHERE t::text LIKE '%王小明%' AND hospital_id = $1`,
        [hospital.id],
      );
      expect([table, rows]).toEqual([table, [{ hits: 0 }]]);
    }
  });
});
