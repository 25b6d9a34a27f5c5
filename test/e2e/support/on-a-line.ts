import { startInstallationOnALine, type InstallationOnALine } from './bad-line.ts';
import { test as base } from './test.ts';

/**
 * Shorter timeouts for a silent browser: it counts as away after 3.5 s, and its peer ends after about 9 s, longer than the blackouts that it must
 * survive.
 */
const impatient = {
  TIMEOUTS: 'calls.ping=1000 calls.pingTimeout=2500 calls.consent=5000',
  STAY_GRACE_SECONDS: '4',
};

/** Tests use an installation behind a connection that they can impair. A worker starts it once; each test gets it unimpaired. */
export const test = base.extend<{ onTheLine: null }, { line: InstallationOnALine }>({
  line: [
    async ({}, use) => {
      const line = await startInstallationOnALine(impatient, { seed: 20 });
      await use(line);
      await line.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  onTheLine: [
    async ({ line }, use) => {
      const before = process.env['YUNZHEN_E2E_URL'];
      process.env['YUNZHEN_E2E_URL'] = line.url;
      await use(null);
      process.env['YUNZHEN_E2E_URL'] = before;
      await line.repair();
    },
    { auto: true },
  ],
});
