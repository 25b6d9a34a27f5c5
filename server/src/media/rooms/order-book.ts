import type { ErrorCode } from '@yunzhen/shared/core/errors';
import type { CallTicketClaims, RoomState } from '@yunzhen/shared/calls/call.contract';
import { ticketLifetimeSeconds } from '@yunzhen/shared/calls/call.constants';
import type { RoomOrder } from '../../platform/nodes/node-api.contract.ts';
import type { Clock } from '../../platform/clock.ts';
import { newerState } from './flow.ts';

/** What the api wants of a room that may or may not be open here. */
export interface RoomWish {
  readonly room: RoomState;
  /** Participants who must not be in it. */
  readonly removed: ReadonlySet<string>;
  /** Sessions whose stays must not be in it. */
  readonly endedSessions: ReadonlySet<string>;
}

interface Entry {
  /** When the latest order came; all times in milliseconds. */
  at: number;
  /** When the room was ordered away: tickets from before are void, so that nobody walks back in with one kept aside. */
  endedAt?: number;
  /** What such a ticket is told: the call is over, or goes on elsewhere. */
  endedWith?: ErrorCode;
  wish?: RoomWish;
  /** When each participant was last named as removed: their tickets from before are void. */
  readonly removedAt: Map<string, number>;
  /** Sessions that have ended: none of their tickets lets anybody in. */
  readonly endedSessions: Set<string>;
}

type TicketFacts = Pick<CallTicketClaims, 'visitId' | 'sub' | 'sessionId' | 'iat'>;

/**
 * What the api last ordered of each visit’s room, whether it has one here or not. An order is remembered for as long as a ticket
 * from before it can still be used; later tickets know better by themselves.
 */
export class OrderBook {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Writes an order down. @returns false for one that a later one has overtaken: of it only the ended sessions count */
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

  /** The latest order for a visit that has not lapsed and did not order the room away. */
  wishFor(visitId: string): RoomWish | undefined {
    this.#forgetOld(this.#clock.now().getTime());
    return this.#entries.get(visitId)?.wish;
  }

  /** Why a ticket that is good by itself lets nobody in any more; undefined when it does. */
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
