import { rm } from 'node:fs/promises';
import { inDatabase } from './database.ts';
import { startInstallation } from './installation.ts';

/** The folder of a stopped installation: copies of it start without creating a database and demo data again. */
export interface Seed {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Starts the product once with demo data. Installations that start while `YUNZHEN_E2E_SEED` names its folder are copies. */
export async function makeSeed(): Promise<Seed> {
  const first = await startInstallation();
  try {
    // The tests’ data need not survive a crash of the machine.
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
