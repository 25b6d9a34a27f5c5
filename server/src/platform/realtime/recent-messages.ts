import type { z } from 'zod';
import type { recordPosition } from '@yunzhen/shared/core/record-socket.schemas';
import type { PageMessage } from './page-message.ts';

/** Milliseconds for which messages are kept for reconnecting pages. */
export const keptMilliseconds = 300_000;
/** A message is stored at the end of its transaction, which has committed within this time. */
const commitMilliseconds = 60_000;
const most = 20_000;

/** The position up to which everything is known: an instant, and the oldest transaction that may still store messages. */
export type Position = z.output<typeof recordPosition>;
type Changed = Extract<PageMessage, { kind: 'changed' }>;
export interface RecentMessage extends Changed {
  id: string;
  /** When it was stored, in milliseconds of the database’s clock. */
  at: number;
  /** The transaction that stored it. */
  xact: bigint;
}

/** The changes of the last minutes, by the database’s clock, so that a reconnecting page gets exactly what it missed. */
export class RecentMessages {
  #messages: RecentMessage[] = [];
  /** Messages are complete from here on. */
  #from = 0;
  #until = 0;
  #xact = 0n;
  /** Positions of before name other transactions. */
  #since = 0;

  /**
   * Marks all messages of transactions below `xact` as added, at `until`; their numbers mean the same since `since`. A clock that went back resets
   * it.
   */
  complete(until: number, xact: bigint, since: number): void {
    this.#xact = xact;
    this.#since = since;
    if (until < this.#until) this.#from = until - keptMilliseconds;
    this.#until = until;
    this.#from = Math.max(this.#from, until - keptMilliseconds);
    const expired = this.#messages.findIndex(({ at }) => at >= this.#from);
    if (expired !== 0) this.#messages.splice(0, expired < 0 ? this.#messages.length : expired);
  }

  add(message: RecentMessage): void {
    this.#messages.push(message);
    while (this.#messages.length > most) this.#from = Math.max(this.#from, (this.#messages.shift()?.at ?? 0) + 1);
  }

  /** Resets: earlier messages are unknown from now on. */
  forget(from: number): void {
    this.#messages = [];
    this.#from = from;
    this.#until = from;
  }

  /** The position of a page that has received everything until now. */
  get position(): Position {
    return { until: this.#until, xact: String(this.#xact) };
  }

  /** Returns messages for these rooms after a position; null when some may be missing. */
  since({ until, xact: text }: Position, rooms: ReadonlySet<string>): RecentMessage[] | null {
    const xact = BigInt(text);
    if (until < this.#since) return null;
    if (until - commitMilliseconds < this.#from || until > this.#until || xact > this.#xact) return null;
    return this.#messages.filter((message) => message.xact >= xact && message.rooms.some((room) => rooms.has(room)));
  }
}
