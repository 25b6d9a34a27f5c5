import { defineStateMachine } from '../core/state-machine.ts';

export const decisionStates = ['proposed', 'checked', 'signed', 'withdrawn'] as const;
export type DecisionState = (typeof decisionStates)[number];

/** A hospital’s decision about a rule of the safety checks. Only a signed one takes part in a release. */
export const decisionMachine = defineStateMachine({
  name: 'knowledge-decision',
  initial: 'proposed',
  states: decisionStates,
  transitions: {
    check: { from: ['proposed'], to: 'checked' },
    sign: { from: ['checked'], to: 'signed' },
    withdraw: { from: ['proposed', 'checked'], to: 'withdrawn' },
  },
  refusedWith: 'knowledge.transition-refused',
});
