import { z } from 'zod';
import { recordExportHours } from '@yunzhen/shared/records/record-export';
import { HOUR_MS } from '@yunzhen/shared/core/time/duration';
import { systemContext, type HospitalContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { KeyEncryption } from '../../../platform/signing/key-encryption.ts';
import type { Notify } from '../../notifications/index.ts';
import { Archive } from './archive.ts';
import type { ArchiveContent } from './archive-content.ts';
import { exportChanged } from './export-changes.ts';
import type { ExportRow, ExportsRepository } from './exports.repository.ts';
import { exportKeyContext, PartSeal } from './part-seal.ts';

const payload = z.strictObject({ hospitalId: z.uuid(), exportId: z.uuid() });
const partBytes = 1024 * 1024;
/** Attempts after which a copy fails and its owner is notified. */
const maxAttempts = 3;
const longestSeconds = 30 * 60;

/** The copy was cancelled, or another process took over the job. */
class StoppedError extends Error {}

export interface ExportJobParts {
  transactions: Transactions;
  exports: ExportsRepository;
  content: ArchiveContent;
  keyEncryption: KeyEncryption;
  notify: Notify;
}

/**
 * Creates one copy: compresses while reading, then encrypts and stores a megabyte at a time. Storing a part saves the progress and detects a
 * cancellation. After a crash it starts again with a new key.
 */
export function exportJob(parts: ExportJobParts): JobDefinition<typeof payload> {
  const { transactions, exports, keyEncryption } = parts;
  return {
    name: 'make-record-export',
    payload,
    longestSeconds,
    run: async ({ hospitalId, exportId }, jobId) => {
      const context = systemContext(hospitalId, `job:${jobId}`);
      const key = PartSeal.newKey();
      const keySealed = await keyEncryption.seal(key, exportKeyContext(exportId));
      const begun = await transactions.run(context, async (tx) => {
        const row = await exports.lock(tx, exportId);
        if (row?.state !== 'waiting' && row?.state !== 'making') return null;
        if (row.attempts >= maxAttempts) {
          await giveUp(tx, parts, row);
          return null;
        }
        await exports.begin(tx, exportId, keySealed);
        return { ...row, attempts: row.attempts + 1 };
      });
      if (!begun) return;
      try {
        await make(parts, context, begun, new PartSeal(key, exportId));
      } catch (error) {
        if (error instanceof StoppedError) return;
        if (begun.attempts < maxAttempts) throw error;
        await transactions.run(context, async (tx) => {
          const row = await exports.lock(tx, exportId);
          if (row?.state === 'making' && row.attempts === begun.attempts) await giveUp(tx, parts, row);
        });
        throw error;
      } finally {
        key.fill(0);
      }
    },
  };
}

async function make(parts: ExportJobParts, context: HospitalContext, row: ExportRow, seal: PartSeal): Promise<void> {
  const archive = new Archive();
  const progress = { share: 0 };
  const storing = store(parts, context, row, seal, archive, progress);
  // A failure of either side aborts the other; both have ended before the next step.
  storing.catch((error: unknown) => archive.abort(error));
  const filling = parts.content.fill(archive, context, row, (share) => (progress.share = share));
  filling.catch((error: unknown) => archive.abort(error));
  const [filled, stored] = await Promise.allSettled([filling, storing]);
  if (stored.status === 'rejected' && stored.reason instanceof StoppedError) throw stored.reason;
  if (filled.status === 'rejected') throw filled.reason;
  if (stored.status === 'rejected') throw stored.reason;
  const { transactions, exports, notify } = parts;
  await transactions.run(context, async (tx) => {
    await requireMine(exports, tx, row);
    const expiresAt = new Date(tx.now.getTime() + recordExportHours * HOUR_MS);
    await exports.finish(tx, row.id, { ...stored.value, expiresAt });
    await exportChanged(tx, 'made', row, { bytes: stored.value.bytes, parts: stored.value.parts });
    await notify.notify(tx, {
      to: { accountId: row.accountId },
      template: 'record.export-ready',
      facts: { until: expiresAt.toISOString() },
      link: '/account/record-copy',
      dedupe: `record-export ${row.id}`,
    });
  });
}

/** Stores the output of the archive, encrypted, one part at a time. */
async function store(
  { transactions, exports }: ExportJobParts,
  context: HospitalContext,
  row: ExportRow,
  seal: PartSeal,
  archive: Archive,
  progress: { readonly share: number },
): Promise<{ parts: number; bytes: number }> {
  let waiting: Buffer[] = [];
  let size = 0;
  let [parts, bytes] = [0, 0];
  const keep = async () => {
    const sealed = seal.seal(parts, Buffer.concat(waiting));
    await transactions.run(context, async (tx) => {
      await requireMine(exports, tx, row);
      await exports.addPart(tx, row.id, parts, sealed, progress.share);
    });
    parts += 1;
    bytes += size;
    [waiting, size] = [[], 0];
  };
  for await (const chunk of archive.output) {
    waiting.push(chunk);
    size += chunk.length;
    if (size >= partBytes) await keep();
  }
  if (size > 0) await keep();
  return { parts, bytes };
}

/** Locks the row; throws when this run no longer owns the copy. */
async function requireMine(exports: ExportsRepository, tx: Tx, { id, attempts }: ExportRow): Promise<void> {
  const now = await exports.lock(tx, id);
  if (now?.state !== 'making' || now.attempts !== attempts) throw new StoppedError('stopped');
}

async function giveUp(tx: Tx, { exports, notify }: ExportJobParts, row: ExportRow): Promise<void> {
  await exports.end(tx, row.id, 'failed');
  await exportChanged(tx, 'failed', row, { attempts: row.attempts });
  await notify.notify(tx, {
    to: { accountId: row.accountId },
    template: 'record.export-failed',
    facts: {},
    link: '/account/record-copy',
    dedupe: `record-export ${row.id}`,
  });
}
