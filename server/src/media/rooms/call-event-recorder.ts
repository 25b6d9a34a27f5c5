import type { CallEvent } from '@yunzhen/shared/contract/call-nodes';

/** What happened, before it is given its id and time. */
export type CallOccurrence = Omit<CallEvent, 'id' | 'at'>;

/** Where rooms hand in what happened. Recording never fails and never waits: no call depends on the api. */
export interface CallEventRecorder {
  record(occurrence: CallOccurrence): void;
}
