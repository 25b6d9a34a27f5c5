import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';
import { totalId } from '../counting/rollup-cells.ts';
import { segmentsOf, type DayRange, type Segment } from './figure-range.ts';

/** Whose rows: the hospital’s, a department’s, those of each department, of each doctor of one, or a doctor’s without a department (duty). */
export type Scope =
  | { of: 'hospital' }
  | { of: 'department'; departmentId: string }
  | { of: 'departments' }
  | { of: 'practitioners'; departmentId: string }
  | { of: 'duty'; practitionerId: string };

/** What is read: rows of some segments, merged by group, by week or month, or by weekday and hour in a time zone; or unmerged, by start. */
export interface Part {
  readonly segments: readonly Segment[];
  readonly by: 'all' | 'start' | 'week' | 'month' | { readonly weekHourIn: string };
}

export interface RollupRow {
  departmentId: string;
  practitionerId: string;
  /** Start of the week or month for merged rows; the epoch for rows merged over all time. */
  starts: Date;
  /** Monday 0 h is 0, Sunday 23 h is 167; −1 unless requested. */
  weekHour: number;
  /** Encoded, possibly several concatenated; `Tally` adds them up in this form. */
  tally: Uint8Array;
}

export interface Standing {
  /** Whether the requested department and doctor belong to this hospital. */
  exists: boolean;
  /** The version of the days’ rollups; every change gives another. */
  state: string;
  /** The first day with figures; null without any. */
  since: string | null;
  /** Events that are not counted yet, and the time of the oldest. */
  waiting: number;
  oldest: Date | null;
}

/** Returns the parts for a range and the range before, each merged. */
export const wholeParts = ({ range, before }: { range: DayRange; before: DayRange }): Part[] =>
  [range, before].map((days) => ({ segments: segmentsOf(days), by: 'all' }));

const everyDepartment = `ARRAY (SELECT id FROM department WHERE hospital_id = $1)`;
const everyDoctor = `ARRAY (SELECT id FROM practitioner WHERE hospital_id = $1 AND kind = 'doctor')`;

/** Reads rollups. Each part is one range of the primary key, so its cost is proportional to its rows. */
export class RollupReader {
  /** Returns the rows of each part, in the order of the parts. */
  async read(tx: Tx, scope: Scope, parts: readonly Part[]): Promise<RollupRow[][]> {
    const values: unknown[] = [tx.hospitalId];
    const take = (value: unknown) => `$${values.push(value)}`;
    const { practitioners, departments } = conditionsOf(scope, take);
    const selects = parts.flatMap(({ segments, by }, part) => {
      const { starts, weekHour } = columnsOf(by, take);
      const together = by !== 'start';
      return segments.map(
        ({ grain, from, to }) =>
          `SELECT ${part} AS part, department_id AS "departmentId", practitioner_id AS "practitionerId", ${starts} AS starts,
             ${weekHour} AS "weekHour", ${together ? `string_agg(tally, '')` : 'tally'} AS tally
           FROM figure_rollup WHERE hospital_id = $1 AND practitioner_id ${practitioners} AND department_id ${departments}
             AND grain = ${grain} AND starts >= ${take(from)}::timestamptz AND starts < ${take(to)}::timestamptz
           ${together ? 'GROUP BY 2, 3, 4, 5' : ''}`,
      );
    });
    const answer = parts.map((): RollupRow[] => []);
    if (selects.length === 0) return answer;
    for (const row of await tx.query<RollupRow & { part: number }>(selects.join(' UNION ALL '), values))
      answer[row.part]?.push(row);
    return answer;
  }

  /** Returns the ids of every department or doctor in a scope, with or without rows. */
  async idsOf(tx: Tx, scope: Scope): Promise<string[]> {
    if (scope.of === 'departments') return (await this.departments(tx)).map(({ id }) => id);
    return scope.of === 'practitioners' ? (await this.doctors(tx, scope.departmentId)).map(({ id }) => id) : [];
  }

  async departments(tx: Tx): Promise<{ id: string; name: LocalizedText }[]> {
    return tx.query('SELECT id, name FROM department WHERE hospital_id = $1 ORDER BY position, id', [tx.hospitalId]);
  }

  async doctors(tx: Tx, departmentId: string): Promise<{ id: string; name: LocalizedText; title: LocalizedText }[]> {
    const rows = await tx.query<{ id: string; name: string; latin: string; title: LocalizedText }>(
      `SELECT p.id, p.name, p.name_latin AS latin, p.title FROM practitioner p
       WHERE p.hospital_id = $1 AND p.kind = 'doctor' AND EXISTS (
         SELECT 1 FROM practitioner_department d WHERE d.practitioner_id = p.id AND d.department_id = $2)
       ORDER BY p.name_latin, p.id`,
      [tx.hospitalId, departmentId],
    );
    return rows.map(({ id, name, latin, title }) => ({ id, name: { en: latin || name, zh: name }, title }));
  }

  /** Returns what every query needs first, in one round trip. */
  async freshness(
    tx: Tx,
    asked: { departmentId?: string | undefined; practitionerId?: string | undefined },
    { from, to }: DayRange,
  ): Promise<Standing> {
    const [row] = await tx.query<Standing>(
      `SELECT ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM department WHERE hospital_id = $1 AND id = $2))
           AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM practitioner WHERE hospital_id = $1 AND id = $3 AND kind = 'doctor')) AS exists,
         (SELECT coalesce(sum(changes), 0)::text FROM figure_change WHERE hospital_id = $1 AND day BETWEEN $4 AND $5) AS state,
         (SELECT min(day)::text FROM figure_change WHERE hospital_id = $1) AS since,
         p.waiting, p.oldest
       FROM (SELECT count(*)::int AS waiting, min(at) AS oldest FROM figure_pending WHERE hospital_id = $1) p`,
      [tx.hospitalId, asked.departmentId ?? null, asked.practitionerId ?? null, from, to],
    );
    return row ?? { exists: false, state: '', since: null, waiting: 0, oldest: null };
  }
}

function columnsOf(by: Part['by'], take: (value: unknown) => string): { starts: string; weekHour: string } {
  if (typeof by === 'object') {
    // Clock hours since Thursday 1 January 1970 00:00, the 72nd hour of that week.
    const hours = `floor(date_part('epoch', starts AT TIME ZONE ${take(by.weekHourIn)}::text) / 3600)`;
    return { starts: `'epoch'::timestamptz`, weekHour: `((${hours}::int + 72) % 168)` };
  }
  const starts = {
    all: `'epoch'::timestamptz`,
    start: 'starts',
    week: `date_trunc('week', starts, 'UTC')`,
    month: `date_trunc('month', starts, 'UTC')`,
  };
  return { starts: starts[by], weekHour: '-1' };
}

function conditionsOf(scope: Scope, take: (value: unknown) => string) {
  const all = `= '${totalId}'`;
  const one = (id: string) => `= ${take(id)}::uuid`;
  switch (scope.of) {
    case 'hospital':
      return { practitioners: all, departments: all };
    case 'department':
      return { practitioners: all, departments: one(scope.departmentId) };
    case 'departments':
      return { practitioners: all, departments: `= ANY (${everyDepartment})` };
    case 'practitioners':
      return { practitioners: `= ANY (${everyDoctor})`, departments: one(scope.departmentId) };
    case 'duty':
      return { practitioners: one(scope.practitionerId), departments: all };
  }
}
