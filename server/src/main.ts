import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';
import { forgetArchive, giveBackupRole } from './platform/backup/role.ts';
import { readConfig } from './platform/config/config.ts';
import { keySettings } from './platform/config/key-settings.ts';
import { backupSchema, supervisorSettings } from './platform/config/settings.ts';
import { backupPlace } from './backup/make-backup.ts';
import { assertDatabaseAnswers } from './platform/db/reach-database.ts';
import { startEmbeddedPostgres, type EmbeddedServer } from './platform/db/embedded-postgres.ts';
import { neededUpgrade } from './platform/postgres-upgrade/data-folder.ts';
import { remindOfKeptFiles } from './platform/postgres-upgrade/kept-files.ts';
import { startDemoYear } from './demo/start-year.ts';
import { createLogger } from './platform/logging/logger.ts';
import { SupervisedChild } from './platform/process/child.ts';
import { lockFolder } from './platform/process/folder-lock.ts';
import { assertPortsAreFree, portsOf } from './platform/process/free-ports.ts';
import { announceServing, closeOnSignal } from './platform/process/lifecycle.ts';
import { callOriginsOf } from './platform/nodes/call-origins.ts';
import { nodeKey } from './platform/nodes/node-key.ts';
import { machineSecrets } from './platform/process/secrets.ts';
import { CONFIGURATION_EXIT, endOnFailure } from './platform/process/start-failure.ts';
import { startStep, type Step } from './platform/process/step.ts';
import { apiOfNode, makesBackups } from './platform/process/supervised.ts';
import { assertSecretsAreUsable } from './platform/process/usable-secrets.ts';
import { assertWorkerRuns } from './platform/process/worker-program.ts';

/**
 * Runs everything on a single machine: Postgres (embedded when no DATABASE_URL is set), the api and one media node. A separate process with the
 * owner's address migrates the database first. Api and media node are both children of this process, so that neither's death affects the other.
 */
endOnFailure(createLogger({ name: 'yunzhen', level: 'info' }));
const settings = readConfig(supervisorSettings, process.env);
const log = createLogger({ name: 'yunzhen', level: settings.LOG_LEVEL });
const folder = resolve(settings.DATA_DIR);
await lockFolder(folder);
const secrets = await machineSecrets(folder);
/** Explicit settings override the machine’s generated secrets. */
const own = (name: keyof typeof secrets) => process.env[name] || secrets[name];
const { KEY_ENCRYPTION_KEY_FILE: keyFile, KEY_SERVICE_URL: keyService, KEY_SERVICE_RETIRED: leaving } = process.env;
const keyIsElsewhere = !process.env['KEY_ENCRYPTION_KEY'] && Boolean(keyFile || (keyService && leaving !== 'true'));
/** A key from another source replaces the machine’s own. */
const keyEnv = { KEY_ENCRYPTION_KEY: keyIsElsewhere ? undefined : own('KEY_ENCRYPTION_KEY') };
/** The key that proves to the database for which hospital a request is. */
const proofEnv = { DATABASE_REQUEST_KEY: own('DATABASE_REQUEST_KEY') };
assertSecretsAreUsable(
  (name) => (name === 'KEY_ENCRYPTION_KEY' ? keyEnv[name] : own(name)),
  join(folder, 'secrets.json'),
  process.env,
);
const passwords = { admin: secrets.DATABASE_ADMIN_PASSWORD, app: secrets.DATABASE_APP_PASSWORD };

// If asked to stop while the database starts, wait for it and then stop it, so that it is not left half created.
let starting: Promise<EmbeddedServer> | null = null;
const children: SupervisedChild[] = [];
let step: Step | null = null;
let stopDemoYear = () => {};
let stopping = false;
const stop = async () => {
  stopping = true;
  step?.stop();
  await step?.ended.catch(() => undefined);
  stopDemoYear();
  await Promise.all(children.map((child) => child.stop(8_500)));
  await starting?.then(
    (database) => database.stop(),
    () => undefined,
  );
};
closeOnSignal(log, stop, 9_800);

const program = (path: string) => fileURLToPath(new URL(path, import.meta.url));

await assertDatabaseAnswers(settings);
await assertPortsAreFree(portsOf(settings));
await assertWorkerRuns(settings.MEDIASOUP_WORKER_BIN);
const hasBackups = makesBackups(settings);
if (hasBackups) backupPlace(settings);
const databaseEnv: Record<string, string> = {};
// Only for the migration step; no serving program gets it.
let ownerUrl = settings.DATABASE_OWNER_URL;
if (!settings.DATABASE_URL) {
  await upgradeFirst();
  starting = startEmbeddedPostgres({ folder, passwords, log, keepLogMb: settings.BACKUP_KEEP_LOG_MB });
  const database = await starting;
  if (hasBackups) await giveBackupRole(database.adminUrl('postgres'), secrets.DATABASE_BACKUP_PASSWORD);
  else await forgetArchive(database.adminUrl('postgres'));
  await database.createDatabase('yunzhen');
  databaseEnv['DATABASE_URL'] = database.appUrl('yunzhen');
  databaseEnv['OPERATOR_DATABASE_URL'] = database.urlOf(
    'yunzhen_operators',
    secrets.DATABASE_OPERATOR_PASSWORD,
    'yunzhen',
  );
  ownerUrl = database.adminUrl('yunzhen');
}
await remindOfKeptFiles(folder, log, new Date());
// Demo data are the default only on a development machine without a database setting.
const demo = settings.DEMO_MODE ?? (settings.NODE_ENV !== 'production' && !settings.DATABASE_URL);
const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
const mediaUrl = settings.MEDIA_PUBLIC_URL ?? `http://localhost:${settings.MEDIA_PORT}`;

