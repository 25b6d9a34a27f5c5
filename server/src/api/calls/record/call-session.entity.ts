import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A period in which a visit had a room on a media node. A visit may have several. */
export const callSessionEntity = defineTable('call_session', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  visitId: column('uuid'),
  nodeId: column('text'),
  openedAt: column('timestamptz'),
  closedAt: nullable('timestamptz'),
  /** When the samples of call quality were packed; later ones are dropped. */
  qualityPackedAt: nullable('timestamptz'),
});
export type CallSessionRow = RowOf<typeof callSessionEntity>;
