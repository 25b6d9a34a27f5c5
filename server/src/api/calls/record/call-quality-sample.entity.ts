import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** A page’s measurement in a call. The table has no primary key; these columns identify its rows for TypeORM. */
export const callQualitySampleEntity = defineTable('call_quality_sample', {
  hospitalId: column('uuid'),
  sessionId: key('uuid'),
  participantId: key('uuid'),
  at: key('timestamptz'),
  spanMs: column('integer'),
  frozenMs: column('integer'),
  kbpsReceived: column('integer'),
  kbpsSent: column('integer'),
  rttMs: nullable('integer'),
  jitterMs: nullable('integer'),
  mos: nullable('smallint'),
  lossReceived: nullable('smallint'),
  lossSent: nullable('smallint'),
  concealed: nullable('smallint'),
  grade: column('smallint'),
  cause: column('smallint'),
  carried: column('smallint'),
});