/** Only the backup program gets the credentials of the backup target. */
const withoutBackupEnv = Object.fromEntries(Object.keys(backupSchema).map((name) => [name, undefined]));

const api = new SupervisedChild(
  {
    name: 'api',
    program: program('./api/main.ts'),
    env: {
      ...withoutBackupEnv,
      ...databaseEnv,
      ...proofEnv,
      DATABASE_OWNER_URL: undefined,
      DATA_DIR: folder,
      DEMO_MODE: String(demo),
      PUBLIC_URL: publicUrl,
      CALL_ORIGINS: settings.CALL_ORIGINS ?? callOriginsOf(mediaUrl),
      ACCESS_TOKEN_SECRET: own('ACCESS_TOKEN_SECRET'),
      ...keyEnv,
      NODE_SECRET: own('NODE_SECRET'),
      TICKET_PRIVATE_KEY: own('TICKET_PRIVATE_KEY'),
      TICKET_PUBLIC_KEY: undefined,
      VAPID_PRIVATE_KEY: own('VAPID_PRIVATE_KEY'),
    },
  },
  log,
);
const media = new SupervisedChild(
  {
    name: 'media',
    program: program('./media/main.ts'),
    env: {
      ...withoutBackupEnv,
      DATA_DIR: folder,
      MEDIA_PUBLIC_URL: mediaUrl,
      WEB_ORIGIN: publicUrl,
      API_URL: apiOfNode(settings),
      // The node gets its own key and not the secret that every node's is derived from.
      NODE_KEY: process.env['NODE_KEY'] || nodeKey(own('NODE_SECRET'), process.env['NODE_ID'] || 'node-1'),
      NODE_SECRET: undefined,
      TICKET_PUBLIC_KEY: own('TICKET_PUBLIC_KEY'),
      // Everything on this machine stops within ten seconds, so calls cannot continue.
      DRAIN_SECONDS: '0',
      MEDIA_WORKERS: String(settings.MEDIA_WORKERS),
      // Secrets of the api are removed from the media node’s environment.
      DATABASE_URL: undefined,
      DATABASE_OWNER_URL: undefined,
      DATABASE_REQUEST_KEY: undefined,
      OPERATOR_DATABASE_URL: undefined,
      ACCESS_TOKEN_SECRET: undefined,
      ...Object.fromEntries(Object.keys(keySettings).map((name) => [name, undefined])),
      TICKET_PRIVATE_KEY: undefined,
      VAPID_PRIVATE_KEY: undefined,
    },
  },
  log,
);

const backup = new SupervisedChild(
  {
    name: 'backup',
    program: program('./backup/main.ts'),
    env: { DATA_DIR: folder, DATABASE_OWNER_URL: undefined, ...proofEnv, ...keyEnv },
  },
  log,
);

/** Upgrades the files of an earlier major version of PostgreSQL. Ends this process when that fails or is stopped. */
async function upgradeFirst(): Promise<void> {
  if (!(await neededUpgrade(folder))) return;
  step = startStep({ name: 'upgrade', program: program('./upgrade/main.ts'), env: { DATA_DIR: folder } });
  const failure = await step.ended.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  step = null;
  // The stop in progress ends this process.
  if (stopping) await new Promise(() => undefined);
  if (failure) endAfter(failure.error);
}

/** Ends this process as a program did that it depends on, which has printed what is wrong. */
function endAfter(error: unknown): never {
  const { exitCode } = error as { exitCode?: number | null };
  process.exit(exitCode === CONFIGURATION_EXIT ? CONFIGURATION_EXIT : 1);
}

/** Migrates as the owner. Without the owner’s address the migrations must have run before; the api checks that. */
async function migrateFirst(): Promise<void> {
  if (!ownerUrl) return;
  const env = { ...databaseEnv, ...proofEnv, ...keyEnv, DATABASE_OWNER_URL: ownerUrl, DEMO_MODE: String(demo) };
  step = startStep({ name: 'migrate', program: program('./migrate/main.ts'), env });
  await step.ended.finally(() => (step = null));
}

/** Restarts programs whose files have changed, for `npm run dev`. */
async function restart(programs: readonly string[]): Promise<void> {
  if (programs.includes('migrate'))
    await migrateFirst().catch((error: unknown) => log.error({ err: error }, 'migrations failed'));
  if (programs.includes('api')) api.restart();
  if (programs.includes('media')) media.restart();
}

if (!stopping) {
  children.push(api, media, ...(hasBackups ? [backup] : []));
  process.on('message', (asked: { restart?: readonly string[] }) => void restart(asked.restart ?? []));
  try {
    await migrateFirst();
    await Promise.all(children.map((child) => child.start()));
  } catch (error) {
    if (!stopping) {
      log.fatal({ reason: (error as Error).message }, 'start failed');
      await stop();
      endAfter(error);
    }
  }
}
if (!stopping) {
  if (demo && settings.DEMO_YEAR && ownerUrl) {
    api.notify({ pastComing: true });
    stopDemoYear = startDemoYear(ownerUrl, log, () => api.notify({ pastComing: false }));
  }
  log.info({ address: publicUrl, demo, isolated: settings.ISOLATED }, 'Yunzhen is ready');
  const kind = settings.ISOLATED ? ' (an isolated copy: nothing leaves this machine)' : '';
  process.stdout.write(`\n  Yunzhen is ready: ${publicUrl}${kind}\n\n`);
  announceServing();
}
