import type { ErrorCode } from '@yunzhen/shared/core/errors';

/** A file that waits to be sent, under the id that it will have in the chat. */
export interface OutgoingFile {
  id: string;
  name: string;
  content: Blob;
}

/** A message that the hospital has not acknowledged yet, under the id that it will have for ever. */
export interface OutgoingMessage {
  id: string;
  text: string;
  files: readonly OutgoingFile[];
  /** When it was written, by this device’s clock, in milliseconds: messages are sent in this order. */
  writtenAt: number;
}

/** `refused`: will not succeed by itself; the person decides. */
export type OutgoingPhase = 'waiting' | 'uploading' | 'sending' | 'refused';

export interface Outgoing {
  readonly message: OutgoingMessage;
  readonly phase: OutgoingPhase;
  /** How much of its files has been sent, from 0 to 1. */
  readonly share: number;
  /** Why it waits or was refused. */
  readonly code: ErrorCode | 'offline' | null;
}
