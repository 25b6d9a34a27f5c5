import type { EntryAction, EntryDecision, EntryKind } from '@yunzhen/shared/chart/chart-entry';
import type { Author } from '../chart.policy.ts';
import type { EntryHistoryRow, EntryRow } from './entries.repository.ts';

export const actionOf: Readonly<Record<EntryDecision, Exclude<EntryAction, 'recorded'>>> = {
  confirm: 'confirmed',
  refute: 'refuted',
  retract: 'retracted',
  resolve: 'resolved',
  reopen: 'reopened',
};

export function isConfirmed({ recordedBy, confirmedAt }: Pick<EntryRow, 'recordedBy' | 'confirmedAt'>): boolean {
  return recordedBy === 'doctor' || confirmedAt !== null;
}

/**
 * A doctor may decide on every entry. A patient may retract their own unconfirmed entries, so that no warning disappears by mistake. A patient may
 * retract any medicine, because they know what they take.
 */
export function mayDecide(author: Author, decision: EntryDecision, kind: EntryKind, entry: EntryRow): boolean {
  if (author === 'doctor') return true;
  if (decision !== 'retract') return false;
  return kind === 'medicine' || (entry.recordedBy === 'patient' && !isConfirmed(entry));
}

/** Returns whether the decision applies to this kind and state of entry. What was withdrawn stays as it was decided. */
export function isPossible(decision: EntryDecision, kind: EntryKind, entry: EntryRow): boolean {
  if (decision === 'resolve' || decision === 'reopen') return kind === 'condition' && entry.retractedAt === null;
  return entry.retractedAt === null;
}

/** The latest decision on an entry; null when only its recording is known. */
export type LastDecision = Pick<EntryHistoryRow, 'action' | 'reason'> | null;

/**
 * Returns whether the entry is already in the state that the decision would produce. "Entered in error" and "no longer taken" differ, and so do two
 * reasons: none may be lost.
 */
export function isDone(
  { decision, reason }: { decision: EntryDecision; reason: string },
  entry: EntryRow,
  last: LastDecision,
): boolean {
  switch (decision) {
    case 'confirm':
      return entry.retractedAt === null && isConfirmed(entry);
    case 'refute':
    case 'retract':
      return (
        entry.retractedAt !== null && last?.action === actionOf[decision] && (reason === '' || reason === last.reason)
      );
    case 'resolve':
      return entry.resolvedAt !== null;
    case 'reopen':
      return entry.retractedAt === null && entry.resolvedAt === null;
  }
}

/** Returns the entry after the decision. */
export function decided(decision: EntryDecision, entry: EntryRow, now: Date): EntryRow {
  const next = { ...entry, version: entry.version + 1 };
  switch (decision) {
    case 'confirm':
      return { ...next, confirmedAt: now };
    case 'refute':
    case 'retract':
      return { ...next, retractedAt: now };
    case 'resolve':
      return { ...next, resolvedAt: now };
    case 'reopen':
      return { ...next, resolvedAt: null };
  }
}
