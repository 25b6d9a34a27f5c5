import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config/config.ts';
import { demoSettings, migrateSettings } from '../platform/config/settings.ts';
import { standardLocks } from '../platform/db/lock-retries.ts';
import { migrate } from '../platform/db/migrate.ts';
import { assertDatabaseAnswers } from '../platform/db/reach-database.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { endOnFailure } from '../platform/process/start-failure.ts';
import { openKeyEncryption } from '../platform/signing/open-key-encryption.ts';

/** The owner's step before an api starts: migrates the schema, writes demo data in demo mode, and ends. */
endOnFailure(createLogger({ name: 'migrate', level: 'info' }));
// The parent has ended: uncommitted work is rolled back and done at the next start.
process.once('disconnect', () => process.exit(1));
const settings = readConfig(migrateSettings, process.env);
const log = createLogger({ name: 'migrate', level: settings.LOG_LEVEL });
const ownerUrl = settings.DATABASE_OWNER_URL;

await assertDatabaseAnswers({ DATABASE_OWNER_URL: ownerUrl });
const access = {
  appUrl: settings.DATABASE_URL,
  operatorUrl: settings.OPERATOR_DATABASE_URL,
  requestKey: settings.DATABASE_REQUEST_KEY,
};
const ran = await migrate(ownerUrl, access, { ...standardLocks, seconds: settings.MIGRATION_LOCK_SECONDS });
log.info({ ran }, 'migrations completed');
if (settings.DEMO_MODE) {
  const { assertTakesDemo } = await import('../demo/takes-demo.ts');
  await assertTakesDemo(ownerUrl);
  const { seedDemo } = await import('../demo/seed.ts');
  const keys = await openKeyEncryption(readConfig(demoSettings, process.env));
  await seedDemo({ ownerUrl, keys, clock: systemClock, log });
}
process.exit(0);
