import type { ErrorCode } from '@yunzhen/shared/core/errors';
import type { RoomWish } from './order-book.ts';
import type { Admission } from './peer.ts';

/** Who must not enter a room. A later order may admit participants again; an ended session never is. */
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

  /** Returns why the participant is rejected; undefined when they are not. */
  refusalOf({ participantId, sessionId }: Pick<Admission, 'participantId' | 'sessionId'>): ErrorCode | undefined {
    if (this.removed.has(participantId)) return 'call.removed';
    return this.#endedSessions.has(sessionId) ? 'auth.session-expired' : undefined;
  }
}
