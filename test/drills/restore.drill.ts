import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import pg from 'pg';
import { takeBackup } from '../../server/src/platform/backup/base-backup.ts';
import { Envelope } from '../../server/src/platform/backup/envelope.ts';
import { FolderStore } from '../../server/src/platform/backup/folder-store.ts';
import { restoreBackup } from '../../server/src/platform/backup/restore.ts';
import { giveBackupRole } from '../../server/src/platform/backup/role.ts';
import { WalShipper } from '../../server/src/platform/backup/wal-shipper.ts';
import { startEmbeddedPostgres, type EmbeddedServer } from '../../server/src/platform/db/embedded-postgres.ts';
import { migrate } from '../../server/src/platform/db/migrate.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { machineSecrets } from '../../server/src/platform/process/secrets.ts';
import { Clinic } from '../support/clinic.ts';
import { Factory } from '../support/factories.ts';
import { accessOf, requestKey } from '../support/request-key.ts';
import { startApiOver } from '../support/test-api.ts';
import { fill } from './restore/fill.ts';

/**
 * `npm run drill -- restore [seconds [gigabytes]]`: runs load on a real api, drops a table at T and restores to T − 1 s; then measures the loss after
 * a machine failure. With a size, the database is filled to it first. Needs five times the size on the disk of the temporary folder.
 */
const seconds = Number(process.argv[3] ?? 15);
const gigabytes = Number(process.argv[4] ?? 0);
/** Longest time from the beginning of a restore until the api answers. */
const recoveryGoal = 5 * 60;
const say = (text: string) => void process.stdout.write(`${text}\n`);
const log = createLogger({ name: 'drill', level: 'error' });
const base = await mkdtemp(join(tmpdir(), 'yunzhen-drill-'));
const data = join(base, 'data');
const secrets = await machineSecrets(data);
const passwords = { admin: secrets.DATABASE_ADMIN_PASSWORD, app: secrets.DATABASE_APP_PASSWORD };
const server = await startEmbeddedPostgres({ folder: data, passwords, log });
await server.createDatabase('yunzhen');
await migrate(server.adminUrl('yunzhen'), accessOf(server.appUrl('yunzhen')));
if (gigabytes > 0) {
  const filler = new pg.Pool({ connectionString: server.adminUrl('yunzhen'), max: 1 });
  say(await fill(filler, gigabytes));
  await filler.end();
}
const identity = await generateX25519Identity();
const envelope = new Envelope({ recipients: [await identityToRecipient(identity)], identities: [identity] });
const store = new FolderStore(join(base, 'backups'));
const url = await giveBackupRole(server.adminUrl('postgres'), secrets.DATABASE_BACKUP_PASSWORD);
let current = 0;
const shipper = new WalShipper({
  url,
  store,
  envelope,
  log,
  current: (at) => void (current = at.getTime()),
  trouble: (reason) => reason && say(`trouble: ${reason}`),
  newChain: () => undefined,
});
shipper.start();
const secretsFile = join(data, 'secrets.json');

const apiOver = async (running: EmbeddedServer) => {
  const adminUrl = running.adminUrl('yunzhen');
  const admin = new pg.Pool({ connectionString: adminUrl, max: 3 });
  admin.on('error', () => undefined);
  const database = { adminUrl, appUrl: running.appUrl('yunzhen'), admin, drop: () => admin.end() };
  const keys = { KEY_ENCRYPTION_KEY: secrets.KEY_ENCRYPTION_KEY, ACCESS_TOKEN_SECRET: secrets.ACCESS_TOKEN_SECRET };
  return startApiOver(database, keys, log);
};

