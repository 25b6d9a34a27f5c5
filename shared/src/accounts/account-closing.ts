import { defineStateMachine } from '../core/state-machine.ts';

/** States of a request to close one’s account. */
export const closingStates = ['asked', 'taken-back', 'done'] as const;
export type ClosingState = (typeof closingStates)[number];

export const closingMachine = defineStateMachine({
  name: 'account-closing',
  initial: 'asked',
  states: closingStates,
  transitions: {
    'take-back': { from: ['asked'], to: 'taken-back' },
    'carry-out': { from: ['asked'], to: 'done' },
  },
  refusedWith: 'account.closing-ended',
});

/** Days in which the request can be withdrawn. */
export const closingDays = 14;

/** What must end before an account can be closed. */
export const closingObstacles = ['visit', 'appointment', 'waitlist'] as const;
