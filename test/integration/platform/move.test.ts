import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMessage } from '../../../shared/src/chat/chat.contract.ts';
import type { Visit } from '../../../shared/src/visits/visits.contract.ts';
import { verifyCode } from '../../../shared/src/signing/verification.contract.ts';
import { verifyRecords } from '../../../server/src/api/verify-records.ts';
import { readHospitalSeal } from '../../../server/src/api/signing/index.ts';
import { installationTables, movedTables, stayingTables } from '../../../server/src/move/moved-tables.ts';
import { beginDeparture, closeHospital, reopen } from '../../../server/src/move/departing-hospital.ts';
import { inTransaction, openOwnerSession } from '../../../server/src/move/owner-session.ts';
import { deleteMoved } from '../../../server/src/move/give-up.ts';
import { movedMap } from '../../../server/src/move/moved-map.ts';
import { AnchorCheck } from '../../../server/src/platform/audit-chain/anchor-check.ts';
import { AnchorStore } from '../../../server/src/platform/audit-chain/anchor-store.ts';
import { ChainReader } from '../../../server/src/platform/audit-chain/chain-reader.ts';
import { verifyChain } from '../../../server/src/platform/audit-chain/verify-chain.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { openKeyEncryption } from '../../../server/src/platform/signing/open-key-encryption.ts';
import { AccessTokens } from '../../../server/src/platform/tickets/access-token.ts';
import { TestClient } from '../../support/client.ts';
import { Clinic } from '../../support/clinic.ts';
import { Dispensary } from '../../support/dispensary.ts';
import type { TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { sendCallEvents } from '../../../server/src/platform/nodes/node-api.contract.ts';
import { callEvent, NodeVoice, placeOn } from '../calls/media-nodes.ts';
import { startTestApi } from '../../support/test-api.ts';
import { startApiWithBucket, type ApiWithBucket } from './bucket-steps.ts';
import { Cell, cutAt, moveKey, stateOf } from './move-ground.ts';

type Patient = TestPerson & { patientId: string };

let ground: ApiWithBucket;
let source: Cell;
let target: Cell;
/** The port at which the target receives hospitals. */
let port: number;
let clinic: Clinic;
let patient: Patient;
let visit: Visit;
/** A media node of the source. */
let node: NodeVoice;

beforeAll(async () => {
  // The source has its files in a bucket, the target in Postgres.
  ground = await startApiWithBucket();
  source = new Cell(ground.test, moveKey);
  target = new Cell(await startTestApi(), moveKey);
  port = await target.receives();
  clinic = ground.clinic;
  patient = await clinic.factory.patient(clinic.hospital);
  visit = await clinic.admitted(patient);
  node = new NodeVoice(source.test, 'node-of-calls');
  await node.beat();
  await placeOn(source.test, { hospitalId: clinic.hospital.id, id: visit.id }, node.id);
  await source.sql('UPDATE visit SET media_node_id = $2 WHERE id = $1', visit.id, node.id);
}, 180_000);
afterAll(async () => {
  for (const end of [...source.ends, ...target.ends]) await end();
  await ground.close();
  await target.test.close();
});

/** The same person with a session’s token of another installation: sessions move, and each installation has its own secret. */
function at(cell: Cell, person: TestPerson): TestClient {
  const { accountId, hospitalId, sessionId, roles, patientId, practitionerId } = person;
  const actor = { accountId, hospitalId, sessionId, roles, patientId, practitionerId };
  const tokens = new AccessTokens(cell.test.settings.ACCESS_TOKEN_SECRET);
  return new TestClient(cell.test.url, tokens.issue(actor, new Date()).accessToken);
}

const says = (client: TestClient, messageId: string = newId()) =>
  client.call(sendMessage, { params: { visitId: visit.id, messageId }, body: { text: '你好', attachments: [] } });
const messagesAt = async (cell: Cell) =>
  (await cell.sql<{ id: string }>('SELECT id FROM chat_message WHERE visit_id = $1', visit.id)).map(({ id }) => id);
const rowsOf = async (cell: Cell, hospitalId: string) => {
  const counted = movedTables.map(
    (table) => `SELECT '${table}' AS name, count(*)::int AS rows FROM ${table} WHERE hospital_id = $1`,
  );
  const found = await cell.sql<{ name: string; rows: number }>(counted.join(' UNION ALL '), hospitalId);
  return Object.fromEntries(found.filter(({ rows }) => rows > 0).map(({ name, rows }) => [name, rows]));
};

describe('the lists of tables', () => {
  it('have every table of the database once', async () => {
    const { rows } = await target.test.database.admin.query<{ name: string; isOfHospital: boolean }>(
      `SELECT c.relname AS name, EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'hospital_id') AS "isOfHospital"
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`,
    );
    const names = (isOfHospital: boolean) =>
      rows.filter((row) => row.isOfHospital === isOfHospital).map(({ name }) => name);
    expect([...movedTables, ...Object.keys(stayingTables)].sort()).toEqual(names(true).sort());
    expect(Object.keys(installationTables).sort()).toEqual(names(false).sort());
  });
});

describe('a hospital that is closed for its move', () => {
  const limits = { withinMs: 60_000, say: () => undefined };

  it('can be read, refuses every write with a code, and opens again', async () => {
    const { id: hospitalId } = clinic.hospital;
    const owner = await openOwnerSession(source.ownerUrl, hospitalId);
    const departure = { hospitalId, move: newId(), address: 'https://new.example.test' };
    await beginDeparture(owner, departure);
    await closeHospital(owner, departure, limits);
    const { status, problem, headers } = await says(patient.client);
    expect([status, problem.code, headers.get('retry-after')]).toEqual([503, 'hospital.moving', '2']);
    expect((await patient.client.raw('GET', '/api/notifications')).status).toBe(200);
    // An operator’s change would be lost.
    await expect(
      source.sql(`SET ROLE yunzhen_operator; UPDATE hospital SET suspended_at = now() WHERE id = '${hospitalId}'`),
    ).rejects.toMatchObject({ code: 'YZ001', constraint: 'hospital.moving' });
    // Events of its calls wait at their node; those of others are taken.
    const call = { hospitalId, id: visit.id };
    const [joined, left] = [callEvent(call, 'participant-joined'), callEvent(call, 'participant-left')];
    const unknown = callEvent({ hospitalId: newId(), id: newId() }, 'room-closed');
    const params = { nodeId: node.id };
    const body = { events: [joined, unknown, left], keepsWaiting: true as const };
    expect(await node.client.ok(sendCallEvents, { params, body })).toEqual({
      applied: 0,
      waiting: [joined.id, left.id],
    });
    expect(await node.client.call(sendCallEvents, { params, body: { events: [joined] } })).toMatchObject({
      status: 503,
    });
    expect(await reopen(owner, hospitalId)).toBe(true);
    expect((await says(patient.client)).status).toBeLessThan(300);
    expect(await node.client.ok(sendCallEvents, { params, body })).toEqual({ applied: 2 });
    await owner.end();
  });

  it('closes only after the transactions that began before', async () => {
    const { id: hospitalId } = clinic.hospital;
    const owner = await openOwnerSession(source.ownerUrl, hospitalId);
    const earlier = await openOwnerSession(source.ownerUrl, hospitalId);
    const departure = { hospitalId, move: newId(), address: 'https://new.example.test' };
    await beginDeparture(owner, departure);
    let isClosed = false;
    let closing = Promise.resolve();
    await inTransaction(earlier, 'BEGIN', async () => {
      await earlier.query('SELECT 1');
      closing = closeHospital(owner, departure, limits).then(() => void (isClosed = true));
      await expect.poll(() => stateOf(source, clinic.hospital)).toBe('closed');
      expect(isClosed).toBe(false);
    });
    await closing;
    await reopen(owner, hospitalId);
    await Promise.all([owner.end(), earlier.end()]);
  });
});

describe('a move that is interrupted', () => {
  it('leaves the hospital open at the source, whatever it was doing', async () => {
    for (const asked of ['begin', 'pass', 'table', 'verify', 'ready']) {
      await expect(source.sends(clinic.hospital.slug, port, { through: cutAt(asked) })).rejects.toThrow('connection');
      expect([asked, await stateOf(source, clinic.hospital), await stateOf(target, clinic.hospital)]).toEqual([
        asked,
        'open',
        'absent',
      ]);
      expect([asked, (await says(patient.client)).status < 300]).toEqual([asked, true]);
    }
    expect(await target.givesUp(clinic.hospital.id)).toContain('deleted');
    expect(await rowsOf(target, clinic.hospital.id)).toEqual({});
  }, 240_000);

  it('can be taken back after the source has left only with the code of the target', async () => {
    const { id, slug } = clinic.hospital;
    await expect(source.sends(slug, port, { through: cutAt('open') })).rejects.toThrow('connection');
    expect([await stateOf(source, clinic.hospital), await stateOf(target, clinic.hospital)]).toEqual([
      'moved',
      'absent',
    ]);
    expect((await says(patient.client)).problem).toMatchObject({
      code: 'hospital.moved',
      facts: { address: 'https://new.example.test' },
    });
    await expect(source.givesUp(id)).rejects.toThrow('prints the code');
    await expect(source.givesUp(id, '00')).rejects.toThrow('prints the code');
    const printed = await target.givesUp(id);
    // A terminal that is closed too early must not cost the only code.
    expect(await target.givesUp(id)).toBe(printed);
    await expect(source.sends(slug, port)).rejects.toThrow('has given it up');
    const [, code = ''] = /--code=(\w+)/.exec(printed) ?? [];
    expect(await source.givesUp(id, code)).toContain('open here');
    expect((await says(patient.client)).status).toBeLessThan(300);
  }, 240_000);
});

describe('a hospital that moves to another installation', () => {
  it('arrives whole while it works, and its former installation leads there', async () => {
    const { id, slug } = clinic.hospital;
    const dispensary = new Dispensary(source.test, clinic);
    const person = await clinic.factory.patient(clinic.hospital);
    const prescription = await clinic.signed(person);
    await dispensary.approve(prescription.id);
    const pdf = await dispensary.pdf(person.client, prescription.id);
    const [code] = await source.sql<{ sealed: string }>(
      'SELECT secret_sealed AS sealed FROM prescription WHERE id = $1',
      prescription.id,
    );
    const keys = await openKeyEncryption(source.test.settings);
    const secret = Buffer.from(await keys.open(code?.sealed ?? '', `prescription/${prescription.id}/code`)).toString();

    const load = { acknowledged: [] as string[], refused: new Set<string>(), isOver: false };
    const writing = (async () => {
      while (!load.isOver) {
        const messageId = newId();
        const { status, problem } = await says(patient.client, messageId);
        if (status < 300) load.acknowledged.push(messageId);
        else load.refused.add(problem.code);
      }
    })();
    expect(await node.beat({ visitIds: [visit.id] })).toEqual([]);
    const page = await listen(source.test.url, patient.accessToken);
    const address = `http://127.0.0.1:${new URL(target.test.url).port}`;
    const sent = await source.sends(slug, port, { address });
    load.isOver = true;
    await writing;
    expect(sent.closedMs).toBeGreaterThan(0);
    expect(load.acknowledged.length).toBeGreaterThan(0);
    expect([...load.refused].filter((refusal) => !refusal.startsWith('hospital.mov'))).toEqual([]);

    // Media nodes close its rooms, and are rid of what they have to tell of them.
    const late = callEvent({ hospitalId: id, id: visit.id }, 'participant-left');
    expect(await node.tell(late)).toBe(0);
    expect(await node.beat({ visitIds: [visit.id] })).toEqual([visit.id]);

    // A page that only waits learns of it.
    await expect.poll(() => page.socket.connected).toBe(false);
    // Everything that was acknowledged is there, and the same session goes on.
    const there = at(target, patient);
    expect(await messagesAt(target)).toEqual(expect.arrayContaining(load.acknowledged));
    expect((await says(there)).status).toBeLessThan(300);
    expect((await says(patient.client)).problem).toMatchObject({ code: 'hospital.moved', facts: { address } });

    // The chain, every signature, PDF and secret.
    const { transactions, keys: newKeys, files } = await target.parts();
    const anchors = new AnchorCheck(new AnchorStore(), null, readHospitalSeal);
    expect(await verifyChain(transactions, id, { reader: new ChainReader(), anchors })).toMatchObject({ broken: null });
    const verdict = await verifyRecords(id, { transactions, keys: newKeys, files, timeAnchors: [] });
    expect(verdict).toMatchObject({ broken: [], unread: 0 });
    expect([verdict.signatures, verdict.pdfs]).toEqual([2, 2]);
    const actions = async (cell: Cell) =>
      (
        await cell.sql<{ action: string }>('SELECT action FROM operator_event WHERE subject = $1 ORDER BY at, id', id)
      ).map(({ action }) => action);
    expect((await actions(source)).at(-1)).toBe('hospital.moved-out');
    expect((await actions(target)).slice(-2)).toEqual(['hospital.move-arriving', 'hospital.moved-in']);
    const audited = await target.sql<{ action: string }>(
      `SELECT action FROM audit_event WHERE hospital_id = $1 AND entity = 'hospital' ORDER BY at DESC, id DESC LIMIT 3`,
      id,
    );
    expect(audited.map(({ action }) => action)).toEqual([
      'hospital.moved-in',
      'hospital.move-closed',
      'hospital.move-started',
    ]);

    // The printed code leads to the new address, and verifies there.
    await expect
      .poll(async () => (await fetch(`${source.test.url}/verify/${slug}/x`, { redirect: 'manual' })).status)
      .toBe(308);
    const printed = await fetch(`${source.test.url}/verify/${slug}/${prescription.id}`, { redirect: 'manual' });
    expect([printed.status, printed.headers.get('location')]).toEqual([
      308,
      `${address}/verify/${slug}/${prescription.id}`,
    ]);
    const body = { hospital: slug, prescriptionId: prescription.id, secret };
    expect(await new TestClient(target.test.url).ok(verifyCode, { body })).toMatchObject({ outcome: 'genuine' });
    expect((await new TestClient(source.test.url).call(verifyCode, { body })).problem.code).toBe('hospital.moved');
    const own = await at(target, person).raw('GET', `/api/prescriptions/${prescription.id}/document?locale=en`);
    expect(Buffer.from(await own.arrayBuffer()).equals(pdf)).toBe(true);
    const owner = await openOwnerSession(source.ownerUrl, id);
    expect(await movedMap(owner, 'https://example.org')).toBe(`${slug}.example.org ${address}`);
    await owner.end();
  }, 180_000);

  it('can move back, and leaves nothing behind but its new address', async () => {
    const { id, slug } = clinic.hospital;
    const rows = await rowsOf(target, id);
    const objects = await source.sql<{ key: string }>(
      `SELECT object->>'key' AS key FROM prescription_document WHERE hospital_id = $1`,
      id,
    );
    expect(objects.length).toBeGreaterThan(0);
    // One that was deleted before the move, and waits for its removal.
    await ground.bucket.put('moves/deleted', Buffer.from('x'));
    await source.sql(
      'INSERT INTO object_removal (hospital_id, key, due_at) VALUES ($1, $2, now())',
      id,
      'moves/deleted',
    );
    await deleteMoved(id, await source.parts());
    expect(await ground.bucket.exists('moves/deleted')).toBe(false);
    expect(await rowsOf(source, id)).toEqual({});
    for (const { key } of objects) expect(await ground.bucket.exists(key)).toBe(false);
    expect((await says(patient.client)).problem.code).toBe('hospital.moved');

    const back = await source.receives();
    await expect(target.sends(slug, back, { through: cutAt('verify') })).rejects.toThrow('connection');
    expect(await stateOf(source, clinic.hospital)).toBe('absent');
    await source.givesUp(id);
    expect((await says(patient.client)).problem.code).toBe('hospital.moved');
    await target.sends(slug, back, { address: 'https://old.example.test' });
    expect([await stateOf(source, clinic.hospital), await stateOf(target, clinic.hospital)]).toEqual(['open', 'moved']);
    expect((await says(patient.client)).status).toBeLessThan(300);
    const here = await rowsOf(source, id);
    // Events wait in `figure_pending` until they are counted, a moment later.
    const tablesOf = (of: object) => Object.keys(of).filter((table) => table !== 'figure_pending');
    expect(tablesOf(here)).toEqual(tablesOf(rows));
    expect(here['prescription']).toBe(rows['prescription']);
  }, 240_000);
});
