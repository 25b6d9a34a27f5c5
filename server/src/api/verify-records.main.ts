import { resolve } from 'node:path';
import { z } from 'zod';
import { AnchorCheck } from '../platform/audit-chain/anchor-check.ts';
import { AnchorStore } from '../platform/audit-chain/anchor-store.ts';
import { ChainReader } from '../platform/audit-chain/chain-reader.ts';
import { verifyChain } from '../platform/audit-chain/verify-chain.ts';
import { systemClock } from '../platform/clock.ts';
import { pem, readConfig, secret32 } from '../platform/config/config.ts';
import { fileSettings } from '../platform/config/file-settings.ts';
import { keySettings } from '../platform/config/key-settings.ts';
import { createDataSource } from '../platform/db/data-source.ts';
import { embeddedDatabase } from '../platform/db/embedded-url.ts';
import { hospitalsHere } from '../platform/db/hospitals-here.ts';
import { Transactions } from '../platform/db/transaction.ts';
import { openFileStore } from '../platform/files/store/open-file-store.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { endOnFailure, UNREACHABLE_EXIT } from '../platform/process/start-failure.ts';
import { openKeyEncryption } from '../platform/signing/open-key-encryption.ts';
import { readTimeAnchors } from '../platform/signing/time-stamp-trust.ts';
import { entities } from './entities.ts';
import { readHospitalSeal } from './signing/index.ts';
import { assertRequestKeyFits } from './start-checks.ts';
import { verifyRecords } from './verify-records.ts';

/**
 * Verifies chains, signatures, PDFs and seals of every hospital in a database. Exit code 1: a check failed; 75: none failed, but PDFs could not
 * be read from the object store.
 */
endOnFailure(createLogger({ name: 'verify-records', level: 'info' }));
const say = (line: string) => void process.stdout.write(`${line}\n`);
const { DATABASE_URL, DATA_DIR } = process.env;
const url = DATABASE_URL || (await embeddedDatabase(resolve(DATA_DIR || '.data'))).url;
const settings = readConfig(
  z.object({ DATABASE_REQUEST_KEY: secret32, TSA_CERTIFICATES: pem.optional(), ...keySettings, ...fileSettings }),
  process.env,
);
const { DATABASE_REQUEST_KEY: requestKey, TSA_CERTIFICATES: stamps } = settings;
const source = await createDataSource({ url, poolSize: 2, entities, requestKey }).initialize();
const transactions = new Transactions(source, systemClock);
await assertRequestKeyFits(transactions);
const chain = { reader: new ChainReader(), anchors: new AnchorCheck(new AnchorStore(), null, readHospitalSeal) };
const records = {
  transactions,
  keys: await openKeyEncryption(settings),
  files: openFileStore(settings, transactions),
  timeAnchors: stamps ? readTimeAnchors(stamps) : [],
};
for (const { id, slug } of await source.query<{ id: string; slug: string }[]>(hospitalsHere)) {
  const { entries, broken: brokenEntry } = await verifyChain(transactions, id, chain);
  const { broken, unread, signatures, receipts, pdfs, seals } = await verifyRecords(id, records);
  say(
    `${slug}: ${entries} audit entries, ${signatures} signatures, ${receipts} receipts, ${pdfs} PDFs and ${seals} seals hold`,
  );
  if (brokenEntry)
    say(`${slug}: BROKEN audit chain at ${brokenEntry.seq ?? brokenEntry.entryId}: ${brokenEntry.fault}`);
  for (const where of broken) say(`${slug}: BROKEN ${where}`);
  if (unread > 0)
    say(`${slug}: ${unread} PDFs NOT CHECKED: the object store does not answer, or FILE_S3_URL is not set`);
  if (brokenEntry || broken.length > 0) process.exitCode = 1;
  else if (unread > 0) process.exitCode ??= UNREACHABLE_EXIT;
}
await source.destroy();
