import type { MediaSource } from '@yunzhen/shared/calls/call.contract';
import type { Agreement, KnownKeys, Self } from './key-agreement.ts';
import type { Refusal } from './receiving-keys.ts';

/** Requests from the page to the worker, with their answers: only public and wrapped keys pass. */
export interface WorkerRequests {
  begin: { readonly ask: Self; readonly answer: string };
  learn: { readonly ask: KnownKeys; readonly answer: Agreement };
  posted: { readonly ask: { readonly epoch: number; readonly to: readonly string[] }; readonly answer: null };
  activate: { readonly ask: { readonly epoch: number }; readonly answer: null };
}
export type RequestName = keyof WorkerRequests;

export interface WorkerRequest<Name extends RequestName = RequestName> {
  readonly id: number;
  readonly name: Name;
  readonly ask: WorkerRequests[Name]['ask'];
}

export type WorkerAnswer =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string };

/** Frame counts of one source since the worker started. */
export interface FrameCounts extends Record<Refusal, number> {
  readonly participantId: string;
  readonly source: MediaSource;
  opened: number;
}
/** Sent at most twice a second, and only after a number has changed. */
export interface WorkerNotice {
  readonly counts: readonly FrameCounts[];
  /** Own frames that were encrypted; `withheld`: frames that were not sent because there was no key yet. */
  readonly sealed: number;
  readonly withheld: number;
}

/** Options of the transform of a sender or receiver. */
export type TransformOptions =
  | { readonly side: 'send'; readonly source: MediaSource }
  | { readonly side: 'receive'; readonly source: MediaSource; readonly participantId: string };

export function isNotice(message: WorkerAnswer | WorkerNotice): message is WorkerNotice {
  return 'counts' in message;
}
