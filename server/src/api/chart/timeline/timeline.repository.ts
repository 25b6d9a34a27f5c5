import type { ChartLook, TimelineItem, TimelineKind } from '@yunzhen/shared/chart/timeline.contract';
import { placeValues, timedBy, type Place } from '../../../platform/db/paging.ts';
import { namesOf } from '../../../platform/db/person-names.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { recordLooks } from '../../core/record-looks.ts';

export type TimelineRow = Omit<TimelineItem, 'at'> & { at: Date };
export type ReadRow = Omit<ChartLook, 'at'> & { at: Date };

const writer = namesOf('p.name', 'p.name_latin');

/**
 * One select per kind, all with the same columns. `$1` is the patient; `$2` is true for the patient’s own view, which omits notes and diagnoses of
 * open visits.
 */
const sources: Readonly<Record<TimelineKind, string>> = {
  visit: `SELECT v.id, 'visit' AS kind, v.created_at AS at, v.id AS visit_id, d.name AS title, v.complaint AS detail,
      v.status AS code, NULL AS recorded_by, ${writer} AS author, false AS retracted, NULL::json AS ending
    FROM visit v JOIN department d ON d.id = v.department_id JOIN practitioner p ON p.id = v.practitioner_id
    WHERE v.patient_id = $1`,
  note: `SELECT n.visit_id, 'note', coalesce(n.signed_at, n.updated_at), n.visit_id, NULL, n.content->>'assessment',
      n.status, 'doctor', ${writer}, false, NULL
    FROM note n JOIN visit v ON v.id = n.visit_id JOIN practitioner p ON p.id = n.author_id
    WHERE v.patient_id = $1 AND NOT $2 AND n.version > 0`,
  diagnosis: `SELECT g.id, 'diagnosis', g.recorded_at, g.visit_id, g.title, g.code, g.certainty, 'doctor', ${writer}, false, NULL
    FROM diagnosis g JOIN visit v ON v.id = g.visit_id JOIN practitioner p ON p.id = v.practitioner_id
    WHERE g.patient_id = $1 AND (v.ended_at IS NOT NULL OR NOT $2)`,
  prescription: `SELECT s.id, 'prescription', s.signed_at, s.visit_id,
      (SELECT jsonb_build_object('en', string_agg(i->'productName'->>'en', ', '),
         'zh', string_agg(i->'productName'->>'zh', '、')) FROM jsonb_array_elements(s.items) i),
      s.number, s.status, 'doctor', ${writer}, false, NULL
    FROM prescription s JOIN practitioner p ON p.id = s.practitioner_id
    WHERE s.patient_id = $1 AND s.signed_at IS NOT NULL`,
  attachment: `SELECT f.id, 'attachment', f.uploaded_at, f.visit_id, NULL, f.name, f.type, m.author_role, ${writer}, false, NULL
    FROM chat_attachment f JOIN chat_message m ON m.visit_id = f.visit_id AND m.id = f.message_id
    JOIN visit v ON v.id = f.visit_id
    LEFT JOIN practitioner p ON p.account_id = m.author_account_id AND m.author_role = 'doctor'
    WHERE v.patient_id = $1`,
  document: entry('chart_document', 'document', 'NULL', `coalesce(e.title, '')`, 'e.category', 'e.recorded_at'),
  allergy: entry('allergy', 'allergy', 'NULL', `concat_ws(' · ', e.substance, nullif(e.reaction, ''))`, 'e.severity'),
  condition: entry(
    'condition',
    'condition',
    'e.title',
    `coalesce(e.code, '')`,
    `CASE WHEN e.resolved_at IS NULL THEN 'active' ELSE 'resolved' END`,
  ),
  medicine: entry('medication_statement', 'medicine', 'NULL', `concat_ws(' · ', e.text, nullif(e.dosage, ''))`, 'NULL'),
  observation: entry(
    'observation',
    'observation',
    'NULL',
    `trim_scale(e.value)::text || coalesce('/' || trim_scale(e.diastolic)::text, '') || ' ' || e.unit`,
    'e.kind',
    'e.measured_at',
  ),
  pregnancy: entry('pregnancy_statement', 'pregnancy', 'NULL', 'e.lactation', 'e.pregnancy'),
};

