import { afterAll, beforeAll } from 'vitest';
import { ApiProcess } from '../../support/api-process.ts';

/** An api process for one test file that may be killed. */
export interface KilledScene {
  readonly api: ApiProcess;
  /** Returns `none` when all counts are zero, `once` when all are one, else the counts by name. `$1` in each is the id. */
  counted(id: string, counts: Record<string, string>): Promise<string>;
}

/** Starts the scene that all kills of one test file share. */
export function killedScene(settings: Record<string, string> = {}): KilledScene {
  let api: ApiProcess;

  beforeAll(async () => {
    // A connection for each command that a walk holds.
    api = await ApiProcess.start({ DATABASE_POOL: '40', ...settings });
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

/** Conditions for `counted`: the audit event of an action on the subject, and the domain event of a type. */
export const audited = (action: string) => `audit_event WHERE action = '${action}' AND entity_id = $1::text`;
export const told = (type: string) => `domain_event WHERE type = '${type}' AND entity_id = $1`;
