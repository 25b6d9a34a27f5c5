import { defineStateMachine } from '../core/state-machine.ts';

/** A copy of everything that a hospital keeps about a patient, asked for by themselves or by whoever acts for them. */
export const recordExportStates = ['waiting', 'making', 'ready', 'cancelled', 'failed', 'expired'] as const;
export type RecordExportState = (typeof recordExportStates)[number];

export const recordExportMachine = defineStateMachine({
  name: 'record-export',
  initial: 'waiting',
  states: recordExportStates,
  transitions: {
    begin: { from: ['waiting', 'making'], to: 'making' },
    finish: { from: ['making'], to: 'ready' },
    fail: { from: ['waiting', 'making'], to: 'failed' },
    // Also one that is ready: whoever changes their mind takes the copy away.
    cancel: { from: ['waiting', 'making', 'ready'], to: 'cancelled' },
    expire: { from: ['ready'], to: 'expired' },
  },
  refusedWith: 'export.transition-refused',
});

/** A finished copy lies ready for so long, then it is deleted. */
export const recordExportHours = 24;
/** Copies of one record that one person may ask for within twenty-four hours; one that failed does not count. */
export const recordExportsADay = 3;
/** The link to a copy is good once, within so many minutes. */
export const recordExportLinkMinutes = 5;
