import { afterAll, beforeAll } from 'vitest';
import { ApiProcess } from '../../support/api-process.ts';

/** An api of its own that may be killed. */
export interface KilledScene {
  readonly api: ApiProcess;
  /** Counts by name; `none` when all are zero, `once` when all are one. `$1` in each is the id. */
  counted(id: string, counts: Record<string, string>): Promise<string>;
}

/** Everything that is killed in one file uses this scene. */
export function killedScene(): KilledScene {
  let api: ApiProcess;

  beforeAll(async () => {
    // A connection for each command that a walk holds.
    api = await ApiProcess.start({ DATABASE_POOL: '40' });
  });
  afterAll(() => api.close());

  return {
    get api() {
      return api;
    },
    async counted(id, counts) {
      const parts = Object.entries(counts).map(([name, sql]) => `(SELECT count(*)::int FROM ${sql}) AS "${name}"`);
      const { rows } = await api.database.admin.query<Record<string, number>>(`SELECT ${parts.join(', ')}`, [id]);
      const found = Object.values(rows[0] ?? {});
      return found.every((n) => n === 0) ? 'none' : found.every((n) => n === 1) ? 'once' : JSON.stringify(rows[0]);
    },
  };
}

/** What `counted` looks for: the audit’s entry of an action on the subject, and the event of a type. */
export const audited = (action: string) => `audit_event WHERE action = '${action}' AND entity_id = $1::text`;
export const told = (type: string) => `domain_event WHERE type = '${type}' AND entity_id = $1`;
