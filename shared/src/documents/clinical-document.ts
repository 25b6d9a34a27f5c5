import { daysIn } from '../core/time/calendar-day.ts';
import { defineStateMachine } from '../core/state-machine.ts';
import type { DocumentPaper } from '../administration/setting-limits.ts';

/** Documents for the patient besides a prescription. */
export const documentKinds = ['sick-note', 'referral', 'after-visit-summary'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentStatuses = ['draft', 'discarded', 'signed', 'revoked'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** A signed document is never edited. A wrong one is revoked, and its verification reports that. */
export const documentMachine = defineStateMachine({
  name: 'document',
  initial: 'draft',
  states: documentStatuses,
  transitions: {
    discard: { from: ['draft'], to: 'discarded' },
    sign: { from: ['draft'], to: 'signed' },
    revoke: { from: ['signed'], to: 'revoked' },
  },
  refusedWith: 'document.transition-refused',
});

/** The recipient of a sick note. */
export const sickNotePurposes = ['work', 'school'] as const;
export type SickNotePurpose = (typeof sickNotePurposes)[number];

/** Paper sizes of each kind; the first is the default. A sick note fits half a sheet. */
export const papersOf: Readonly<Record<DocumentKind, readonly [DocumentPaper, ...DocumentPaper[]]>> = {
  'sick-note': ['A4', 'A5'],
  referral: ['A4'],
  'after-visit-summary': ['A4'],
};

/** Returns the days of a sick note, both ends inclusive (ISO dates); 0 when the end is before the start. */
export function sickNoteDays(from: string, to: string): number {
  return Math.max(0, daysIn({ from, to }));
}