const api = await apiOver(server);
const clinic = await Clinic.open(api);
const factory = new Factory(api);
const president = await factory.staff(clinic.hospital, 'president');
const acknowledged: string[] = [];
const until = Date.now() + seconds * 1000;
const load = (async () => {
  while (Date.now() < until) acknowledged.push((await clinic.signed(await factory.patient(clinic.hospital))).id);
})();
const backupBegun = performance.now();
const { bytes } = await takeBackup({ url, store, envelope });
say(`backup of ${(bytes / 1024 ** 3).toFixed(2)} GB in ${since(backupBegun).toFixed(1)} s`);
await load;
say(`${acknowledged.length} prescriptions signed and acknowledged in ${seconds} s`);
const day = new Date().toISOString().slice(0, 10);
const figuresPath = `/api/metrics/figures?figures=visits,visits-completed,wait-median,prescriptions-per-visit&grain=day&from=${day}&to=${day}`;
// Statistics are counted asynchronously.
await delay(3_000);
const figures = await figuresOf(president.client);
await delay(1_500);
const dropAt = Date.now();
await api.database.admin.query('DROP TABLE prescription_signature CASCADE');
while (current < dropAt + 100) await delay(100);
await api.close();

const restored = join(base, 'restored');
const begun = performance.now();
const time = new Date(dropAt - 1_000);
await restoreBackup({ store, envelope, folder: restored, secrets: secretsFile, log, time });
const copy = await startEmbeddedPostgres({ folder: restored, passwords, log });
say(`restored and started in ${since(begun).toFixed(1)} s`);
const again = await apiOver(copy);
const recovery = since(begun);
say(`recovery time, until the api serves: ${recovery.toFixed(1)} s (goal ${recoveryGoal})`);
const { rows } = await again.database.admin.query<{ id: string }>(
  'SELECT prescription_id AS id FROM prescription_signature',
);
const there = new Set(rows.map(({ id }) => id));
const lost = acknowledged.filter((id) => !there.has(id));
say(`acknowledged and missing: ${lost.length} (goal 0)`);
const after = await fetch(`${again.url}${figuresPath}`, {
  headers: { authorization: `Bearer ${president.accessToken}` },
});
const figuresAfter = figuresIn(await after.text());
say(`figures are byte for byte the same: ${figuresAfter === figures}`);
if (figuresAfter !== figures) say(`${figures}\n${figuresAfter}`);
await again.close();
const verifier = fork(fileURLToPath(new URL('../../server/src/api/verify-records.main.ts', import.meta.url)), [], {
  env: {
    ...process.env,
    DATABASE_URL: copy.appUrl('yunzhen'),
    DATABASE_REQUEST_KEY: requestKey.toString('base64'),
    KEY_ENCRYPTION_KEY: secrets.KEY_ENCRYPTION_KEY,
  },
});
const [code] = (await once(verifier, 'exit')) as [number];
say(`everything verifies: ${code === 0}`);
await copy.stop();
await rm(restored, { recursive: true });

const control = new pg.Client({ connectionString: server.adminUrl('postgres') });
await control.connect();
await control.query('CREATE TABLE beat (at timestamptz)');
let last = 0;
for (const end = Date.now() + 6_000; Date.now() < end; await delay(20)) {
  await control.query('INSERT INTO beat VALUES (clock_timestamp())');
  last = Date.now();
}
// Only what is stored at this moment survives a lost machine.
await cp(store.name, join(base, 'left'), { recursive: true });
await control.end();
const survivor = join(base, 'survivor');
await restoreBackup({
  store: new FolderStore(join(base, 'left')),
  envelope,
  folder: survivor,
  secrets: secretsFile,
  log,
});
const second = await startEmbeddedPostgres({ folder: survivor, passwords, log });
const reader = new pg.Client({ connectionString: second.adminUrl('postgres') });
await reader.connect();
const { rows: beats } = await reader.query<{ at: Date }>('SELECT max(at) AS at FROM beat');
await reader.end();
await second.stop();
const gap = (last - (beats[0]?.at.getTime() ?? 0)) / 1000;
say(`recovery point: ${gap.toFixed(1)} s (goal 5)`);
await shipper.stop();
await server.stop();
await rm(base, { recursive: true, force: true });
const isWhole = lost.length === 0 && code === 0 && figuresAfter === figures;
process.exit(isWhole && gap <= 5 && recovery <= recoveryGoal ? 0 : 1);

function since(begin: number): number {
  return (performance.now() - begin) / 1000;
}

async function figuresOf(client: { raw(method: string, path: string): Promise<Response> }): Promise<string> {
  return figuresIn(await (await client.raw('GET', figuresPath)).text());
}

/** Returns the response without its time. */
function figuresIn(answer: string): string {
  return answer.replace(/"asOf":"[^"]+",/, '');
}
