import type { ErrorCode } from '@yunzhen/shared/core/errors';

/** A pending file, under the id that it will have in the chat. */
export interface OutgoingFile {
  id: string;
  name: string;
  content: Blob;
}

/** A message that the hospital has not acknowledged yet, under its permanent id. */
export interface OutgoingMessage {
  id: string;
  text: string;
  files: readonly OutgoingFile[];
  /** When it was written, by this device’s clock, in milliseconds; determines the order of sending. */
  writtenAt: number;
}

/** `refused`: a retry would not succeed; the user decides. */
export type OutgoingPhase = 'waiting' | 'uploading' | 'sending' | 'refused';

export interface Outgoing {
  readonly message: OutgoingMessage;
  readonly phase: OutgoingPhase;
  /** Share of its files that has been sent, from 0 to 1. */
  readonly share: number;
  /** Why it waits or was rejected. */
  readonly code: ErrorCode | 'offline' | null;
}
