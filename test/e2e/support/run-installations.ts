import { startInstallation } from './installation.ts';
import { makeSeed } from './seed.ts';

interface Started {
  url: string;
  pid: number;
  logFile: string;
  folder: string;
}

/**
 * Starts one installation per worker of the run, all as copies of one seed, which installations of single tests use too. A run with a given seed
 * (`YUNZHEN_E2E_SEED`) or running installations (`YUNZHEN_E2E_INSTALLATIONS`) creates none. Returns a function that stops them.
 */
export async function startRunInstallations(workers: number): Promise<() => Promise<void>> {
  if (process.env['YUNZHEN_E2E_INSTALLATIONS']) return () => Promise.resolve();
  const seed = process.env['YUNZHEN_E2E_SEED'] ? undefined : await makeSeed();
  if (seed) process.env['YUNZHEN_E2E_SEED'] = seed.folder;
  const all = await Promise.all(Array.from({ length: workers }, () => startInstallation()));
  const started: Started[] = all.map(({ url, pid, logFile, folder }) => ({ url, pid, logFile, folder }));
  process.env['YUNZHEN_E2E_INSTALLATIONS'] = JSON.stringify(started);
  return async () => {
    await Promise.all(all.map((installation) => installation.stop()));
    await seed?.remove();
  };
}

/** Makes the tests of this worker process use the installation that belongs to it. */
export function useInstallationOfThisWorker(): void {
  const place = process.env['TEST_PARALLEL_INDEX'];
  const all = process.env['YUNZHEN_E2E_INSTALLATIONS'];
  if (place === undefined || all === undefined) return;
  const own = (JSON.parse(all) as Started[])[Number(place)];
  if (!own) throw new Error(`there is no installation for worker ${place}`);
  process.env['YUNZHEN_E2E_URL'] = own.url;
  process.env['YUNZHEN_E2E_SUPERVISOR'] = String(own.pid);
  process.env['YUNZHEN_E2E_LOG'] = own.logFile;
  process.env['YUNZHEN_E2E_FOLDER'] = own.folder;
}
