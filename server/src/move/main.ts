import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import { entities } from '../api/entities.ts';
import { assertRequestKeyFits } from '../api/start-checks.ts';
import { systemClock } from '../platform/clock.ts';
import { flag, pem, readConfig, secret32 } from '../platform/config/config.ts';
import { fileSettings } from '../platform/config/file-settings.ts';
import { keySettings } from '../platform/config/key-settings.ts';
import { createDataSource } from '../platform/db/data-source.ts';
import { embeddedDatabase } from '../platform/db/embedded-url.ts';
import { assertDatabaseAnswers } from '../platform/db/reach-database.ts';
import { Transactions } from '../platform/db/transaction.ts';
import { openFileStore } from '../platform/files/store/open-file-store.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { endOnFailure, StartError } from '../platform/process/start-failure.ts';
import { openKeyEncryption } from '../platform/signing/open-key-encryption.ts';
import { readTimeAnchors } from '../platform/signing/time-stamp-trust.ts';
import { deleteMoved, giveUp } from './give-up.ts';
import { movedMap } from './moved-map.ts';
import { receiveHospital } from './receive-hospital.ts';
import { sendHospital } from './send-hospital.ts';
import { connectToTarget, hostOf, listenForMoves } from './transport.ts';

const usage = `Use one of:
  move new-key --key=FILE
  move receive --key=FILE --listen=HOST:PORT
  move send --hospital=SLUG --key=FILE --to=HOST:PORT --address=https://… [--end-calls] [--longest-closed=SECONDS]
  move give-up --hospital=SLUG-OR-ID [--code=CODE]
  move delete --hospital=SLUG
  move map`;

/** Moves a hospital between two installations: docs/operations/moving-a-hospital.md. Runs as the owner of the tables, beside the api. */
endOnFailure(createLogger({ name: 'move', level: 'info' }));
const say = (line: string) => void process.stdout.write(`${line}\n`);
const text = { type: 'string' } as const;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    key: text,
    listen: text,
    hospital: text,
    to: text,
    address: text,
    code: text,
    'longest-closed': text,
    'end-calls': { type: 'boolean' },
  },
});
const [command = ''] = positionals;
const commands: Readonly<Record<string, () => Promise<void>>> = {
  'new-key': newKey,
  receive,
  send,
  'give-up': async () => {
    const parts = await ownParts();
    await giveUp(await hospitalId(), values.code, parts);
  },
  delete: async () => {
    const parts = await ownParts();
    await deleteMoved(await hospitalId(), parts);
  },
  map: async () =>
    say(await withOwner((owner) => movedMap(owner, process.env['PUBLIC_URL'] || 'http://localhost:8080'))),
};
const run = commands[command];
if (!run) throw new StartError(usage);
await run();

/** A key that the operator carries from the target to the source. */
async function newKey(): Promise<void> {
  const path = required('key');
  await writeFile(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (cause: unknown) => {
      throw new StartError(`--key: ${path} cannot be created (${(cause as NodeJS.ErrnoException).code}).`, { cause });
    },
  );
  say(`${path} has a new key. Copy it to the other installation, and delete both copies after the move.`);
}

async function receive(): Promise<void> {
  const [key, at] = [await keyOf(), hostOf(required('listen'))];
  const { ownerUrl, settings, source, ...parts } = await installation();
  const timeAnchors = settings.TSA_CERTIFICATES ? readTimeAnchors(settings.TSA_CERTIFICATES) : [];
  const isProduction = settings.NODE_ENV === 'production';
  const { server, port } = await listenForMoves(at, key, (wire) =>
    receiveHospital(wire, { ...parts, ownerUrl, timeAnchors, isProduction, say }),
  );
  say(`Waiting for a hospital at ${at.host}:${port}. Ctrl+C ends this.`);
  process.send?.({ port });
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  server.close();
  await source.destroy();
  process.exit(0);
}

async function send(): Promise<void> {
  const [slug, key, to] = [required('hospital'), await keyOf(), hostOf(required('to'))];
  const address = URL.canParse(required('address')) ? new URL(required('address')).origin : 'null';
  if (address === 'null')
    throw new StartError('--address: expected the new address of the hospital’s pages, https://…');
  const { ownerUrl, keys, files, source } = await installation();
  const { closedMs, verified } = await sendHospital({
    ownerUrl,
    slug,
    address,
    keys,
    files,
    connect: () => connectToTarget(to, key),
    endsCalls: values['end-calls'] ?? false,
    longestClosedMs: Number(values['longest-closed'] ?? 60) * 1000,
    stop: stopOfOperator(),
    say,
  }).finally(() => void source.destroy());
  if (verified)
    say(`${verified.entries} audit entries follow on from each other there; what changed last is verified too.`);
  if (closedMs !== null) say(`${slug} was read-only for ${(closedMs / 1000).toFixed(1)} s.`);
  say(`${slug} is open at ${address}. This installation leads there.`);
}

