import type { Acknowledgement, DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { severities, type Severity } from '../safety/severity.ts';
import type { AlertOutcome } from './alert-outcomes.ts';

export interface RuleCount {
  rule: string;
  check: string;
  severity: Severity;
  shown: number;
  overridden: number;
}

export interface ReasonCount {
  rule: string;
  reason: Acknowledgement['reason'];
  times: number;
}

/** From the start of the first day to the end of the last day in the hospital’s time zone ($1: zone, $2 and $3: days, $4: hospital). */
const inPeriod = `hospital_id = $4 AND at >= $2::date::timestamp AT TIME ZONE $1
  AND at < ($3::date + 1)::timestamp AT TIME ZONE $1`;

export interface Period {
  timeZone: string;
  from: string;
  to: string;
}

const valuesOf = (tx: Tx, { timeZone, from, to }: Period) => [timeZone, from, to, tx.hospitalId];

/** Queries for outcomes of safety alerts. The rows contain no brand names and no doctors. */
export class AlertsRepository {
  /** Returns every alert that the checks have shown on the draft so far. */
  shownOnDraft(tx: Tx, prescriptionId: string): Promise<Pick<DetectedIssue, 'id' | 'check' | 'severity'>[]> {
    return tx.query(
      `SELECT DISTINCT issue->>'id' AS id, issue->>'check' AS check, issue->>'severity' AS severity
       FROM safety_check, jsonb_array_elements(report->'issues') AS issue
       WHERE prescription_id = $1 AND phase = 'draft'`,
      [prescriptionId],
    );
  }

  async keep(tx: Tx, prescriptionId: string, outcomes: readonly AlertOutcome[]): Promise<void> {
    if (outcomes.length === 0) return;
    await tx.query(
      `INSERT INTO safety_alert (prescription_id, rule, hospital_id, check_name, severity, outcome, reason, at)
       SELECT $1, o.rule, $2, o."check", o.severity, o.outcome, o.reason, $3
       FROM jsonb_to_recordset($4) AS o(rule text, "check" text, severity text, outcome text, reason text)`,
      [prescriptionId, tx.hospitalId, tx.now, JSON.stringify(outcomes)],
    );
  }

  rules(tx: Tx, period: Period): Promise<RuleCount[]> {
    return tx.query<RuleCount>(
      `SELECT rule, check_name AS check, count(*)::int AS shown,
         count(*) FILTER (WHERE outcome = 'overridden')::int AS overridden,
         ($5::text[])[max(array_position($5::text[], severity))] AS severity
       FROM safety_alert WHERE ${inPeriod} GROUP BY rule, check_name ORDER BY rule`,
      [...valuesOf(tx, period), severities],
    );
  }

  /** Returns the day of the hospital’s first stored outcome; null without any. */
  async recordedSince(tx: Tx, timeZone: string): Promise<string | null> {
    const [found] = await tx.query<{ day: string | null }>(
      `SELECT (min(at) AT TIME ZONE $1)::date::text AS day FROM safety_alert WHERE hospital_id = $2`,
      [timeZone, tx.hospitalId],
    );
    return found?.day ?? null;
  }

  reasons(tx: Tx, period: Period): Promise<ReasonCount[]> {
    return tx.query<ReasonCount>(
      `SELECT rule, reason, count(*)::int AS times FROM safety_alert
       WHERE ${inPeriod} AND outcome = 'overridden' GROUP BY rule, reason ORDER BY times DESC, reason`,
      valuesOf(tx, period),
    );
  }
}
