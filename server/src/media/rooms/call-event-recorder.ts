import type { CallEvent } from '../../platform/nodes/node-api.contract.ts';

/** What a page measured; most occurrences come without. */
export type Measured = Pick<CallEvent, 'samples' | 'recovery' | 'firstPicture'>;

/** What happened, before it is given its id and time. */
export type CallOccurrence = Omit<CallEvent, 'id' | 'at' | keyof Measured> & Partial<Measured>;

/** Where rooms hand in what happened. Recording never fails and never waits: no call depends on the api. */
export interface CallEventRecorder {
  record(occurrence: CallOccurrence): void;
}
