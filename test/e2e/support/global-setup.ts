import type { FullConfig } from '@playwright/test';
import { startRunInstallations } from './run-installations.ts';

/** Starts for each worker what `npm start` starts, on ports and in a folder of its own. */
export default function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  return startRunInstallations(workers);
}
