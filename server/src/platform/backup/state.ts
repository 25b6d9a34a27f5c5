import { HOUR_MS, MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** The state of this machine’s backups: written by the backup program, read by the api. */
const backupState = z.object({
  /** When backups were configured. */
  since: z.coerce.date(),
  /** When the newest complete backup finished. */
  backupAt: z.coerce.date().nullable().default(null),
  /** Everything written up to this time is archived. */
  logAt: z.coerce.date().nullable().default(null),
  /** Why the last attempt to archive or back up failed. */
  trouble: z.string().nullable().default(null),
  /** Whether restore drills are configured. */
  drills: z.boolean().default(false),
  /** When a drill last restored and verified everything. */
  drillAt: z.coerce.date().nullable().default(null),
  drillSeconds: z.number().nullable().default(null),
  drillTrouble: z.string().nullable().default(null),
});
export type BackupState = z.output<typeof backupState>;

const fileOf = (folder: string) => join(folder, 'backup-state.json');

/** Returns null where no state was written. */
export async function readBackupState(folder: string): Promise<BackupState | null> {
  try {
    return backupState.parse(JSON.parse(await readFile(fileOf(folder), 'utf8')));
  } catch {
    return null;
  }
}

/** Where the state of backups is, and whether there must be one. */
export interface BackupWatch {
  readonly folder: string;
  readonly isExpected: boolean;
}

const started = new Date();

/** Returns the state of backups, with a trouble where one is expected and missing; null where none are configured. */
export async function watchBackups({ folder, isExpected }: BackupWatch): Promise<BackupState | null> {
  const state = await readBackupState(folder);
  if (state || !isExpected) return state;
  return backupState.parse({
    since: started,
    trouble: 'BACKUPS is on, but no backup program reports its state: none may run, and nothing is stored',
    drills: true,
  });
}

/** Returns where an api finds the state of backups. */
export const backupWatchOf = (settings: {
  BACKUP_STATE_DIR?: string | undefined;
  DATA_DIR: string;
  BACKUPS: 'on' | 'off';
}): BackupWatch => ({
  folder: settings.BACKUP_STATE_DIR ?? settings.DATA_DIR,
  isExpected: settings.BACKUPS === 'on',
});

let noted: Promise<void> = Promise.resolve();

/** Updates the given members; updates run one after the other. If the folder is not writable, the earlier state stays and becomes late. */
export function noteBackupState(folder: string, change: Partial<BackupState>): Promise<void> {
  noted = noted.then(() => write(folder, change)).catch(() => undefined);
  return noted;
}

async function write(folder: string, change: Partial<BackupState>): Promise<void> {
  const before = (await readBackupState(folder)) ?? { since: new Date() };
  const draft = `${fileOf(folder)}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, JSON.stringify({ ...before, ...change }, null, 2), { mode: 0o600 });
  await rename(draft, fileOf(folder));
}

/** One night plus the duration of a backup. */
const oldestBackup = 26 * HOUR_MS;
const oldestLog = MINUTE_MS;
/** Allows one failed drill before it warns. */
const oldestDrill = 50 * HOUR_MS;

type LatePart = 'backup' | 'log' | 'drill';

/** Returns warnings about late or failing backups; empty when all is well. */
export function backupWarnings(state: BackupState, now: Date): LatePart[] {
  const { since, backupAt, logAt, drills, drillAt } = state;
  const isOlder = (at: Date | null, limit: number) => now.getTime() - (at ?? since).getTime() > limit;
  return [
    ...(isOlder(backupAt, oldestBackup) ? (['backup'] as const) : []),
    ...(isOlder(logAt, oldestLog) ? (['log'] as const) : []),
    ...(drills && isOlder(drillAt, oldestDrill) ? (['drill'] as const) : []),
  ];
}
