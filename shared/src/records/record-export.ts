import { defineStateMachine } from '../core/state-machine.ts';

/** A copy of everything that a hospital stores about a patient, requested by the patient or a guardian. */
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
    // Also when ready: a person who changes their mind deletes the copy.
    cancel: { from: ['waiting', 'making', 'ready'], to: 'cancelled' },
    expire: { from: ['ready'], to: 'expired' },
  },
  refusedWith: 'export.transition-refused',
});

/** Hours after which a finished copy is deleted. */
export const recordExportHours = 24;
/** Copies of one record that one person may request within twenty-four hours; a failed one does not count. */
export const recordExportsADay = 3;
/** The link to a copy works once, within this many minutes. */
export const recordExportLinkMinutes = 5;
