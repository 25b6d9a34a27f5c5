import type { MediaStructure } from '@yunzhen/shared/calls/call.contract';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

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
  draining: column('boolean'),
  lastSeenAt: column('timestamptz'),
  /** Where the api reaches it for room orders. */
  controlUrl: column('text'),
  /** Visits that it would still take in, by its own account. */
  freeVisits: column('integer'),
  openVisits: column('integer'),
  promised: column<Record<string, string>>('jsonb'),
});
export type MediaNodeRow = RowOf<typeof mediaNodeEntity>;
