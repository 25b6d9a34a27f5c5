import { EntitySchema } from 'typeorm';
import type { MediaStructure } from '@yunzhen/shared/calls/call.contract';

/** A media node as it last described itself. It serves every hospital of the installation. */
export interface MediaNodeRow {
  id: string;
  url: string;
  /** Where the api reaches it for room orders. */
  controlUrl: string;
  incarnation: string;
  routerRtpCapabilities: MediaStructure;
  workers: number;
  rooms: number;
  participants: number;
  /** 0 (idle) to 1 (full). */
  load: number;
  /** Visits that it would still take in, by its own account. */
  freeVisits: number;
  draining: boolean;
  lastSeenAt: Date;
}

export const mediaNodeEntity = new EntitySchema<MediaNodeRow>({
  name: 'media_node',
  tableName: 'media_node',
  columns: {
    id: { type: 'text', primary: true },
    url: { type: 'text' },
    controlUrl: { type: 'text', name: 'control_url' },
    incarnation: { type: 'uuid' },
    routerRtpCapabilities: { type: 'jsonb', name: 'router_rtp_capabilities' },
    workers: { type: 'int' },
    rooms: { type: 'int' },
    participants: { type: 'int' },
    load: { type: 'double precision' },
    freeVisits: { type: 'int', name: 'free_visits' },
    draining: { type: 'boolean' },
    lastSeenAt: { type: 'timestamptz', name: 'last_seen_at' },
  },
});
