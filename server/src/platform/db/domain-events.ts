import type { RecordChanged } from '@yunzhen/shared/core/record-socket';
import { newId } from '../ids.ts';
import type { Tx } from './transaction.ts';

/** Who hears of an event over the record socket. */
export interface Audience {
  accountIds?: readonly string[];
  roles?: readonly string[];
}

/**
 * Something that happened, written in the transaction that made it happen and published after its commit. Ids and
 * figures only. `changes` says which pages to refresh, `facts` is what the hospital’s figures are counted from.
 */
export interface DomainEvent {
  /** Past tense with the thing first, e.g. `visit.admitted`. */
  type: string;
  entityId: string;
  visitId?: string | null;
  departmentId?: string | null;
  practitionerId?: string | null;
  facts?: Record<string, string | number | boolean | null>;
  changes?: readonly (Pick<RecordChanged, 'entity' | 'id'> & { version?: number | null; to: Audience })[];
}

export function storeDomainEvent(tx: Tx, event: DomainEvent): void {
  tx.send(
    `INSERT INTO domain_event (id, hospital_id, at, type, entity_id, visit_id, department_id, practitioner_id, facts)
     VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)`,
    [
      newId(),
      tx.hospitalId,
      tx.now,
      event.type,
      event.entityId,
      event.visitId ?? null,
      event.departmentId ?? null,
      event.practitionerId ?? null,
      JSON.stringify(event.facts ?? {}),
    ],
  );
}
