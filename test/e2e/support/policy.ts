import { inDatabase } from './database.ts';
import type { Installation } from './installation.ts';

/** Lets the calls of every hospital of this installation be encrypted end to end, as a hospital’s settings say it. */
export async function encryptCalls({ folder }: Installation): Promise<void> {
  await inDatabase(folder, (owner) =>
    owner.query(`UPDATE hospital SET settings = settings || '{"endToEndEncryptedCalls": true}'`),
  );
}
