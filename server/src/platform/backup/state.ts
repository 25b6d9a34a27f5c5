import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** How backups of this machine are doing: written by the program that makes them, read by the api. */
const backupState = z.object({
  /** Since when backups are configured. */
  since: z.coerce.date(),
  /** When the newest whole backup was finished. */
  backupAt: z.coerce.date().nullable().default(null),
  /** Everything written until then is archived. */
  logAt: z.coerce.date().nullable().default(null),
  /** Why the last attempt to archive or back up failed. */
  trouble: z.string().nullable().default(null),
  /** Whether restore drills are configured. */
  drills: z.boolean().default(false),
  /** The last drill that restored and verified everything. */
  drillAt: z.coerce.date().nullable().default(null),
  drillSeconds: z.number().nullable().default(null),
  drillTrouble: z.string().nullable().default(null),
});
export type BackupState = z.output<typeof backupState>;

const fileOf = (folder: string) => join(folder, 'backup-state.json');

/** Null where no backups are configured. */
export async function readBackupState(folder: string): Promise<BackupState | null> {
  try {
    return backupState.parse(JSON.parse(await readFile(fileOf(folder), 'utf8')));
  } catch {
    return null;
  }
}

let noted: Promise<void> = Promise.resolve();

/** Changes what is given and leaves the rest; one change after the other. A folder that takes nothing keeps the former state, which grows late. */
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

const hours = 3_600_000;
/** A night’s backup and the time that it takes. */
const oldestBackup = 26 * hours;
const oldestLog = 60_000;
/** One drill may fail before it warns. */
const oldestDrill = 50 * hours;

/** What is late or failing, for a person; empty when all is well. */
export function backupWarnings(state: BackupState, now: Date): string[] {
  const { since, backupAt, logAt, drills, drillAt } = state;
  const isOlder = (at: Date | null, limit: number) => now.getTime() - (at ?? since).getTime() > limit;
  return [
    ...(isOlder(backupAt, oldestBackup) ? ['backup'] : []),
    ...(isOlder(logAt, oldestLog) ? ['log'] : []),
    ...(drills && isOlder(drillAt, oldestDrill) ? ['drill'] : []),
  ];
}
