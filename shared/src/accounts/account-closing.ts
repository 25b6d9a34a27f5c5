import { defineStateMachine } from '../core/state-machine.ts';

/** An account that its holder wants closed. */
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

/** So many days it can be taken back. */
export const closingDays = 14;

/** What has to be over before an account can be closed. */
export const closingObstacles = ['visit', 'appointment', 'waitlist'] as const;
