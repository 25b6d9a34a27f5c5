import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  ACCESS_TOKEN_SECRET: z.string(),
  KEY_ENCRYPTION_KEY: z.string(),
  NODE_SECRET: z.string(),
  TICKET_PRIVATE_KEY: z.string(),
  TICKET_PUBLIC_KEY: z.string(),
  DATABASE_ADMIN_PASSWORD: z.string(),
  DATABASE_APP_PASSWORD: z.string(),
});
export type MachineSecrets = z.output<typeof schema>;

/**
 * The secrets of a single machine that was not given any: made at the first start and kept in the data folder, readable
 * by its owner only. Losing the file means that sealed keys can’t be opened again, so it belongs into the backup.
 */
export async function machineSecrets(folder: string): Promise<MachineSecrets> {
  const file = join(folder, 'secrets.json');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return schema.parse(JSON.parse(kept));
  const ticket = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const made: MachineSecrets = {
    ACCESS_TOKEN_SECRET: randomBytes(32).toString('base64'),
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    NODE_SECRET: randomBytes(32).toString('base64url'),
    TICKET_PRIVATE_KEY: ticket.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    TICKET_PUBLIC_KEY: ticket.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    DATABASE_ADMIN_PASSWORD: randomBytes(24).toString('base64url'),
    DATABASE_APP_PASSWORD: randomBytes(24).toString('base64url'),
  };
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(made, null, 2), { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, file);
  return made;
}
