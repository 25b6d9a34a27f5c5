import type { MediaStructure } from '@yunzhen/shared/calls/call.contract';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

export const mediaNodeEntity = defineTable('media_node', {
  id: key('text'),
  url: column('text'),
  incarnation: column('uuid'),
  routerRtpCapabilities: column<MediaStructure>('jsonb'),
  workers: column('integer'),
  rooms: column('integer'),
  participants: column('integer'),
  /** 0 (idle) to 1 (full). */
  load: column('double precision'),
  /** The node closes. */
  draining: column('boolean'),
  /** Since when an operator drains it; null while it is in service. */
  drainedSince: nullable('timestamptz'),
  /** Whether it asks its calls to move while it is drained; releases before do not. */
  movesCalls: column('boolean'),
  lastSeenAt: column('timestamptz'),
  /** The address at which the api sends room orders. */
  controlUrl: column('text'),
  /** Number of further visits that the node reports it can accept. */
  freeVisits: column('integer'),
  openVisits: column('integer'),
  promised: column<Record<string, string>>('jsonb'),
  /** The release of the node; null from one that does not report it. */
  version: nullable('text'),
  /** By how much its clock was ahead of the database’s, less the delay of the heartbeat. */
  clockOffsetSeconds: nullable('double precision'),
  /** Where it is (`MEDIA_PLACE`); null where that is not set. */
  place: nullable('text'),
  /** Whether its last heartbeat had the key of this node rather than the shared secret. */
  ownKey: column('boolean'),
  /** The start of this node that the present one replaced, and when. If it reports again soon, two nodes have this id. */
  formerIncarnation: nullable('uuid'),
  takenOverAt: nullable('timestamptz'),
  /** The later of two nodes with this id, which may not register while the other one is alive. */
  refusedIncarnation: nullable('uuid'),
});
export type MediaNodeRow = RowOf<typeof mediaNodeEntity>;