/** Returns a signal that Ctrl+C, a lost terminal or the end of the machine aborts. The second time the process ends at once. */
function stopOfOperator(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(name, () => stopping.abort(new StartError(`The move was stopped (${name}).`)));
  // A terminal that is gone takes no more lines, which must not keep the hospital closed.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return stopping.signal;
}

function required(name: 'key' | 'listen' | 'hospital' | 'to' | 'address'): string {
  const value = values[name];
  if (!value) throw new StartError(usage);
  return value;
}

async function keyOf(): Promise<Buffer> {
  const path = required('key');
  const key = Buffer.from((await readFile(path, 'utf8').catch(() => '')).trim(), 'base64');
  if (key.length !== 32) throw new StartError(`--key: ${path} has no key. Create one with "move new-key --key=FILE".`);
  return key;
}

async function database() {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_REQUEST_KEY, KEY_ENCRYPTION_KEY, DATA_DIR } = process.env;
  const found = DATABASE_URL
    ? { url: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL, requestKey: DATABASE_REQUEST_KEY, keyEncryptionKey: undefined }
    : await embeddedDatabase(resolve(DATA_DIR || '.data'));
  if (!found.ownerUrl)
    throw new StartError('DATABASE_OWNER_URL: expected the owner of the tables, who alone may move rows.');
  await assertDatabaseAnswers({ DATABASE_URL: found.url, DATABASE_OWNER_URL: found.ownerUrl });
  return { ...found, ownerUrl: found.ownerUrl, keyEncryptionKey: KEY_ENCRYPTION_KEY || found.keyEncryptionKey };
}

/** Opens what both sides need. */
async function installation() {
  const { url, ownerUrl, requestKey, keyEncryptionKey } = await database();
  const settings = readConfig(
    z.object({
      DATABASE_REQUEST_KEY: secret32,
      NODE_ENV: z.string().default('development'),
      ISOLATED: flag.default(false),
      DEMO_MODE: flag.default(false),
      TSA_CERTIFICATES: pem.optional(),
      ...keySettings,
      ...fileSettings,
    }),
    { ...process.env, DATABASE_REQUEST_KEY: requestKey, ...keyOfMachine(keyEncryptionKey) },
  );
  if (settings.ISOLATED)
    throw new StartError(
      'ISOLATED: this is a copy, and its hospital is open elsewhere. It would be open twice with one set of keys.',
    );
  if (settings.DEMO_MODE)
    throw new StartError('DEMO_MODE: demo mode shows codes and messages to anyone. No hospital moves from or to it.');
  const source = await createDataSource({
    url,
    poolSize: 2,
    entities,
    requestKey: settings.DATABASE_REQUEST_KEY,
  }).initialize();
  const transactions = new Transactions(source, systemClock);
  await assertRequestKeyFits(transactions);
  return {
    ownerUrl,
    settings,
    source,
    transactions,
    keys: await openKeyEncryption(settings),
    files: openFileStore(settings, transactions),
  };
}

/** A single machine has its key in the data folder, unless the settings name another source. */
function keyOfMachine(key: string | undefined): { KEY_ENCRYPTION_KEY?: string | undefined } {
  const { KEY_ENCRYPTION_KEY_FILE: file, KEY_SERVICE_URL: service, KEY_SERVICE_RETIRED: leaving } = process.env;
  return file || (service && leaving !== 'true') ? {} : { KEY_ENCRYPTION_KEY: key };
}

async function ownParts() {
  const { ownerUrl, files } = await installation();
  return { ownerUrl, files, say };
}

async function withOwner<Value>(work: (owner: pg.Client) => Promise<Value>): Promise<Value> {
  const owner = new pg.Client({ connectionString: (await database()).ownerUrl, application_name: 'yunzhen-move' });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** The hospital by its name in addresses, or by its id: one that has not arrived has no name yet. */
async function hospitalId(): Promise<string> {
  const name = required('hospital');
  return withOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      `SELECT id FROM hospital WHERE slug = $1 UNION ALL SELECT hospital FROM hospital_move WHERE hospital::text = $1 OR arriving->'hospital'->>'slug' = $1`,
      [name],
    );
    if (!rows[0]) throw new StartError(`No hospital ${name} is here or on its way.`);
    return rows[0].id;
  });
}
