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
 * A doctor decides on every entry. A patient takes back what they stated themselves, as long as no doctor has confirmed
 * it: a warning must not disappear by a slip of the finger. Of medicines they may say so of any: they know what they take.
 */
export function mayDecide(author: Author, decision: EntryDecision, kind: EntryKind, entry: EntryRow): boolean {
  if (author === 'doctor') return true;
  if (decision !== 'retract') return false;
  return kind === 'medicine' || (entry.recordedBy === 'patient' && !isConfirmed(entry));
}

/** Whether the decision makes sense for this kind, in the state in which the entry is. */
export function isPossible(decision: EntryDecision, kind: EntryKind, entry: EntryRow): boolean {
  if (decision === 'resolve' || decision === 'reopen') return kind === 'condition' && entry.retractedAt === null;
  return decision === 'confirm' ? entry.retractedAt === null : true;
}

/** Whether the entry is already as the decision would have it. */
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

/** The entry after the decision. */
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
