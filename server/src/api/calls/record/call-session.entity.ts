import { EntitySchema } from 'typeorm';

/** One stretch of time in which a visit had a room on a media node. A visit may have any number of them. */
export interface CallSessionRow {
  id: string;
  hospitalId: string;
  visitId: string;
  nodeId: string;
  openedAt: Date;
  closedAt: Date | null;
}

export const callSessionEntity = new EntitySchema<CallSessionRow>({
  name: 'call_session',
  tableName: 'call_session',
  columns: {
    id: { type: 'uuid', primary: true },
    hospitalId: { type: 'uuid', name: 'hospital_id' },
    visitId: { type: 'uuid', name: 'visit_id' },
    nodeId: { type: 'text', name: 'node_id' },
    openedAt: { type: 'timestamptz', name: 'opened_at' },
    closedAt: { type: 'timestamptz', name: 'closed_at', nullable: true },
  },
});
