import type { AuditEvent } from '@yunzhen/shared/administration/audit.contract';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';

/** Events of one person about one object within five minutes: one row of the list. */
export interface AuditGroup {
  /** In the order of the list. Never empty. */
  readonly events: readonly [AuditEvent, ...AuditEvent[]];
  /** Each action with how often it was done, most recent in the list first. */
  readonly actions: readonly { readonly action: AuditEvent['action']; readonly times: number }[];
}

const windowMs = 5 * MINUTE_MS;

/** Parts of a page (the id of an object is then a name) count as one object. */
const isRecordId = /^[0-9a-f]{8}-/i;

function keyOf({ actorId, actorRoles, entity, entityId, patientId, outcome, code, address }: AuditEvent): string {
  const object = entityId !== null && isRecordId.test(entityId) ? entityId : '';
  return JSON.stringify([actorId, actorRoles, entity, object, patientId, outcome, code, address]);
}

/** Groups a page of events by person, object and five minutes; events are never grouped across outcomes or reasons of denial. */
export function groupEvents(events: readonly AuditEvent[]): AuditGroup[] {
  const groups: { first: number; events: [AuditEvent, ...AuditEvent[]] }[] = [];
  const open = new Map<string, (typeof groups)[number]>();
  for (const event of events) {
    const at = Date.parse(event.at);
    const known = open.get(keyOf(event));
    if (known && Math.abs(known.first - at) <= windowMs) {
      known.events.push(event);
      continue;
    }
    const group: (typeof groups)[number] = { first: at, events: [event] };
    groups.push(group);
    open.set(keyOf(event), group);
  }
  return groups.map((group) => ({
    events: group.events,
    actions: [...Map.groupBy(group.events, ({ action }) => action)].map(([action, own]) => ({
      action,
      times: own.length,
    })),
  }));
}
