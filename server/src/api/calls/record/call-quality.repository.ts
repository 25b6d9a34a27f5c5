import type { CallEvent } from '../../../platform/nodes/node-api.contract.ts';
import { lineCauses, lineGrades } from '@yunzhen/shared/calls/quality.constants';
import { mediaCarried, type QualitySample } from '@yunzhen/shared/calls/quality.schemas';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { DomainEventFacts } from '../../core/domain-events.ts';

/** The combined measurements of one visit’s calls from all participants; null where nothing was measured. */
export type CallMeasures = DomainEventFacts['call.measured'] & { sessions: number };

const audioOnly = mediaCarried.options.indexOf('audio-only');

export class CallQualityRepository {
  /**
   * Stores a page’s measurements with the latest call session of the visit on the node, even a closed one, unless its samples have been packed.
   * Enumerated values are stored as their index in the contract’s lists.
   */
  async storeSamples(
    tx: Tx,
    nodeId: string,
    event: Pick<CallEvent, 'visitId' | 'at'>,
    participantId: string,
    samples: readonly QualitySample[],
  ): Promise<void> {
    const rows = samples.map((sample) => ({
      ...sample,
      grade: lineGrades.indexOf(sample.grade),
      cause: lineCauses.indexOf(sample.cause),
      carried: mediaCarried.options.indexOf(sample.carried),
    }));
    await tx.query(
      `INSERT INTO call_quality_sample (hospital_id, session_id, participant_id, at, span_ms, frozen_ms, kbps_received,
         kbps_sent, rtt_ms, jitter_ms, mos, loss_received, loss_sent, concealed, grade, cause, carried)
       SELECT $1, s.id, $4, $5::timestamptz - q."agoMs" * interval '1 millisecond', q."spanMs", q."frozenMs",
         q."kbpsReceived", q."kbpsSent", q."rttMs", q."jitterMs", q.mos, q."lossReceived", q."lossSent", q.concealed, q.grade,
         q.cause, q.carried
       FROM (SELECT id, quality_packed_at FROM call_session WHERE visit_id = $2 AND node_id = $3 ORDER BY opened_at DESC LIMIT 1) s,
         jsonb_to_recordset($6::jsonb) AS q("agoMs" int, "spanMs" int, "frozenMs" int, "kbpsReceived" int, "kbpsSent" int,
           "rttMs" int, "jitterMs" int, mos smallint, "lossReceived" smallint, "lossSent" smallint, concealed smallint,
           grade smallint, cause smallint, carried smallint)
       WHERE s.quality_packed_at IS NULL`,
      [tx.hospitalId, event.visitId, nodeId, participantId, event.at, JSON.stringify(rows)],
    );
  }

  /** Returns the measurements. A drop is a lost connection that recovered, or a connection that failed for good. */
  async measure(tx: Tx, visitId: string): Promise<CallMeasures> {
    const [measures] = await tx.query<CallMeasures>(
      `WITH sample AS (
         SELECT q.* FROM call_quality_sample q JOIN call_session c ON c.id = q.session_id WHERE c.visit_id = $1
       ), event AS (
         SELECT type, at, participant_id, reason, first_picture,
           coalesce((recovery->>'soundAfterMs')::float, (recovery->>'pictureAfterMs')::float) AS recovery_ms
         FROM call_event WHERE visit_id = $1
       )
       SELECT
         (SELECT count(*)::int FROM call_session WHERE visit_id = $1) AS sessions,
         (SELECT round(coalesce(sum(span_ms), 0) / 1000.0)::int FROM sample) AS "measuredSeconds",
         (SELECT round(coalesce(sum(span_ms) FILTER (WHERE carried = $2), 0) / 1000.0)::int FROM sample) AS "audioOnlySeconds",
         (SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY mos))::int FROM sample) AS "mosMedian",
         (SELECT round(avg(mos))::int FROM sample) AS "mosMean",
         (SELECT count(*)::int FROM event e WHERE type = 'recovered' OR (type = 'participant-left' AND reason = 'disconnected'
            AND NOT EXISTS (SELECT 1 FROM event b WHERE b.participant_id = e.participant_id AND b.at >= e.at
              AND b.type IN ('participant-joined', 'participant-resumed', 'recovered')))) AS drops,
         (SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY recovery_ms))::int FROM event
          WHERE type = 'recovered') AS "recoveryMedianMs",
         (SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY (first_picture->>'afterMs')::float))::int FROM event
          WHERE type = 'first-picture') AS "firstPictureMs"`,
      [visitId, audioOnly],
    );
    if (!measures) throw new Error('call quality aggregate returned no row');
    return measures;
  }
}
