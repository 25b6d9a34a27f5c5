import { defineStateMachine } from '../core/state-machine.ts';

export const noteStatuses = ['draft', 'signed'] as const;
export type NoteStatus = (typeof noteStatuses)[number];

/** After signing, a note only gets addenda; its text does not change. */
export const noteMachine = defineStateMachine({
  name: 'note',
  initial: 'draft',
  states: noteStatuses,
  transitions: { sign: { from: ['draft'], to: 'signed' } },
  refusedWith: 'note.signed',
});

export const noteSections = ['subjective', 'objective', 'assessment', 'plan'] as const;
export type NoteSection = (typeof noteSections)[number];
