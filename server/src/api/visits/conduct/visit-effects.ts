import type { Tx } from '../../../platform/db/transaction.ts';
import type { visitMachine } from '@yunzhen/shared/visits/visit';
import { emitEvent, type EventAbout } from '../../core/domain-events.ts';
import type { VisitRow } from '../visit.entity.ts';

export type VisitCommand = keyof typeof visitMachine.transitions;

interface VisitEffect {
  /** Also the name of the domain event. */
  audit:
    | 'visit.checked-in'
    | 'visit.admitted'
    | 'visit.completed'
    | 'visit.referred-offline'
    | 'visit.returned-to-queue'
    | 'visit.left'
    | 'visit.cancelled';
  /** The timestamp that the transition sets; null when it restores an earlier state. */
  stamps: 'checkedInAt' | 'admittedAt' | 'endedAt' | null;
  /** Which other waiting patients’ position or estimate changes. */
  moves: 'nobody' | 'those-behind' | 'everyone-waiting';
  /** Requires a valid answer to the page of danger signs, which is stored permanently with the visit. */
  asksFirst?: true;
  announce: (tx: Tx, visit: VisitRow, about: EventAbout) => Promise<void>;
}

/** The effects of each command of the visit’s state machine. */
export const visitEffects: Record<VisitCommand, VisitEffect> = {
  'check-in': {
    audit: 'visit.checked-in',
    stamps: 'checkedInAt',
    moves: 'those-behind',
    asksFirst: true,
    announce: (tx, _visit, what) => emitEvent(tx, 'visit.checked-in', { ...what, facts: {} }),
  },
  admit: {
    audit: 'visit.admitted',
    stamps: 'admittedAt',
    moves: 'everyone-waiting',
    announce: (tx, visit, what) =>
      emitEvent(tx, 'visit.admitted', { ...what, facts: { waitSeconds: secondsSince(visit.checkedInAt, tx.now) } }),
  },
  complete: {
    audit: 'visit.completed',
    stamps: 'endedAt',
    moves: 'everyone-waiting',
    announce: (tx, visit, what) =>
      emitEvent(tx, 'visit.completed', { ...what, facts: { consultSeconds: secondsSince(visit.admittedAt, tx.now) } }),
  },
  'refer-offline': {
    audit: 'visit.referred-offline',
    stamps: 'endedAt',
    moves: 'everyone-waiting',
    announce: (tx, _visit, what) => emitEvent(tx, 'visit.referred-offline', { ...what, facts: {} }),
  },
  'return-to-queue': {
    audit: 'visit.returned-to-queue',
    stamps: null,
    moves: 'everyone-waiting',
    announce: (tx, _visit, what) => emitEvent(tx, 'visit.returned-to-queue', { ...what, facts: {} }),
  },
  leave: {
    audit: 'visit.left',
    stamps: 'endedAt',
    moves: 'those-behind',
    announce: (tx, visit, what) =>
      emitEvent(tx, 'visit.left', { ...what, facts: { waitSeconds: secondsSince(visit.checkedInAt, tx.now) } }),
  },
  cancel: {
    audit: 'visit.cancelled',
    stamps: 'endedAt',
    moves: 'nobody',
    announce: (tx, _visit, what) => emitEvent(tx, 'visit.cancelled', { ...what, facts: {} }),
  },
};

/** Returns whole seconds from `start` to `now`, never negative. */
export function secondsSince(start: Date | null, now: Date): number {
  return start ? Math.max(0, Math.floor((now.getTime() - start.getTime()) / 1000)) : 0;
}
