import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  postCodePart,
  postWrappedKeys,
  publishCallKey,
  readCallKeys,
} from '../../../shared/src/calls/keys.contract.ts';
import { referOffline } from '../../../shared/src/visits/visits.contract.ts';
import { CallKeysRepository } from '../../../server/src/api/calls/keys/call-keys.repository.ts';
import type { Tx } from '../../../server/src/platform/db/transaction.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen, type RecordListener } from '../../support/record-socket.ts';
import { expectEveryMethodTried, inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { admittedVisit, plannedVisit, waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let visitId: string;
const open: RecordListener[] = [];

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(() => test.close());
beforeEach(async () => {
  doctor = await factory.doctor(hospital);
  patient = await factory.patient(hospital);
  visitId = (await admittedVisit(hospital, patient, doctor)).id;
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});

const newPoint = () => createECDH('prime256v1').generateKeys('base64url', 'uncompressed');
const bytes32 = () => randomBytes(32).toString('base64url');
const wrappedText = () => randomBytes(60).toString('base64url');

const publish = (person: TestPerson, keyId: string = randomUUID(), publicKey = newPoint(), visit = visitId) =>
  person.client.call(publishCallKey, { params: { visitId: visit, keyId }, body: { publicKey } });
/** Publishes a key and returns its id. */
const published = async (person: TestPerson): Promise<string> => {
  const keyId = randomUUID();
  expect((await publish(person, keyId)).status).toBe(200);
  return keyId;
};
const newPart = (nonce: string | null = null) => ({ round: bytes32(), commitment: bytes32(), nonce });
const postPart = (person: TestPerson, keyId: string, part: ReturnType<typeof newPart>) =>
  person.client.call(postCodePart, { params: { visitId, keyId }, body: part });
const read = (person: TestPerson, to: string) => person.client.ok(readCallKeys, { params: { visitId }, query: { to } });
const post = (person: TestPerson, keyId: string, keys: { to: string; epoch: number; wrapped: string }[]) =>
  person.client.call(postWrappedKeys, { params: { visitId, keyId }, body: { keys } });
const listenAs = async (person: TestPerson) => {
  const listener = await listen(test.url, person.accessToken);
  open.push(listener);
  return listener;
};

describe('public keys of a call', () => {
  it('are returned to both sides as their pages published them', async () => {
    const [own, theirs] = [newPoint(), newPoint()];
    const [keyId, otherId] = [randomUUID(), randomUUID()];
    expect((await publish(patient, keyId, own)).value.keys).toMatchObject([{ id: keyId, publicKey: own }]);
    const { keys } = (await publish(doctor, otherId, theirs)).value;
    expect(keys).toMatchObject([
      { id: keyId, participantId: patient.accountId, publicKey: own },
      { id: otherId, participantId: doctor.accountId, publicKey: theirs },
    ]);
    expect(await read(patient, keyId)).toEqual({ keys, wrapped: [] });
    expect((await trailOf(test, visitId)).filter(({ action }) => action.startsWith('call.key'))).toMatchObject([
      { action: 'call.key-published', actor_account_id: patient.accountId, details: { keyId } },
      { action: 'call.key-published', actor_account_id: doctor.accountId, details: { keyId: otherId } },
      { action: 'call.keys-read', patient_id: patient.patientId },
    ]);
  });

  it('are published once, however often the request is sent', async () => {
    const [keyId, point] = [randomUUID(), newPoint()];
    const answers = await Promise.all(Array.from({ length: 4 }, () => publish(patient, keyId, point)));
    expect(answers.map(({ value }) => value.keys.length)).toEqual([1, 1, 1, 1]);
    expect((await trailOf(test, visitId)).filter(({ action }) => action === 'call.key-published')).toHaveLength(1);
  });

  it('are replaced when the page reloads, together with everything wrapped for or by the old page', async () => {
    const [old, other] = [await published(patient), await published(doctor)];
    await post(patient, old, [{ to: other, epoch: 0, wrapped: wrappedText() }]);
    await post(doctor, other, [{ to: old, epoch: 0, wrapped: wrappedText() }]);
    const fresh = await published(patient);
    const seen = await read(doctor, other);
    expect(seen.keys.map(({ id }) => id)).toEqual([other, fresh]);
    expect(seen.wrapped).toEqual([]);
    expect((await read(patient, old)).wrapped).toEqual([]);
    const answer = await post(patient, old, [{ to: other, epoch: 1, wrapped: wrappedText() }]);
    expect([answer.status, answer.problem.code]).toEqual([409, 'call.replaced']);
  });

  it('cannot replace another participant’s key', async () => {
    const [own, theirs] = [newPoint(), await published(doctor)];
    const answer = await publish(patient, theirs, own);
    expect([answer.status, answer.problem.code]).toEqual([409, 'resource.conflict']);
    const elsewhere = await factory.hospital();
    const [other, colleague] = [await factory.patient(elsewhere), await factory.doctor(elsewhere)];
    const away = await admittedVisit(elsewhere, other, colleague);
    expect((await publish(other, theirs, own, away.id)).problem.code).toBe('resource.conflict');
    expect((await read(doctor, theirs)).keys).toMatchObject([{ id: theirs, participantId: doctor.accountId }]);
  });

  it.each([
    ['too short', 'A'.repeat(86)],
    ['too long', 'A'.repeat(88)],
    ['no base64url', '='.repeat(87)],
    ['not on the curve', Buffer.concat([Buffer.of(4), randomBytes(64)]).toString('base64url')],
    ['not uncompressed', Buffer.concat([Buffer.of(2), randomBytes(64)]).toString('base64url')],
  ])('are rejected when %s', async (_name, publicKey) => {
    const answer = await publish(patient, randomUUID(), publicKey);
    expect([answer.status, answer.problem.code]).toEqual([400, 'validation.failed']);
  });
});

describe('the parts of the safety code', () => {
  it('reach the other participants, first the commitment, then the opening, and are audited', async () => {
    const [mine, theirs] = [await published(patient), await published(doctor)];
    const atWork = await listenAs(doctor);
    const part = newPart();
    expect((await postPart(patient, mine, part)).value.keys.map((key) => key.part)).toEqual([part, null]);
    expect(await atWork.next({ entity: 'call-keys' })).toMatchObject({ id: visitId });
    expect((await read(doctor, theirs)).keys.map((key) => key.part)).toEqual([part, null]);
    const opened = { ...part, nonce: bytes32() };
    expect((await postPart(patient, mine, opened)).status).toBe(200);
    expect((await read(doctor, theirs)).keys.map((key) => key.part)).toEqual([opened, null]);
    const trail = (await trailOf(test, visitId)).filter(({ action }) => action === 'call.code-part-posted');
    expect(trail).toMatchObject([
      { details: { keyId: mine, opened: 'no' } },
      { details: { keyId: mine, opened: 'yes' } },
    ]);
    expect(JSON.stringify(trail)).not.toContain(opened.nonce);
  });

  it('cannot change within a round: neither commitment nor nonce, and cannot be closed again', async () => {
    const mine = await published(patient);
    const part = newPart(bytes32());
    await postPart(patient, mine, part);
    const changed = [
      { ...part, commitment: bytes32() },
      { ...part, nonce: bytes32() },
      { ...part, nonce: null },
    ];
    for (const other of changed) expect((await postPart(patient, mine, other)).problem.code).toBe('resource.conflict');
    expect((await postPart(patient, mine, part)).status).toBe(200);
    expect((await read(patient, mine)).keys.map((key) => key.part)).toEqual([part]);
    const next = newPart();
    await postPart(patient, mine, next);
    expect((await read(patient, mine)).keys.map((key) => key.part)).toEqual([next]);
  });

  it('are accepted only from the page with the key, and deleted when it reloads', async () => {
    const [mine, theirs] = [await published(patient), await published(doctor)];
    for (const keyId of [theirs, randomUUID()]) {
      expect((await postPart(patient, keyId, newPart())).problem.code).toBe('call.replaced');
    }
    expect((await postPart(await factory.patient(hospital), mine, newPart())).problem.code).toBe('resource.not-found');
    await postPart(patient, mine, newPart());
    await published(patient);
    expect((await read(doctor, theirs)).keys.map((key) => key.part)).toEqual([null, null]);
    expect((await postPart(patient, mine, newPart())).problem.code).toBe('call.replaced');
  });
});

describe('wrapped media keys', () => {
  it('are returned only to the page they are wrapped for', async () => {
    const [mine, theirs] = [await published(patient), await published(doctor)];
    const wrapped = wrappedText();
    expect((await post(doctor, theirs, [{ to: mine, epoch: 0, wrapped }])).value).toEqual({ accepted: 1 });
    const key = { from: theirs, to: mine, epoch: 0, wrapped };
    expect((await read(patient, mine)).wrapped).toEqual([key]);
    expect((await read(doctor, mine)).wrapped).toEqual([]);
    expect((await read(doctor, theirs)).wrapped).toEqual([]);
    expect((await trailOf(test, visitId)).find(({ action }) => action === 'call.keys-wrapped')).toMatchObject({
      actor_account_id: doctor.accountId,
      details: { keyId: theirs, keys: 1 },
    });
    expect(JSON.stringify(await trailOf(test, visitId))).not.toContain(wrapped);
  });

  it('keep their first value, and only a sender’s last two are stored', async () => {
    const [mine, theirs] = [await published(patient), await published(doctor)];
    const first = wrappedText();
    await post(doctor, theirs, [{ to: mine, epoch: 0, wrapped: first }]);
    await post(doctor, theirs, [{ to: mine, epoch: 0, wrapped: wrappedText() }]);
    expect((await read(patient, mine)).wrapped).toMatchObject([{ wrapped: first }]);
    for (const epoch of [1, 2, 3]) await post(doctor, theirs, [{ to: mine, epoch, wrapped: wrappedText() }]);
    expect((await read(patient, mine)).wrapped.map(({ epoch }) => epoch)).toEqual([2, 3]);
  });

  it('for a page that has gone or for the sender are dropped', async () => {
    const [mine, theirs] = [await published(patient), await published(doctor)];
    const keys = [randomUUID(), theirs, mine].map((to) => ({ to, epoch: 0, wrapped: wrappedText() }));
    expect((await post(doctor, theirs, keys)).value).toEqual({ accepted: 1 });
  });

  it('cannot be posted for another sender', async () => {
    const [mine, theirs] = [await published(patient), await published(doctor)];
    const answer = await post(patient, theirs, [{ to: mine, epoch: 0, wrapped: wrappedText() }]);
    expect(answer.problem.code).toBe('call.replaced');
  });

  it.each([
    ['none', []],
    ['too many', Array.from({ length: 17 }, () => ({ to: randomUUID(), epoch: 0, wrapped: wrappedText() }))],
    ['an epoch beyond the last', [{ to: randomUUID(), epoch: 256, wrapped: wrappedText() }]],
    ['one too long', [{ to: randomUUID(), epoch: 0, wrapped: 'x'.repeat(201) }]],
    ['one with more in it', [{ to: randomUUID(), epoch: 0, wrapped: wrappedText(), secret: 'x' }]],
  ])('are rejected: %s', async (_name, keys) => {
    const keyId = await published(patient);
    const answer = await post(patient, keyId, keys as never);
    expect(answer.problem.code).toBe('validation.failed');
  });
});

describe('events about new keys', () => {
  it('reach every participant with a key; wrapped keys reach only their recipient', async () => {
    const theirs = await published(doctor);
    const [atHome, atWork] = await Promise.all([patient, doctor].map(listenAs));
    const mine = await published(patient);
    expect(await atWork?.next({ entity: 'call-keys' })).toMatchObject({ id: visitId, event: 'call.keys-changed' });
    await atHome?.next({ entity: 'call-keys' });
    atHome?.forget();
    atWork?.forget();
    await post(doctor, theirs, [{ to: mine, epoch: 0, wrapped: wrappedText() }]);
    await atHome?.next({ entity: 'call-keys', id: visitId });
    // Events about a page’s arrival may come at this time; they are not about keys.
    expect(atWork?.heard.filter(({ entity }) => entity === 'call-keys')).toEqual([]);
    const { rows } = await test.database.admin.query(`SELECT 1 FROM domain_event WHERE type LIKE 'call.key%'`);
    expect(rows).toEqual([]);
  });
});

describe('access to call keys', () => {
  it('is allowed to patient and doctor from the waiting room to the end', async () => {
    const [later, colleague] = [await factory.patient(hospital), await factory.doctor(hospital)];
    const planned = await plannedVisit(hospital, later, colleague);
    expect((await publish(later, randomUUID(), newPoint(), planned.id)).problem.code).toBe('visit.not-in-progress');
    const next = await factory.patient(hospital);
    const waiting = await waitingVisit(hospital, next, colleague);
    for (const person of [next, colleague]) {
      expect((await publish(person, randomUUID(), newPoint(), waiting.id)).status).toBe(200);
    }
  });

  it('ends with the visit, which deletes the keys', async () => {
    const [mine, theirs] = [await published(patient), await published(doctor)];
    await post(doctor, theirs, [{ to: mine, epoch: 0, wrapped: wrappedText() }]);
    await doctor.client.ok(referOffline, { params: { visitId }, body: { reason: 'x' } });
    const { rows } = await test.database.admin.query(
      `SELECT id FROM call_key WHERE visit_id = $1 UNION ALL SELECT to_id FROM call_wrapped_key WHERE to_id = $2`,
      [visitId, mine],
    );
    expect(rows).toEqual([]);
    const answer = await publish(patient);
    expect([answer.status, answer.problem.code]).toEqual([410, 'call.ended']);
  });

  it('by others is rejected and audited', async () => {
    const theirs = await published(doctor);
    const elsewhere = await factory.hospital();
    const strangers = [
      await factory.patient(hospital),
      await factory.doctor(hospital),
      await factory.patient(elsewhere),
      await factory.doctor(elsewhere),
    ];
    for (const stranger of strangers) {
      const answers = [
        await publish(stranger),
        await stranger.client.call(readCallKeys, { params: { visitId }, query: { to: theirs } }),
        await post(stranger, theirs, [{ to: theirs, epoch: 0, wrapped: wrappedText() }]),
      ];
      expect(answers.map(({ problem }) => problem.code)).toEqual(Array(3).fill('resource.not-found'));
    }
    const denied = (await trailOf(test, visitId)).filter(({ action }) => action === 'access.denied');
    expect(denied).toHaveLength(strangers.length * 3);
    expect((await publish(await factory.pharmacist(hospital))).problem.code).toBe('auth.forbidden');
  });
});

describe('tenant isolation of call keys', () => {
  it('covers every repository method', async () => {
    const repository = new CallKeysRepository();
    const [mine, theirs] = [await published(patient), await published(doctor)];
    const other = await factory.hospital();
    const handed = { from: theirs, to: mine, epoch: 0, wrapped: wrappedText() };
    await post(doctor, theirs, [{ to: mine, epoch: 0, wrapped: handed.wrapped }]);
    const before = await read(patient, mine);
    const key = {
      id: randomUUID(),
      participantId: patient.accountId,
      publicKey: newPoint(),
      publishedAt: test.clock.now().toISOString(),
    };
    const reads = {
      ofVisit: (tx: Tx) => repository.ofVisit(tx, visitId),
      wrappedFor: (tx: Tx) => repository.wrappedFor(tx, mine),
    };
    for (const attempt of Object.values<(tx: Tx) => Promise<unknown[]>>(reads)) {
      expect(await inHospital(test, hospital.id, attempt)).not.toEqual([]);
      expect(await inHospital(test, other.id, attempt)).toEqual([]);
    }
    const writes = {
      storePart: (tx: Tx) => repository.storePart(tx, mine, newPart()),
      remove: (tx: Tx) => repository.remove(tx, visitId, patient.accountId),
      removeAll: (tx: Tx) => repository.removeAll(tx, visitId),
      // Written for the caller’s own hospital, where this call never reads it.
      insert: (tx: Tx) => repository.insert(tx, visitId, { ...key, id: mine }),
      storeWrapped: (tx: Tx) => repository.storeWrapped(tx, { ...handed, epoch: 9 }),
    };
    for (const [name, attempt] of Object.entries<(tx: Tx) => Promise<unknown>>(writes)) {
      const outcome = inHospital(test, other.id, attempt);
      // The foreign key rejects a reference to another hospital’s row.
      if (name === 'storeWrapped') await expect(outcome).rejects.toThrow('call_wrapped_key_from_id_hospital_fkey');
      else await outcome;
    }
    expect(await read(patient, mine)).toEqual(before);
    expectEveryMethodTried(CallKeysRepository, { ...reads, ...writes });
  });
});
