import type { z } from 'zod';
import type { Ack } from './ack.ts';
import { recordEntities } from './record-socket.constants.ts';
import type { RecordChanged, recordCovered, sessionEnded, renewSession } from './record-socket.schemas.ts';

export type { RecordChanged } from './record-socket.schemas.ts';

/** Returns whether this version of the page supports the event; a newer server may send unknown ones. */
export function isRecordChanged(event: RecordChanged): boolean {
  return recordEntities.includes(event.entity) && typeof event.id === 'string';
}

export interface RecordServerToClient {
  changed: (event: RecordChanged) => void;
  covered: (event: z.output<typeof recordCovered>) => void;
  'session-ended': (event: z.output<typeof sessionEnded>) => void;
}

export interface RecordClientToServer {
  /** Sends a fresh access token before the old one expires. */
  renew: (payload: z.input<typeof renewSession>, ack: (answer: Ack<{ expiresAt: string }>) => void) => void;
}
