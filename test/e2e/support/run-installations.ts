import { startInstallation } from './installation.ts';

interface Started {
  url: string;
  pid: number;
  logFile: string;
}

/**
 * Starts one installation for each worker of the run, unless some that run already are named. Answers with what stops them.
 */
export async function startRunInstallations(workers: number): Promise<() => Promise<void>> {
  if (process.env['YUNZHEN_E2E_INSTALLATIONS']) return () => Promise.resolve();
  const all = await Promise.all(Array.from({ length: workers }, () => startInstallation()));
  const started: Started[] = all.map(({ url, pid, logFile }) => ({ url, pid, logFile }));
  process.env['YUNZHEN_E2E_INSTALLATIONS'] = JSON.stringify(started);
  return async () => {
    await Promise.all(all.map((installation) => installation.stop()));
  };
}

/** In a worker’s process: from now on its tests speak to the installation that nobody else uses. */
export function useInstallationOfThisWorker(): void {
  const place = process.env['TEST_PARALLEL_INDEX'];
  const all = process.env['YUNZHEN_E2E_INSTALLATIONS'];
  if (place === undefined || all === undefined) return;
  const own = (JSON.parse(all) as Started[])[Number(place)];
  if (!own) throw new Error(`there is no installation for worker ${place}`);
  process.env['YUNZHEN_E2E_URL'] = own.url;
  process.env['YUNZHEN_E2E_SUPERVISOR'] = String(own.pid);
  process.env['YUNZHEN_E2E_LOG'] = own.logFile;
}
