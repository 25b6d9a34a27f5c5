import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { sendMessage } from '../../../shared/src/chat/chat.contract.ts';
import { ApiProcess } from '../../support/api-process.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen, type RecordListener } from '../../support/record-socket.ts';
import { admittedVisit } from '../../support/visit-steps.ts';

/** How often the committing process is killed. `KILLS=20 npm test -- committed-changes` is the campaign of the docs. */
const kills = Number(process.env['KILLS'] ?? 2);
/** The changes that it has then committed but not sent to another process. */
const changesOfEach = 5;

/** Is killed repeatedly. */
let first: ApiProcess;
/** The process that pages are connected to. */
let second: ApiProcess;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let visitId: string;
const open: RecordListener[] = [];

beforeAll(async () => {
  first = await ApiProcess.start();
  second = await first.startBeside();
  const factory = new Factory(first);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  patient = await factory.patient(hospital);
  visitId = (await admittedVisit(hospital, patient, doctor)).id;
}, 180_000);
afterAll(async () => {
  for (const page of open) page.close();
  await second.kill();
  await first.close();
});

async function pageAt(
  process: ApiProcess,
  { accessToken }: TestPerson,
  since?: RecordListener['covered'][number]['position'],
): Promise<RecordListener> {
  const page = await listen(process.url, accessToken, since);
  open.push(page);
  return page;
}
const say = (process: ApiProcess, messageId = newId()) =>
  new TestClient(process.url, patient.accessToken).call(sendMessage, {
    params: { visitId, messageId },
    body: { text: messageId, attachments: [] },
  });
const versions = (page: RecordListener) =>
  page.heard.filter(({ entity }) => entity === 'chat').map(({ version }) => version ?? 0);
const lastVersion = async () =>
  Number(
    (await first.database.admin.query('SELECT last_sequence AS last FROM chat WHERE visit_id = $1', [visitId])).rows[0]
      ?.last ?? 0,
  );

/** Resolves when the next COMMIT is done and its answer is held back for ever. */
function heldCommit(): Promise<void> {
  let writing = 0;
  return first.wire.halt({
    when: 'after',
    at: ({ sql, connection }) => {
      if (sql.includes('INSERT INTO chat_message')) writing = connection;
      return sql === 'COMMIT' && connection === writing;
    },
  });
}

/** Sends one message, whose commit is then held; a request that fails before its commit (as on a slow machine) is sent again. */
async function sayUntilHeld(): Promise<void> {
  const messageId = newId();
  const held = heldCommit().then(() => true);
  let isHeld = false;
  while (!isHeld)
    isHeld = await Promise.race([
      held,
      say(first, messageId).then(
        () => false,
        () => false,
      ),
    ]);
}

it('a change reaches the pages of another process when the committing process is killed before it sends it', async () => {
  const page = await pageAt(second, doctor);
  const committed: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    for (let change = 0; change < changesOfEach; change++) {
      await sayUntilHeld();
      committed.push(await lastVersion());
    }
    await first.kill();
    await expect.poll(() => versions(page)).toEqual(expect.arrayContaining(committed));
    await first.startAgain();
  }
  expect(new Set(committed).size).toBe(kills * changesOfEach);
  expect(page.socket.connected).toBe(true);
}, 300_000);

it('a page that reconnects receives exactly the changes it missed', async () => {
  const before = await pageAt(second, doctor);
  const seen = await say(second);
  await before.next({ entity: 'chat', version: seen.value.sequence });
  // While a transaction runs that is older than this change, a position does not cover it: also one in the database of another test file.
  const { rows } = await first.database.admin.query<{ newest: string }>('SELECT max(xact) AS newest FROM page_message');
  const covered = () => BigInt(before.covered.at(-1)?.position.xact ?? 0);
  await expect.poll(covered, { timeout: 60_000 }).toBeGreaterThan(BigInt(rows[0]?.newest ?? 0));
  before.close();
  const { position } = before.covered.at(-1) ?? {};
  const missed = await say(second);

  // At the same process, and at another one, which reads the changes from the database.
  for (const process of [second, first]) {
    const back = await pageAt(process, doctor, position);
    await back.next({ entity: 'chat', version: missed.value.sequence });
    // Each later message also says up to when the page has everything.
    await expect.poll(() => back.covered.length).toBeGreaterThan(0);
    expect(back.covered.filter(({ whole }) => !whole)).toEqual([]);
    // A process that reads the change only now may send it twice, and a page ignores the second by its id.
    const heard = new Map(back.heard.map(({ messageId, version }) => [messageId, version]));
    expect([...heard.values()]).toEqual([missed.value.sequence]);
  }
}, 120_000);

it('a page that was away longer than messages are stored refetches everything', async () => {
  const back = await pageAt(second, doctor, { until: Date.now() - 3_600_000, xact: '3' });
  await expect.poll(() => back.covered.at(0)?.whole).toBe(false);
});
