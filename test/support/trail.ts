import type { TestGround } from './test-api.ts';

export interface TrailEntry {
  action: string;
  outcome: string;
  code: string | null;
  entity: string;
  entity_id: string | null;
  patient_id: string | null;
  actor_account_id: string | null;
  details: Record<string, unknown>;
}

/** Returns the audit trail of one entity, oldest first, past row-level security. */
export async function trailOf(test: TestGround, entityId: string): Promise<TrailEntry[]> {
  const { rows } = await test.database.admin.query<TrailEntry>(
    `SELECT action, outcome, code, entity, entity_id, patient_id, actor_account_id, details
     FROM audit_event WHERE entity_id = $1 ORDER BY at, id`,
    [entityId],
  );
  return rows;
}

/** Returns the domain events of one entity, oldest first. */
export async function eventsOf(
  test: TestGround,
  entityId: string,
): Promise<{ type: string; facts: Record<string, unknown> }[]> {
  const { rows } = await test.database.admin.query<{ type: string; facts: Record<string, unknown> }>(
    'SELECT type, facts FROM domain_event WHERE entity_id = $1 ORDER BY at, id',
    [entityId],
  );
  return rows;
}
