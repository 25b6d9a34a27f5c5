import { defineStateMachine } from '../core/state-machine.ts';

/** A patient’s request for a repeat prescription. Nothing is renewed automatically: a doctor sees the patient, or declines. */
export const repeatStatuses = ['asked', 'accepted', 'declined', 'withdrawn'] as const;
export type RepeatStatus = (typeof repeatStatuses)[number];

export const repeatMachine = defineStateMachine({
  name: 'repeat-request',
  initial: 'asked',
  states: repeatStatuses,
  transitions: {
    accept: { from: ['asked'], to: 'accepted' },
    decline: { from: ['asked'], to: 'declined' },
    withdraw: { from: ['asked'], to: 'withdrawn' },
  },
  refusedWith: 'repeat.transition-refused',
});
