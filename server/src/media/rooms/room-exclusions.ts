import type { ErrorCode } from '@yunzhen/shared/core/errors';
import type { RoomWish } from './order-book.ts';
import type { Admission } from './peer.ts';

/** Who must not come into a room. Participants may be let in again by a later order; a session that has ended never is. */
export class RoomExclusions {
  removed: ReadonlySet<string>;
  readonly #endedSessions: Set<string>;

  constructor({ removed, endedSessions }: Pick<RoomWish, 'removed' | 'endedSessions'>) {
    this.removed = removed;
    this.#endedSessions = new Set(endedSessions);
  }

  end(sessionIds: ReadonlySet<string>): void {
    for (const sessionId of sessionIds) this.#endedSessions.add(sessionId);
  }

  /** Why the participant is not let in; undefined when they are. */
  refusalOf({ participantId, sessionId }: Pick<Admission, 'participantId' | 'sessionId'>): ErrorCode | undefined {
    if (this.removed.has(participantId)) return 'call.removed';
    return this.#endedSessions.has(sessionId) ? 'auth.session-expired' : undefined;
  }
}
