import type { Database } from '../platform/db/data-source.ts';
import { installationContext, systemContext } from '../platform/context.ts';
import { belongsToPeople, hospitalKindsSql, noDemoText, type HospitalKinds } from '../platform/db/demo-hospitals.ts';
import { assertNoneForeign } from '../platform/db/migrate.ts';
import { migrationState } from '../platform/db/migrations.ts';
import { hasObjects } from '../platform/files/store/bucket-claim.ts';
import type { Logger } from '../platform/logging/logger.ts';
import type { Transactions } from '../platform/db/transaction.ts';
import { StartError } from '../platform/process/start-failure.ts';
import { SealError, type KeyEncryption } from '../platform/signing/key-encryption.ts';
import { authorityKeyContext } from './signing/index.ts';

/** Rejects a schema that does not fit this program: older, or of a release that it does not work with. Throws `StartError`. */
export async function assertSchemaFits(source: Database, log: Logger): Promise<void> {
  const state = await migrationState(source);
  assertNoneForeign(state, 'DATABASE_URL');
  if (state.pending.length > 0)
    throw new StartError(
      `DATABASE_URL: the database lacks ${state.pending.length} migrations, the first is ${state.pending[0]}. Run npm run migrate with DATABASE_OWNER_URL.`,
    );
  if (state.unknown.length > 0)
    log.warn({ newer: state.unknown.map(({ name }) => name) }, 'running on the schema of a newer release');
}

/** Rejects a process that cannot read files of this database. Throws `StartError`. */
export async function assertBucketIsGiven(
  source: Database,
  { FILE_S3_URL }: { FILE_S3_URL?: string | undefined },
): Promise<void> {
  if (!FILE_S3_URL && (await hasObjects(source)))
    throw new StartError(
      'FILE_S3_URL: files of this database are in a bucket. Start with the settings FILE_S3_… of the other processes, or run npm run files -- move --to=postgres first.',
    );
}

/** Rejects the owner's credential, which gives full access, in a process that answers requests. Throws `StartError`. */
export function assertWithoutOwner(env: NodeJS.ProcessEnv): void {
  if (env['DATABASE_OWNER_URL'])
    throw new StartError(
      'DATABASE_OWNER_URL: the api must not have this setting. Remove it, and run npm run migrate with it in a separate process first.',
    );
}

/** Begins one request, so that a key that differs from the database’s fails at start-up. Throws `StartError`. */
export async function assertRequestKeyFits(transactions: Transactions): Promise<void> {
  try {
    await transactions.run(installationContext('start'), () => Promise.resolve());
  } catch (error) {
    if ((error as { code?: unknown }).code !== '42501') throw error;
    throw new StartError(
      'DATABASE_REQUEST_KEY: the database has another key. Run npm run migrate with this key, or start with the other key.',
      { cause: error },
    );
  }
}

/**
 * Decrypts one key, so that a wrong key-encryption key fails at start-up instead of at the first signature. An unreachable key service does not count
 * as a wrong key. Throws `StartError`.
 */
export async function assertKeyFits(transactions: Transactions, keys: KeyEncryption): Promise<void> {
  for (const hospitalId of await transactions.hospitals()) {
    const [row] = await transactions.run(systemContext(hospitalId, 'start'), (tx) =>
      tx.query<{ sealed: string }>(
        `SELECT sealed_key AS sealed FROM signing_credential WHERE kind = 'hospital-ca' AND sealed_key IS NOT NULL LIMIT 1`,
      ),
    );
    if (!row) continue;
    try {
      (await keys.open(row.sealed, authorityKeyContext(hospitalId))).fill(0);
    } catch (error) {
      if (!(error instanceof SealError)) return;
      const [, keyId = 'unknown'] = row.sealed.split('.');
      throw new StartError(
        `KEY_ENCRYPTION_KEY: the secrets of this database are sealed under the key ${keyId}, and none of the given keys opens them. Start with that key.`,
        { cause: error },
      );
    }
    return;
  }
}

/**
 * Rejects open demo hospitals in production, because the passwords of their accounts are in the source, and demo mode over real hospitals, because it shows
 * their codes and messages to anyone. Throws `StartError`.
 */
export async function assertDemoFits(
  transactions: Transactions,
  { NODE_ENV, DEMO_MODE }: { NODE_ENV: string; DEMO_MODE: boolean },
): Promise<void> {
  const [kinds] = await transactions.run(installationContext('start'), (tx) =>
    tx.query<HospitalKinds>(hospitalKindsSql),
  );
  if (!kinds) return;
  if (DEMO_MODE && belongsToPeople(kinds)) throw new StartError(noDemoText);
  if (NODE_ENV === 'production' && kinds.openDemo.length > 0)
    throw new StartError(
      `NODE_ENV: this database holds demo hospitals (${kinds.openDemo.join(', ')}), whose accounts have known passwords. Start production with an empty database or another DATA_DIR, or suspend them first: docs/operations/upgrade.md, "Demo hospitals".`,
    );
}
