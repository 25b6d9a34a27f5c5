import type { ErrorCode } from '@yunzhen/shared/core/errors';
import type { CallTicketClaims, RoomState } from '@yunzhen/shared/calls/call.contract';
import { ticketLifetimeSeconds } from '@yunzhen/shared/calls/call.constants';
import type { RoomOrder } from '../../platform/nodes/node-api.contract.ts';
import type { Clock } from '../../platform/clock.ts';
import { newerState } from './flow.ts';

/** The desired state of a room, open here or not. */
export interface RoomWish {
  readonly room: RoomState;
  /** Participants to remove and reject. */
  readonly removed: ReadonlySet<string>;
  /** Sessions whose participants to remove and reject. */
  readonly endedSessions: ReadonlySet<string>;
}

interface Entry {
  /** When the latest order arrived; all times in milliseconds. */
  at: number;
  /** When the room was ordered closed: earlier tickets are void, so that no one re-enters with one. */
  endedAt?: number;
  /** The error code for such a ticket: the call is over, or continues elsewhere. */
  endedWith?: ErrorCode;
  wish?: RoomWish;
  /** When each participant was last removed: their earlier tickets are void. */
  readonly removedAt: Map<string, number>;
  /** Ended sessions: all their tickets are void. */
  readonly endedSessions: Set<string>;
}

type TicketFacts = Pick<CallTicketClaims, 'visitId' | 'sub' | 'sessionId' | 'iat'>;

/**
 * The latest room order of each visit, whether it has a room here or not. An order is remembered as long as an earlier ticket is usable; later
 * tickets contain the newer state.
 */
export class OrderBook {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Stores an order. @returns false when a later one has replaced it: then only its ended sessions count */
  note({ visitId, room, removed, moved, endedSessions = [] }: RoomOrder): boolean {
    const at = this.#clock.now().getTime();
    this.#forgetOld(at);
    const entry = this.#entries.get(visitId) ?? {
      at,
      removedAt: new Map<string, number>(),
      endedSessions: new Set<string>(),
    };
    this.#entries.set(visitId, entry);
    for (const sessionId of endedSessions) entry.endedSessions.add(sessionId);
    if (room && entry.wish && room.revision < entry.wish.room.revision) return false;
    entry.at = at;
    for (const participantId of removed) entry.removedAt.set(participantId, at);
    if (room)
      entry.wish = {
        room: newerState(entry.wish?.room ?? room, room),
        removed: new Set(removed),
        endedSessions: entry.endedSessions,
      };
    else Object.assign(entry, { endedAt: at, endedWith: moved ? 'call.ticket-wrong-node' : 'call.ended' });
    return true;
  }

  /** Returns the latest order for a visit, unless it expired or closed the room. */
  wishFor(visitId: string): RoomWish | undefined {
    this.#forgetOld(this.#clock.now().getTime());
    return this.#entries.get(visitId)?.wish;
  }

  /** Returns why an otherwise valid ticket is rejected; undefined when it is not. */
  refusalOf({ visitId, sub, sessionId, iat }: TicketFacts): ErrorCode | undefined {
    const entry = this.#entries.get(visitId);
    const isFromBefore = (at: number | undefined) => at !== undefined && iat * 1000 <= at;
    if (isFromBefore(entry?.endedAt)) return entry?.endedWith;
    if (entry?.wish?.removed.has(sub) || isFromBefore(entry?.removedAt.get(sub))) return 'call.removed';
    return entry?.endedSessions.has(sessionId) ? 'auth.session-expired' : undefined;
  }

  #forgetOld(now: number): void {
    const oldest = now - ticketLifetimeSeconds * 1000;
    for (const [visitId, { at }] of this.#entries) if (at <= oldest) this.#entries.delete(visitId);
  }
}
