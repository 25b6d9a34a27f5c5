import type { z } from 'zod';
import type { recordPosition } from '@yunzhen/shared/core/record-socket.schemas';
import type { PageMessage } from './page-message.ts';

/** Milliseconds for which messages are kept, for pages that come back. */
export const keptMilliseconds = 300_000;
/** A message is stored at the end of its transaction; within this time that has committed. */
const commitMilliseconds = 60_000;
const most = 20_000;

/** Up to where everything is known: an instant, and the oldest transaction that may still store messages. */
export type Position = z.output<typeof recordPosition>;
type Changed = Extract<PageMessage, { kind: 'changed' }>;
export interface RecentMessage extends Changed {
  id: string;
  /** When it was stored, milliseconds of the database’s clock. */
  at: number;
  /** Its transaction. */
  xact: bigint;
}

/** The changes of the last minutes, by the database’s clock, so that a page that comes back gets what it missed and nothing else. */
export class RecentMessages {
  #messages: RecentMessage[] = [];
  /** Complete from here on. */
  #from = Infinity;
  #until = 0;
  #xact = 0n;

  /** All messages of transactions below `xact` have been added, `until` now. A clock that was put back starts again. */
  complete(until: number, xact: bigint): void {
    this.#xact = xact;
    if (until < this.#until || this.#from === Infinity) this.#from = until - keptMilliseconds;
    this.#until = until;
    this.#from = Math.max(this.#from, until - keptMilliseconds);
    const expired = this.#messages.findIndex(({ at }) => at >= this.#from);
    if (expired !== 0) this.#messages.splice(0, expired < 0 ? this.#messages.length : expired);
  }

  add(message: RecentMessage): void {
    this.#messages.push(message);
    while (this.#messages.length > most) this.#from = (this.#messages.shift()?.at ?? 0) + 1;
  }

  /** Starts again: what came before is not known any more. */
  forget(from: number): void {
    this.#messages = [];
    this.#from = from;
    this.#until = from;
  }

  /** Of a page that has received everything until now. */
  get position(): Position {
    return { until: this.#until, xact: String(this.#xact) };
  }

  /** Messages for these rooms after a position; null when some may be missing. */
  since({ until, xact: text }: Position, rooms: ReadonlySet<string>): RecentMessage[] | null {
    const xact = BigInt(text);
    if (until - commitMilliseconds < this.#from || until > this.#until || xact > this.#xact) return null;
    return this.#messages.filter((message) => message.xact >= xact && message.rooms.some((room) => rooms.has(room)));
  }
}
