import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from './start-failure.ts';

const schema = z.object({
  ACCESS_TOKEN_SECRET: z.string(),
  KEY_ENCRYPTION_KEY: z.string(),
  NODE_SECRET: z.string(),
  TICKET_PRIVATE_KEY: z.string(),
  TICKET_PUBLIC_KEY: z.string(),
  DATABASE_ADMIN_PASSWORD: z.string(),
  DATABASE_APP_PASSWORD: z.string(),
  VAPID_PRIVATE_KEY: z.string(),
  DATABASE_REQUEST_KEY: z.string(),
  DATABASE_OPERATOR_PASSWORD: z.string(),
  DATABASE_BACKUP_PASSWORD: z.string(),
});
export type MachineSecrets = z.output<typeof schema>;

/** The file as earlier releases wrote it, without later members. */
const written = schema.partial({
  VAPID_PRIVATE_KEY: true,
  DATABASE_REQUEST_KEY: true,
  DATABASE_OPERATOR_PASSWORD: true,
  DATABASE_BACKUP_PASSWORD: true,
});

/**
 * Returns the secrets of a single machine without configured ones: generated at the first start and stored in the data folder, readable by its owner
 * only.
 * Without the file, encrypted keys cannot be decrypted, so keep a copy apart from the backups. If there is data but no readable file, it throws
 * instead of generating new ones.
 */
export async function machineSecrets(folder: string): Promise<MachineSecrets> {
  const file = join(folder, 'secrets.json');
  const kept = await readKept(file);
  if (kept) return kept;
  if (existsSync(join(folder, 'postgres', 'PG_VERSION'))) {
    throw new StartError(`${file} is missing, but its data exist. Restore it from the backup.`);
  }
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, JSON.stringify(make(), null, 2), { mode: 0o600, flag: 'wx', flush: true });
  try {
    // Unlike a rename, this never replaces: of two simultaneous starts the first one’s secrets stay.
    await link(draft, file);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const made = await readKept(file);
  if (!made) throw new StartError(`${file} could not be created.`);
  return made;
}

async function readKept(file: string): Promise<MachineSecrets | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
    if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw new StartError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`);
  }
  const parsed = written.safeParse(parseJson(text));
  if (!parsed.success) throw new StartError(`${file} is damaged. Restore it from the backup.`);
  const later = makeLater();
  const {
    VAPID_PRIVATE_KEY = later.VAPID_PRIVATE_KEY,
    DATABASE_REQUEST_KEY = later.DATABASE_REQUEST_KEY,
    DATABASE_OPERATOR_PASSWORD = later.DATABASE_OPERATOR_PASSWORD,
    DATABASE_BACKUP_PASSWORD = later.DATABASE_BACKUP_PASSWORD,
  } = parsed.data;
  const whole: MachineSecrets = {
    ...parsed.data,
    VAPID_PRIVATE_KEY,
    DATABASE_REQUEST_KEY,
    DATABASE_OPERATOR_PASSWORD,
    DATABASE_BACKUP_PASSWORD,
  };
  if (Object.keys(whole).length > Object.keys(parsed.data).length) await replace(file, whole);
  return whole;
}

/** Replaces the file atomically. */
async function replace(file: string, secrets: MachineSecrets): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, JSON.stringify(secrets, null, 2), { mode: 0o600, flag: 'wx', flush: true });
  await rename(draft, file);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Generates the members that earlier releases did not write. */
function makeLater() {
  return {
    VAPID_PRIVATE_KEY: newKey().privateKey,
    DATABASE_REQUEST_KEY: randomBytes(32).toString('base64'),
    DATABASE_OPERATOR_PASSWORD: randomBytes(24).toString('base64url'),
    DATABASE_BACKUP_PASSWORD: randomBytes(24).toString('base64url'),
  };
}

function make(): MachineSecrets {
  const ticket = newKey();
  return {
    ACCESS_TOKEN_SECRET: randomBytes(32).toString('base64'),
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    NODE_SECRET: randomBytes(32).toString('base64url'),
    TICKET_PRIVATE_KEY: ticket.privateKey,
    TICKET_PUBLIC_KEY: ticket.publicKey,
    DATABASE_ADMIN_PASSWORD: randomBytes(24).toString('base64url'),
    DATABASE_APP_PASSWORD: randomBytes(24).toString('base64url'),
    ...makeLater(),
  };
}

/** Generates a P-256 key pair in PEM. */
function newKey(): { privateKey: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}
