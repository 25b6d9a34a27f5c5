import { constants, setPriority } from 'node:os';
import { systemClock } from '../platform/clock.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { demoHospitals } from './seed.ts';
import { writeDemoYear } from './figure-year.ts';

/** Writes the figures of the demo year and ends. The supervisor starts it once the api serves, at low priority. */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
// The parent has ended: uncommitted work is rolled back and done at the next start.
process.once('disconnect', () => process.exit(1));
await writeDemoYear(demoHospitals, {
  ownerUrl: process.env['DATABASE_OWNER_URL'] ?? '',
  clock: systemClock,
  log: createLogger({ name: 'demo-year', level: 'info' }),
});
process.exit(0);
