import { EntitySchema } from 'typeorm';
import type { MediaStructure } from '@yunzhen/shared/contract/call';

/** A media node as it last described itself. It serves every hospital of the installation. */
export interface MediaNodeRow {
  id: string;
  url: string;
  incarnation: string;
  routerRtpCapabilities: MediaStructure;
  workers: number;
  rooms: number;
  participants: number;
  /** 0 (idle) to 1 (full). */
  load: number;
  draining: boolean;
  lastSeenAt: Date;
}

export const mediaNodeEntity = new EntitySchema<MediaNodeRow>({
  name: 'media_node',
  tableName: 'media_node',
  columns: {
    id: { type: 'text', primary: true },
    url: { type: 'text' },
    incarnation: { type: 'uuid' },
    routerRtpCapabilities: { type: 'jsonb', name: 'router_rtp_capabilities' },
    workers: { type: 'int' },
    rooms: { type: 'int' },
    participants: { type: 'int' },
    load: { type: 'double precision' },
    draining: { type: 'boolean' },
    lastSeenAt: { type: 'timestamptz', name: 'last_seen_at' },
  },
});
