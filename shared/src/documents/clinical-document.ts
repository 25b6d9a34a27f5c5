import { daysIn } from '../core/time/calendar-day.ts';
import { defineStateMachine } from '../core/state-machine.ts';
import type { DocumentPaper } from '../administration/setting-limits.ts';

/** What a doctor hands to the patient besides a prescription. */
export const documentKinds = ['sick-note', 'referral', 'after-visit-summary'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentStatuses = ['draft', 'discarded', 'signed', 'revoked'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** A signed document is never edited; one that should not have been given is revoked, and whoever checks it learns so. */
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

/** Who a sick note is for. */
export const sickNotePurposes = ['work', 'school'] as const;
export type SickNotePurpose = (typeof sickNotePurposes)[number];

/** On which paper a document of this kind is made; the first is what is offered. A sick note fits half a sheet. */
export const papersOf: Readonly<Record<DocumentKind, readonly [DocumentPaper, ...DocumentPaper[]]>> = {
  'sick-note': ['A4', 'A5'],
  referral: ['A4'],
  'after-visit-summary': ['A4'],
};

/** Days of a sick note, both ends counted (ISO dates); 0 when the end comes before the beginning. */
export function sickNoteDays(from: string, to: string): number {
  return Math.max(0, daysIn({ from, to }));
}
