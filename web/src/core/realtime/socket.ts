import { sessionTokens } from '../api/index.ts';
import { RecordSocket } from './record-socket.ts';

/** The tab's one record socket. It runs while somebody is signed in. */
export const recordSocket = new RecordSocket(sessionTokens);
