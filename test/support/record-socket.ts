import { io, type Socket } from 'socket.io-client';
import type { RecordChanged, RecordClientToServer, RecordServerToClient } from '../../shared/src/core/record-socket.ts';
import { recordNamespace } from '../../shared/src/core/record-socket.constants.ts';
import { accepted } from './accepted.ts';

type Covered = Parameters<RecordServerToClient['covered']>[0];
type Wanted = Partial<Pick<RecordChanged, 'event' | 'entity' | 'id' | 'version'>>;

/** The record socket of one account, which stores the messages it receives. */
export class RecordListener {
  readonly heard: RecordChanged[] = [];
  /** The completeness messages of the api, in order. */
  readonly covered: Covered[] = [];
  readonly socket: Socket<RecordServerToClient, RecordClientToServer>;
  #waiting: { wanted: Wanted; done: (change: RecordChanged) => void }[] = [];

  constructor(socket: Socket<RecordServerToClient, RecordClientToServer>) {
    this.socket = socket;
    socket.on('covered', (event) => this.covered.push(event));
    socket.on('changed', (change) => {
      this.heard.push(change);
      const due = this.#waiting.filter(({ wanted }) => fits(change, wanted));
      this.#waiting = this.#waiting.filter((wait) => !due.includes(wait));
      for (const { done } of due) done(change);
    });
  }

  /** Resolves with the first matching change, already received or future. */
  next(wanted: Wanted): Promise<RecordChanged> {
    const before = this.heard.find((change) => fits(change, wanted));
    if (before) return Promise.resolve(before);
    return new Promise((done) => this.#waiting.push({ wanted, done }));
  }

  forget(): void {
    this.heard.length = 0;
  }

  /** The received changes in short form: `entity id`. */
  get short(): string[] {
    return this.heard.map((change) => `${change.entity} ${change.id}`);
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** Opens the record socket of an account, new or resumed, and waits for the api’s acceptance. */
export async function listen(url: string, accessToken: string, since?: Covered['position']): Promise<RecordListener> {
  const socket: Socket<RecordServerToClient, RecordClientToServer> = io(url + recordNamespace, {
    auth: { accessToken, ...(since === undefined ? {} : { since }) },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  const listener = new RecordListener(socket);
  await accepted(socket);
  return listener;
}

function fits(change: RecordChanged, wanted: Wanted): boolean {
  return (Object.keys(wanted) as (keyof Wanted)[]).every((key) => change[key] === wanted[key]);
}
