import type { CallEvent } from '../../platform/nodes/node-api.contract.ts';

/** A page's measurements; most events have none. */
export type Measured = Pick<CallEvent, 'samples' | 'recovery' | 'firstPicture'>;

/** An event before it gets its id and time. */
export type CallOccurrence = Omit<CallEvent, 'id' | 'at' | keyof Measured> & Partial<Measured>;

/** Receives events of rooms. Recording never fails and never waits: no call depends on the api. */
export interface CallEventRecorder {
  record(occurrence: CallOccurrence): void;
}
