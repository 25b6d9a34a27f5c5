import { rm } from 'node:fs/promises';
import { inDatabase } from './database.ts';
import { startInstallation } from './installation.ts';

/** Where an installation that has ended keeps everything: copies of it start without making a database and demo data again. */
export interface Seed {
  readonly folder: string;
  remove(): Promise<void>;
}

/** One start of the product with demo data. Installations that are started while `YUNZHEN_E2E_SEED` names its folder begin as a copy. */
export async function makeSeed(): Promise<Seed> {
  const first = await startInstallation();
  try {
    // What the tests write need not outlive the machine.
    await inDatabase(first.folder, async (owner) => {
      await owner.query('ALTER SYSTEM SET fsync = off');
      await owner.query('ALTER SYSTEM SET full_page_writes = off');
    });
    await first.end();
  } catch (error) {
    await first.stop();
    throw error;
  }
  return {
    folder: first.folder,
    remove: () => rm(first.folder, { recursive: true, force: true }),
  };
}
