import { systemClock } from '../platform/clock.ts';
import type { ApiSettings } from '../platform/config/settings.ts';
import { createDataSource, type Database } from '../platform/db/data-source.ts';
import { assertDatabaseAnswers } from '../platform/db/reach-database.ts';
import { assertRoleIsBound } from '../platform/db/role-guard.ts';
import { warnOfListedNames } from '../platform/db/statement-names.ts';
import { Transactions } from '../platform/db/transaction.ts';
import type { Logger } from '../platform/logging/logger.ts';
import { openKeyEncryption } from '../platform/signing/open-key-encryption.ts';
import { entities } from './entities.ts';
import {
  assertBucketIsGiven,
  assertDemoFits,
  assertKeyFits,
  assertRequestKeyFits,
  assertSchemaFits,
  assertWithoutOwner,
} from './start-checks.ts';

/** Connects an api to its database after every check that a start makes there. Throws `StartError`. */
export async function openCheckedDatabase(
  settings: ApiSettings,
  env: NodeJS.ProcessEnv,
  log: Logger,
): Promise<{ source: Database; transactions: Transactions }> {
  assertWithoutOwner(env);
  await assertDatabaseAnswers(settings);
  const source = await createDataSource({
    url: settings.DATABASE_URL,
    poolSize: settings.DATABASE_POOL,
    entities,
    requestKey: settings.DATABASE_REQUEST_KEY,
  }).initialize();
  try {
    const transactions = new Transactions(source, systemClock);
    await assertFits(source, transactions, settings, log);
    return { source, transactions };
  } catch (error) {
    await source.destroy().catch(() => undefined);
    throw error;
  }
}

async function assertFits(
  source: Database,
  transactions: Transactions,
  settings: ApiSettings,
  log: Logger,
): Promise<void> {
  await assertRoleIsBound(source);
  await warnOfListedNames(source, log);
  await assertSchemaFits(source, log);
  await assertBucketIsGiven(source, settings);
  await assertRequestKeyFits(transactions);
  await assertDemoFits(transactions, settings);
  await assertKeyFits(transactions, await openKeyEncryption(settings));
}
