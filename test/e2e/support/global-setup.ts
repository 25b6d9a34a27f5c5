import { startInstallation } from './installation.ts';

/** One installation for the whole run: what `npm start` starts, on ports and in a folder of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const installation = await startInstallation();
  process.env['YUNZHEN_E2E_URL'] = installation.url;
  process.env['YUNZHEN_E2E_SUPERVISOR'] = String(installation.pid);
  return () => installation.stop();
}
