import type { DomainEventType } from '../../core/domain-events.ts';

/** A domain event with the fields that the figures use. */
export interface CountedEvent {
  id: string;
  type: DomainEventType;
  at: Date;
  /** The visit’s id, else the entity’s own: events of one subject are counted together. */
  subject: string;
  departmentId: string | null;
  practitionerId: string | null;
  facts: Readonly<Record<string, string | number | boolean | null>>;
  /** The event that this one replaces. */
  corrects: string | null;
}

/**
 * Returns the events of one subject that count, in order of time: the latest correction of each, and none that were withdrawn. The result depends on
 * the events only, not on the order in which they arrive.
 */
export function standingEvents(events: readonly CountedEvent[]): CountedEvent[] {
  const inTime = events.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id)));
  const corrected = new Set<string>();
  const latest = new Map<string, string>();
  for (const { id, corrects } of events.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))) {
    if (corrects === null) continue;
    corrected.add(corrects);
    const before = latest.get(corrects);
    if (before !== undefined) corrected.add(before);
    latest.set(corrects, id);
  }
  return inTime.filter(({ id, type }) => !corrected.has(id) && type !== 'event.withdrawn');
}
