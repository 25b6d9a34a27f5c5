import { setTimeout as delay } from 'node:timers/promises';
import { NodeVoice } from '../integration/calls/media-nodes.ts';
import { Clinic } from '../support/clinic.ts';
import type { TestPerson } from '../support/factories.ts';
import { inHospital } from '../support/tenancy.ts';
import { startApiOver } from '../support/test-api.ts';
import { startBenchServer } from './bench-database.ts';
import { option, report } from './report.ts';
import { forgetMonth } from './storage/month.ts';
import { fileBytes, sizesOf, type Sizes } from './storage/sizes.ts';
import { storedVisit } from './storage/visit.ts';

/*
 * What a visit leaves in the database: all tables with their indexes, before and after the samples of call quality are packed, and how long it takes to
 * delete the calls of a month. Load on the machine does not change the sizes.
 */
const visits = option('visits', 150);
const warmUp = option('warm-up', 30);
const callMinutes = option('minutes', 10);
/** Visits of a month whose calls and chats are deleted. */
const month = option('month', 3_000);
const patientCount = 30;
/** Their rows are deleted within minutes or a day. */
const passing = new Set(['figure_pending', 'idempotency_key', 'page_message']);

const server = await startBenchServer();
const { admin, adminUrl, appUrl } = await server.database('storage');
const test = await startApiOver({ admin, adminUrl, appUrl, drop: async () => undefined });
const clinic = await Clinic.open(test);
const node = new NodeVoice(test, 'node-a');
const patients: (TestPerson & { patientId: string })[] = [];
while (patients.length < patientCount) patients.push(await clinic.factory.patient(clinic.hospital));

async function live(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const patient = patients[n % patients.length];
    if (!patient) throw new Error('there is no patient');
    await node.beat();
    for (const person of [patient, clinic.doctor, clinic.pharmacist]) {
      person.accessToken = (await clinic.factory.sessionOf(person)).accessToken;
      person.client.accessToken = person.accessToken;
    }
    await storedVisit({ ground: test, clinic, node }, patient, callMinutes);
  }
}

/** Waits until the background work of all visits is done: sealed PDFs, counted figures, linked audit entries. */
async function settle(): Promise<void> {
  const open = `SELECT (SELECT count(*) FROM prescription p WHERE p.status = 'approved'
    AND NOT EXISTS (SELECT 1 FROM prescription_document d WHERE d.prescription_id = p.id))::int AS unsealed`;
  while ((await admin.query<{ unsealed: number }>(open)).rows[0]?.unsealed) await delay(500);
  await delay(5_000);
}

await live(warmUp);
await settle();
const [before, filesBefore] = [await sizesOf(admin), await fileBytes(admin)];
await live(visits);
await settle();
const [raw, files] = [await sizesOf(admin), (await fileBytes(admin)) - filesBefore];
// The packing is a day after the end of a visit.
for (const [table, column] of [
  ['visit', 'ended_at'],
  ['call_session', 'closed_at'],
])
  await admin.query(`UPDATE ${table} SET ${column} = ${column} - interval '2 days'`);
const pack = () =>
  inHospital(test, clinic.hospital.id, (tx) =>
    tx.query<{ sessions: number }>('SELECT sessions FROM pack_call_quality(now(), 200)'),
  );
while ((await pack())[0]?.sessions);
// Else the room that the packed rows had, which later ones use, would count.
await admin.query('VACUUM FULL call_event, call_quality_sample, call_quality_series');
const packed = await sizesOf(admin);
const forgetting = await forgetMonth(test, admin, clinic.hospital.id, month);
await test.close();

const perVisit = (sizes: Sizes, name: string, of: 'bytes' | 'rows') =>
  ((sizes.get(name)?.[of] ?? 0) - (before.get(name)?.[of] ?? 0)) / visits;
/** The warm-up was packed as well: what is left is of all visits. */
const afterPacking = (name: string, of: 'bytes' | 'rows') =>
  /^call_(event|quality)/.test(name) ? (packed.get(name)?.[of] ?? 0) / (visits + warmUp) : perVisit(raw, name, of);
const names = [...packed.keys()].filter(
  (name) => Math.max(perVisit(raw, name, 'bytes'), afterPacking(name, 'bytes')) >= 100,
);
const total = (size: (name: string) => number) =>
  [...packed.keys()].filter((name) => !passing.has(name)).reduce((sum, name) => sum + size(name), 0);
const kB = (bytes: number) => Number((bytes / 1000).toFixed(1));
const table = names
  .map((name) => ({
    table: name,
    'rows a visit': Number(perVisit(raw, name, 'rows').toFixed(1)),
    'kB a visit at first': kB(perVisit(raw, name, 'bytes')),
    'kB a visit after packing': kB(afterPacking(name, 'bytes')),
  }))
  .toSorted((a, b) => b['kB a visit at first'] - a['kB a visit at first']);
const filesOfVisit = files / visits;
const whole = total((name) => afterPacking(name, 'bytes'));
report('storage', 1, table, [
  { name: 'files of a visit', value: kB(filesOfVisit), unit: 'kB', goal: null },
  {
    name: 'rows of a visit at first, without files',
    value: kB(total((name) => perVisit(raw, name, 'bytes')) - filesOfVisit),
    unit: 'kB',
    goal: null,
  },
  { name: 'rows of a visit after packing, without files', value: kB(whole - filesOfVisit), unit: 'kB', goal: '<= 60' },
  { name: `calls and chats of a month, ${month} visits, deleted`, value: forgetting, unit: 's', goal: '<= 1' },
]);
