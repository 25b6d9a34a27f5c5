import { defineStateMachine } from '../core/state-machine.ts';

/**
 * The visit (FHIR Encounter, class VR). FHIR status: planned → planned, waiting → arrived, in-progress → in-progress,
 * completed → finished; left, cancelled and referred-offline → cancelled or finished with a reason.
 */
export const visitStatuses = [
  'planned',
  'waiting',
  'in-progress',
  'completed',
  'left',
  'cancelled',
  'referred-offline',
] as const;
export type VisitStatus = (typeof visitStatuses)[number];

/**
 * A dropped call is not a transition: only the doctor ends a visit in progress. When the doctor is gone and no other is available, the patient
 * returns to the queue.
 */
export const visitMachine = defineStateMachine({
  name: 'visit',
  initial: 'planned',
  states: visitStatuses,
  transitions: {
    'check-in': { from: ['planned'], to: 'waiting' },
    admit: { from: ['waiting'], to: 'in-progress' },
    complete: { from: ['in-progress'], to: 'completed' },
    'refer-offline': { from: ['in-progress'], to: 'referred-offline' },
    'return-to-queue': { from: ['in-progress'], to: 'waiting' },
    leave: { from: ['waiting'], to: 'left' },
    cancel: { from: ['planned'], to: 'cancelled' },
  },
  refusedWith: 'visit.transition-refused',
});

export const openVisitStatuses: readonly VisitStatus[] = ['planned', 'waiting', 'in-progress'];

export const visitPriorities = ['routine', 'urgent', 'asap'] as const;
export type VisitPriority = (typeof visitPriorities)[number];
