import { HOUR_MS, MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { listBackups } from '../platform/backup/record.ts';
import { backupUrl } from '../platform/backup/role.ts';
import { nextBackupAt } from '../platform/backup/schedule.ts';
import { noteBackupState } from '../platform/backup/state.ts';
import { WalShipper } from '../platform/backup/wal-shipper.ts';
import { readConfig } from '../platform/config/config.ts';
import { backupSettings } from '../platform/config/settings.ts';
import { embeddedDatabase } from '../platform/db/embedded-url.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { announceServing, closeOnSignal } from '../platform/process/lifecycle.ts';
import { endOnFailure } from '../platform/process/start-failure.ts';
import { startStep, type Step } from '../platform/process/step.ts';
import { makeBackup, placeOfNewBackups } from './make-backup.ts';

/** Delay after a failed backup. */
const againMs = 10 * MINUTE_MS;
/** The longest sleep, because clocks may change and timers are limited to 24 days. */
const longestSleepMs = HOUR_MS;

/** Archives the log of a single machine’s database continuously, takes a backup each night, and runs a restore drill with it. */
endOnFailure(createLogger({ name: 'backup', level: 'info' }));
const settings = readConfig(backupSettings, process.env);
const log = createLogger({ name: 'backup', level: settings.LOG_LEVEL });
const folder = settings.DATA_DIR;
/** Wakes the schedule when a backup is needed at once: the log has a gap, or continues on another disk. */
let wake = new AbortController();
const place = placeOfNewBackups(settings, () => wake.abort());
const { url: appUrl, backupPassword } = await embeddedDatabase(folder);
const url = backupUrl(appUrl, backupPassword);
const hasDrills = Boolean(settings.BACKUP_KEY_FILE);
const ended = new AbortController();
let step: Step | null = null;
/** The chain that began since this program did. */
let newChain: string | null = null;
let known: string | null | undefined;

const shipper = new WalShipper({
  url,
  store: place.store,
  envelope: place.envelope,
  log,
  current: (at) => void noteBackupState(folder, { logAt: at }),
  trouble: (reason) => {
    if (reason === known) return;
    known = reason;
    void noteBackupState(folder, { trouble: reason });
  },
  newChain: (chain) => {
    newChain = chain;
    wake.abort();
  },
});

closeOnSignal(
  log,
  async () => {
    ended.abort();
    wake.abort();
    step?.stop();
    await shipper.stop();
  },
  8_000,
);

await noteBackupState(folder, { drills: hasDrills });
if (await place.marks?.isOnDiskOfData())
  log.warn(
    { target: place.store.name },
    'BACKUP_TARGET is on the disk of DATA_DIR: a lost disk takes the backups along',
  );
shipper.start();
announceServing();
while (!ended.signal.aborted) {
  wake = new AbortController();
  const pause = await nightly().catch((error: unknown) => {
    const reason = (error as Error).message;
    if (!ended.signal.aborted) log.error({ err: error }, 'backup failed, trying again');
    void noteBackupState(folder, { trouble: reason });
    return againMs;
  });
  await delay(Math.min(pause, longestSleepMs), undefined, { signal: wake.signal }).catch(() => undefined);
}

/** Takes the backup that is due, and runs the drill. Returns the milliseconds until the next check. */
async function nightly(): Promise<number> {
  const turn = await place.marks?.turn();
  const { records } = await listBackups(place.store);
  const newest = records.at(-1);
  const now = new Date();
  // Otherwise the log in this place has a gap after the newest backup.
  const isContinued = turn?.hasBackup !== false && (!newChain || records.some(({ chain }) => chain === newChain));
  const due = isContinued ? nextBackupAt(newest ? new Date(newest.startedAt) : null, settings.BACKUP_AT, now) : now;
  if (due > now) return due.getTime() - now.getTime();
  const { id, bytes } = await makeBackup({ url, settings, place, signal: ended.signal });
  log.info({ backup: id, bytes }, 'backup completed');
  if (hasDrills) await drill();
  return 0;
}

/** Records a failed drill; the backup stays. */
async function drill(): Promise<void> {
  step = startStep({ name: 'drill', program: fileURLToPath(new URL('./drill.main.ts', import.meta.url)), env: {} });
  await step.ended
    .catch((error: unknown) => {
      if (!ended.signal.aborted) log.error({ err: error }, 'restore drill failed');
    })
    .finally(() => (step = null));
}
