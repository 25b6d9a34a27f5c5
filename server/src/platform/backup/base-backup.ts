import { createHash, randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { BackupError } from './backup-error.ts';
import type { Envelope } from './envelope.ts';
import { partKey, storeRecord, type BackupRecord } from './record.ts';
import { Replication } from './replication.ts';
import { slotOfChain } from './slot.ts';
import type { BackupStore } from './backup-store.ts';

/** Size of the stored parts: small enough for memory, large enough for an object store. */
const partBytes = 16 * 1024 * 1024;
/** The advisory lock of a running backup, held by its session. */
const backupLock = 7_114_033_109n;

interface Deps {
  /** A role with REPLICATION. */
  url: string;
  store: BackupStore;
  envelope: Envelope;
  /** Bytes so far, and the approximate total. */
  progress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * Copies all database files while the server runs, by its own BASE_BACKUP with the log that makes them consistent. A backup is valid once its record
 * is stored; the next one removes the parts of a killed one. Throws `BackupError`, `busy` while another one runs.
 */
export async function takeBackup({ url, store, envelope, progress, signal }: Deps): Promise<BackupRecord> {
  const replication = await Replication.open(url);
  const cancel = () => replication.close();
  signal?.addEventListener('abort', cancel);
  try {
    signal?.throwIfAborted();
    await lockOrRefuse(replication);
    await removeRemains(store);
    const startedAt = new Date();
    const id = `${startedAt.toISOString().replace(/[-:]|\.\d+/g, '')}-${randomBytes(2).toString('hex')}`;
    const about = await describe(replication);
    // Retains the log until it is in the copy, however fast it is archived.
    await replication.query(`CREATE_REPLICATION_SLOT yunzhen_copy_${id.slice(-4)} TEMPORARY PHYSICAL RESERVE_WAL`);
    const copy = new BaseCopy(replication, progress);
    const sealed = await envelope.seal(copy.files);
    const [parts] = await Promise.all([storeParts(store, id, sealed), copy.run()]);
    const record: BackupRecord = {
      layout: 1,
      id,
      startedAt: startedAt.toISOString(),
      finishedAt: new Date().toISOString(),
      ...about,
      startLsn: copy.startLsn,
      endLsn: copy.endLsn,
      bytes: copy.bytes,
      parts,
    };
    await assertWhole(store, record);
    await storeRecord(store, record);
    return record;
  } catch (error) {
    if (signal?.aborted) throw new BackupError('cancelled', 'The backup was cancelled; earlier backups are unchanged.');
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
    replication.close();
  }
}

/** Takes the lock, which belongs to the session: it ends with a killed program and works across machines. */
async function lockOrRefuse(replication: Replication): Promise<void> {
  const [row] = await replication.query<{ mine: boolean }>(`SELECT pg_try_advisory_lock(${backupLock}) AS mine`);
  if (!row?.mine) throw new BackupError('busy', 'Another backup of this database is running. Wait until it has ended.');
}

/** Removes parts without a record, which a killed backup left behind. Needs the lock. */
async function removeRemains(store: BackupStore): Promise<void> {
  const keys = await store.list('base/');
  const whole = new Set(keys.filter((key) => key.endsWith('/backup.json')).map((key) => key.split('/')[1]));
  for (const key of keys) if (!whole.has(key.split('/')[1])) await store.remove(key);
}

/** Throws `BackupError` where the disk of the target was changed during the backup: its record would make the parts on the other one count as whole. */
async function assertWhole(store: BackupStore, { id, parts }: BackupRecord): Promise<void> {
  if ((await store.list(`base/${id}/`)).length < parts.length)
    throw new BackupError('missing', `Parts of the backup ${id} are gone: was the disk changed while it was written?`);
}

async function describe(replication: Replication) {
  const [system] = await replication.query<{ systemid: string; timeline: number }>('IDENTIFY_SYSTEM');
  const [server] = await replication.query<{ version: number; segment: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version,
            (SELECT setting::int FROM pg_settings WHERE name = 'wal_segment_size') AS segment`,
  );
  if (!system || !server) throw new Error('the database returned no system information');
  const slot = await slotOfChain(replication);
  return {
    postgresMajor: server.version,
    systemId: system.systemid,
    timeline: Number(system.timeline),
    segmentBytes: server.segment,
    chain: slot?.chain ?? null,
  };
}

/** Splits encrypted data into parts of equal size and stores each before reading the next. */
async function storeParts(store: BackupStore, id: string, sealed: AsyncIterable<Uint8Array>) {
  const parts: BackupRecord['parts'] = [];
  let waiting: Uint8Array[] = [];
  let size = 0;
  const keep = async () => {
    const bytes = Buffer.concat(waiting);
    [waiting, size] = [[], 0];
    await store.put(partKey(id, parts.length), bytes);
    parts.push({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  };
  for await (const chunk of sealed) {
    waiting.push(chunk);
    size += chunk.length;
    if (size >= partBytes) await keep();
  }
  if (size > 0) await keep();
  return parts;
}

/** One run of BASE_BACKUP. Its messages: `n` begins an archive, `d` contains data, `m` begins the manifest, `p` is progress. */
class BaseCopy {
  /** A tar archive of the data folder, with the manifest last. */
  readonly files = new PassThrough({ highWaterMark: 1024 * 1024 });
  startLsn = '';
  endLsn = '';
  bytes = 0;
  readonly #replication: Replication;
  readonly #progress: ((done: number, total: number) => void) | undefined;
  readonly #manifest: Buffer[] = [];
  /** Two empty blocks end an archive; the manifest is inserted before them. */
  #end = Buffer.alloc(0);
  #archives = 0;
  #inManifest = false;
  #total = 0;

  constructor(replication: Replication, progress?: (done: number, total: number) => void) {
    this.#replication = replication;
    this.#progress = progress;
    this.files.on('drain', () => replication.resume());
    // If storing fails, stop the copy.
    this.files.on('close', () => {
      if (!this.files.writableFinished) replication.close();
    });
  }

  async run(): Promise<void> {
    const options = `LABEL 'yunzhen', PROGRESS true, CHECKPOINT 'fast', WAL true, MANIFEST 'yes', MANIFEST_CHECKSUMS 'SHA256'`;
    try {
      await this.#replication.copy(
        `BASE_BACKUP (${options})`,
        (message) => this.#take(message),
        (row) => this.#row(row),
      );
      const manifest = Buffer.concat(this.#manifest);
      this.files.write(tarEntry('backup_manifest', manifest));
      this.files.end(this.#end);
    } catch (error) {
      const cause = this.files.errored ?? error;
      this.files.destroy(cause as Error);
      throw cause;
    }
  }

  /** Reads three row sets: start of the copy, tablespaces with sizes in KiB, end of the copy. */
  #row(row: (string | null)[]): void {
    const [first, , size] = row;
    if (row.length === 2 && this.startLsn === '') this.startLsn = first ?? '';
    else if (row.length === 2) this.endLsn = first ?? '';
    else if (size) this.#total += Number(size) * 1024;
  }

  #take(message: Buffer): boolean {
    const kind = String.fromCharCode(message[0] ?? 0);
    if (kind === 'n' && ++this.#archives > 1) {
      this.files.destroy(
        new BackupError('settings', 'A database with tablespaces cannot be backed up by this program.'),
      );
      return false;
    }
    if (kind === 'm') this.#inManifest = true;
    if (kind !== 'd') return true;
    const bytes = message.subarray(1);
    if (this.#inManifest) {
      this.#manifest.push(bytes);
      return true;
    }
    this.bytes += bytes.length;
    this.#progress?.(this.bytes, Math.max(this.#total, this.bytes));
    const known = Buffer.concat([this.#end, bytes]);
    const endAt = Math.max(0, known.length - endBytes);
    this.#end = known.subarray(endAt);
    return endAt === 0 || this.files.write(known.subarray(0, endAt));
  }
}

const endBytes = 1024;

/** Returns one file in ustar format (POSIX.1-1988). */
function tarEntry(name: string, bytes: Buffer): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, length: number) => value.toString(8).padStart(length - 1, '0');
  header.write(name, 0);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(bytes.length, 12), 124);
  header.write(octal(0, 12), 136);
  header.write('        0', 148);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 7)}\u0000 `, 148);
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}
