import type { CommittedEvent } from '../db/tx.ts';
import type { PageMessage } from './page-message.ts';

/** What pages must refresh: a committed event, or a change without a stored event. */
export type PublishedEvent = Omit<CommittedEvent, 'type'> & { type: string };

/** Returns one message for each change and its audience, within the event’s hospital. */
export function pageMessagesOf(event: PublishedEvent): PageMessage[] {
  return (event.changes ?? []).flatMap((change) => {
    const rooms = [
      ...(change.to.accountIds ?? []).map((account) => `account:${account}`),
      ...(change.to.roles ?? []).map((role) => `role:${event.hospitalId}:${role}`),
    ];
    if (rooms.length === 0) return [];
    return {
      kind: 'changed' as const,
      rooms,
      change: {
        event: event.type,
        entity: change.entity,
        id: change.id,
        visitId: event.visitId ?? null,
        version: change.version ?? null,
        at: event.at.toISOString(),
      },
    };
  });
}
