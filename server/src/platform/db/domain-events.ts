import { newId } from '../ids.ts';
import type { DomainEvent, Tx } from './tx.ts';

export async function storeDomainEvent(tx: Tx, event: DomainEvent): Promise<void> {
  await tx.query(
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
