import { sessionTokens } from '../api/index.ts';
import { RecordSocket } from './record-socket.ts';

/** The record socket of this tab. It runs while the user is signed in. */
export const recordSocket = new RecordSocket(sessionTokens);