function entry(table: string, kind: TimelineKind, title: string, detail: string, code: string, at = 'e.recorded_at') {
  return `SELECT e.id, '${kind}', ${at}, NULL::uuid, ${title}::jsonb, ${detail}, ${code}, e.recorded_by, ${writer},
      e.retracted_at IS NOT NULL, CASE WHEN e.retracted_at IS NOT NULL THEN ${endingOf(kind)} END
    FROM ${table} e LEFT JOIN practitioner p ON p.account_id = e.recorded_by_account_id AND e.recorded_by = 'doctor'
    WHERE e.patient_id = $1`;
}

/** The latest decision on the entry `e`. */
function endingOf(kind: TimelineKind): string {
  return `(SELECT json_build_object('action', h.action, 'reason', h.reason, 'at', h.at, 'by', h.actor_role,
       'author', ${namesOf('d.name', 'd.name_latin')})
     FROM chart_entry_event h LEFT JOIN practitioner d ON d.account_id = h.actor_account_id AND h.actor_role = 'doctor'
     WHERE h.patient_id = e.patient_id AND h.kind = '${kind}' AND h.entry_id = e.id ORDER BY h.version DESC LIMIT 1)`;
}

/** The first select names the columns, so visits come first even when they are not requested. */
function unionOf(kind: TimelineKind | null): string {
  const { visit, ...others } = sources;
  if (kind === null || kind === 'visit') {
    return [visit, ...(kind === null ? Object.values(others) : [])].join(' UNION ALL ');
  }
  return `${visit} AND false UNION ALL ${others[kind]}`;
}

/** Queries a patient’s history and the accesses to it in order of time. */
export class TimelineRepository {
  /** Returns items newest first, one more than the limit when there are more. */
  list(
    tx: Tx,
    patientId: string,
    filter: { own: boolean; kind: TimelineKind | null; limit: number; after: Place | null },
  ): Promise<TimelineRow[]> {
    const timed = timedBy("date_trunc('milliseconds', at)", 'id', 'desc', 3);
    return tx.query<TimelineRow>(
      `SELECT id, kind, at, visit_id AS "visitId", title, detail, code, recorded_by AS "recordedBy", author, retracted, ending
       FROM (${unionOf(filter.kind)}) t
       WHERE ($2 OR true) AND ${timed.where}
       ORDER BY ${timed.order} LIMIT $5`,
      [patientId, filter.own, ...placeValues(filter.after), filter.limit + 1],
    );
  }

  /** Returns one row per person and day in the hospital’s calendar, without the patient’s own, newest first. */
  looks(tx: Tx, patientId: string, ownAccountId: string, limit: number, after: Place | null): Promise<ReadRow[]> {
    const timed = timedBy('at', 'id', 'desc', 5);
    return tx.query<ReadRow>(
      `SELECT * FROM (
         SELECT (array_agg(e.id ORDER BY e.at DESC, e.id DESC))[1] AS id, date_trunc('milliseconds', max(e.at)) AS at,
           ${namesOf('coalesce(p.name, a.display_name)', 'coalesce(p.name_latin, a.display_name_latin)')} AS person, a.roles, count(*)::int AS count,
           bool_or(coalesce(e.details->>'by' = 'break-glass', false)) AS "breakGlass"
         FROM audit_event e JOIN account a ON a.id = e.actor_account_id
         JOIN hospital h ON h.id = e.hospital_id
         LEFT JOIN practitioner p ON p.account_id = a.id
         WHERE e.hospital_id = $1 AND e.patient_id = $2 AND e.outcome = 'done' AND e.action = ANY ($3)
           AND e.actor_account_id <> $4
         GROUP BY a.id, p.id, (e.at AT TIME ZONE h.time_zone)::date
       ) d WHERE ${timed.where} ORDER BY ${timed.order} LIMIT $7`,
      [tx.hospitalId, patientId, recordLooks, ownAccountId, ...placeValues(after), limit + 1],
    );
  }
}
