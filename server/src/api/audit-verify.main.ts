import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { ChainFault } from '@yunzhen/shared/core/audit';
import { systemClock } from '../platform/clock.ts';
import { AnchorCheck } from '../platform/audit-chain/anchor-check.ts';
import { AnchorStore } from '../platform/audit-chain/anchor-store.ts';
import { ChainReader } from '../platform/audit-chain/chain-reader.ts';
import { folderCopies } from '../platform/audit-chain/folder-copies.ts';
import { objectCopies, objectStoreOf } from '../platform/audit-chain/object-copies.ts';
import { verifyChain, type ChainVerdict } from '../platform/audit-chain/verify-chain.ts';
import { readConfig, secret32 } from '../platform/config/config.ts';
import { createDataSource } from '../platform/db/data-source.ts';
import { embeddedDatabase } from '../platform/db/embedded-url.ts';
import { hospitalsHere } from '../platform/db/hospitals-here.ts';
import { assertDatabaseAnswers } from '../platform/db/reach-database.ts';
import { Transactions } from '../platform/db/transaction.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { endOnFailure } from '../platform/process/start-failure.ts';
import { entities } from './entities.ts';
import { readHospitalSeal } from './signing/index.ts';
import { assertRequestKeyFits } from './start-checks.ts';

const reasons: Readonly<Record<ChainFault, string>> = {
  changed: 'its content was changed',
  missing: 'it was deleted',
  gap: 'it was deleted with its link',
  'out-of-order': 'it does not follow on from the one before',
  cut: 'this one and all after it were removed',
  'not-linked': 'the program did not write it',
  anchor: 'a signed anchor says something else',
};

/**
 * Checks the chain of each hospital and reports the first broken entry. Exit code 1: a chain is broken. `--anchors=FOLDER`: copies to compare with.
 */
endOnFailure(createLogger({ name: 'audit-verify', level: 'info' }));
const say = (line: string) => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({ options: { anchors: { type: 'string' } } });
const folder = values.anchors || process.env['AUDIT_ANCHOR_FOLDER'] || null;
const objectStore = objectStoreOf(process.env);
const bucket = objectStore ? objectCopies(objectStore) : null;
const copies = folder ? folderCopies(folder) : bucket;
const { DATABASE_URL, DATABASE_REQUEST_KEY, DATA_DIR } = process.env;
const database = DATABASE_URL
  ? { url: DATABASE_URL, requestKey: DATABASE_REQUEST_KEY }
  : await embeddedDatabase(resolve(DATA_DIR || '.data'));
const { url } = database;
const { DATABASE_REQUEST_KEY: requestKey } = readConfig(z.object({ DATABASE_REQUEST_KEY: secret32 }), {
  DATABASE_REQUEST_KEY: database.requestKey,
});
await assertDatabaseAnswers({ DATABASE_URL: url });
const source = await createDataSource({ url, poolSize: 2, entities, requestKey }).initialize();
const transactions = new Transactions(source, systemClock);
// Without the right key no hospital’s rows would be visible, and the check would find nothing.
await assertRequestKeyFits(transactions);

const parts = {
  reader: new ChainReader(),
  anchors: new AnchorCheck(new AnchorStore(), copies, readHospitalSeal),
};

const rows = await source.query<{ id: string; slug: string }[]>(hospitalsHere);
for (const { id, slug } of rows) {
  const verdict = await verifyChain(transactions, id, parts);
  say(`${slug}: ${textOf(verdict)}`);
  if (verdict.broken) process.exitCode = 1;
}
if (!copies)
  say(
    'Copies of anchors were not compared: name their place with --anchors=FOLDER, AUDIT_ANCHOR_FOLDER or AUDIT_ANCHOR_S3_….',
  );
await source.destroy();

function textOf({ entries, anchors, broken }: ChainVerdict): string {
  if (!broken)
    return `${entries} entries follow on from each other; ${anchors.database} anchors and ${anchors.copy} copies agree`;
  const named = broken.entryId ? `${broken.source} entry ${broken.entryId}` : 'the entry';
  const where = broken.seq === null ? named : `${named} with number ${broken.seq}`;
  return `BROKEN at ${where}: ${reasons[broken.fault]}`;
}
