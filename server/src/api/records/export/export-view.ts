import type { RecordExport } from '@yunzhen/shared/records/record-exports.contract';
import type { ExportRow } from './exports.repository.ts';

/** Returns the owner’s view. A copy past its time counts as expired, even before the sweep. */
export function exportView(row: ExportRow, now: Date): RecordExport {
  const over = row.state === 'ready' && row.expiresAt !== null && row.expiresAt <= now;
  return {
    id: row.id,
    state: over ? 'expired' : row.state,
    askedAt: row.askedAt.toISOString(),
    share: Math.min(1, Math.max(0, row.share)),
    bytes: row.bytes,
    readyAt: row.readyAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    fetchedAt: row.fetchedAt?.toISOString() ?? null,
  };
}
