import { column, defineTable, key } from '../../../platform/db/table.ts';

/** All samples of a participant in a call session, packed: the n-th element of each array belongs to the n-th sample. */
export const callQualitySeriesEntity = defineTable('call_quality_series', {
  hospitalId: column('uuid'),
  sessionId: key('uuid'),
  participantId: key('uuid'),
  beganAt: column('timestamptz'),
  afterMs: column('integer[]'),
  spanMs: column('integer[]'),
  frozenMs: column('integer[]'),
  kbpsReceived: column('integer[]'),
  kbpsSent: column('integer[]'),
  rttMs: column('integer[]'),
  jitterMs: column('integer[]'),
  mos: column('smallint[]'),
  lossReceived: column('smallint[]'),
  lossSent: column('smallint[]'),
  concealed: column('smallint[]'),
  grade: column('smallint[]'),
  cause: column('smallint[]'),
  carried: column('smallint[]'),
});
