import type { EntryAction, EntryDecision, EntryKind } from '@yunzhen/shared/chart/chart-entry';
import type { Author } from '../chart.policy.ts';
import type { EntryRow } from './entries.repository.ts';

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

/** Returns whether the decision applies to this kind and state of entry. */
export function isPossible(decision: EntryDecision, kind: EntryKind, entry: EntryRow): boolean {
  if (decision === 'resolve' || decision === 'reopen') return kind === 'condition' && entry.retractedAt === null;
  return decision === 'confirm' ? entry.retractedAt === null : true;
}

/** Returns whether the entry is already in the state that the decision would produce. */
export function isDone(decision: EntryDecision, entry: EntryRow): boolean {
  switch (decision) {
    case 'confirm':
      return entry.retractedAt === null && isConfirmed(entry);
    case 'refute':
    case 'retract':
      return entry.retractedAt !== null;
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
