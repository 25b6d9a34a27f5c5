import { afterAll, beforeAll, beforeEach } from 'vitest';
import { ApiProcess } from '../../support/api-process.ts';
import { Clinic } from '../../support/clinic.ts';
import { Dispensary } from '../../support/dispensary.ts';

/** An api of its own that may be killed, and the people of a hospital in it. */
export interface KilledScene {
  readonly api: ApiProcess;
  readonly clinic: Clinic;
  readonly after: Dispensary;
  /** Counts by name; `none` when all are zero, `once` when all are one. `$1` in each is the id. */
  counted(id: string, counts: Record<string, string>): Promise<string>;
  /** On a busy machine a walk outlasts the minutes that a second factor is good for. */
  confirmed(): Promise<void>;
}

/** Everything that is killed in one file uses this scene; walks of other commands run in other files, and so at the same time. */
export function killedScene(): KilledScene {
  let api: ApiProcess;
  let clinic: Clinic;
  let after: Dispensary;

  beforeAll(async () => {
    api = await ApiProcess.start();
  });
  // For each walk, because on a busy machine all of them together outlast a token.
  beforeEach(async () => {
    clinic = await Clinic.open(api);
    after = new Dispensary(api, clinic);
  });
  afterAll(() => api.close());

  return {
    get api() {
      return api;
    },
    get clinic() {
      return clinic;
    },
    get after() {
      return after;
    },
    async counted(id, counts) {
      const parts = Object.entries(counts).map(([name, sql]) => `(SELECT count(*)::int FROM ${sql}) AS "${name}"`);
      const { rows } = await api.database.admin.query<Record<string, number>>(`SELECT ${parts.join(', ')}`, [id]);
      const found = Object.values(rows[0] ?? {});
      return found.every((n) => n === 0) ? 'none' : found.every((n) => n === 1) ? 'once' : JSON.stringify(rows[0]);
    },
    async confirmed() {
      const people = [clinic.doctor.sessionId, clinic.pharmacist.sessionId];
      await api.database.admin.query('UPDATE session SET second_factor_at = now() WHERE id = ANY($1)', [people]);
    },
  };
}

/** What `counted` looks for: the audit’s entry of an action on the subject, and the event of a type. */
export const audited = (action: string) => `audit_event WHERE action = '${action}' AND entity_id = $1::text`;
export const told = (type: string) => `domain_event WHERE type = '${type}' AND entity_id = $1`;
