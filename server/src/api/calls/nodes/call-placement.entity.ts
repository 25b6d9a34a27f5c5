import { column, defineTable, key } from '../../../platform/db/table.ts';

/** A media node that a visit was placed on. A visit may have had several. */
export const callPlacementEntity = defineTable('call_placement', {
  visitId: key('uuid'),
  nodeId: key('text'),
  hospitalId: column('uuid'),
  placedAt: column('timestamptz'),
});
