import { column, defineTable, key, nullable, type RowOf } from '../platform/db/table.ts';

/** What the target stores until the hospital opens. */
export interface ArrivingHospital {
  /** Its row, once everything has arrived. */
  hospital: (Record<string, unknown> & { slug: string }) | null;
  /** The jobs that wait for it. */
  jobs: Record<string, unknown>[];
  /** Its row as it was when it had moved away from here, for one that returns. */
  former: Record<string, unknown> | null;
}

/** The latest move of a hospital from or to this installation. Only the owner of the tables reads or writes it. */
export const hospitalMoveEntity = defineTable('hospital_move', {
  hospital: key('uuid'),
  move: column('uuid'),
  /** The source copies, closes and has moved; in the target the hospital arrives, is ready and is opened. */
  state: column<'copying' | 'closed' | 'moved' | 'arriving' | 'ready' | 'opened'>('text'),
  startedAt: column('timestamptz'),
  changedAt: column('timestamptz'),
  address: nullable('text'),
  /** In the target the code for giving up after the source has moved; one that arrives with a code has been given up. In the source its SHA-256. */
  withdrawal: nullable('text'),
  arriving: nullable<ArrivingHospital>('jsonb'),
});
export type HospitalMoveRow = RowOf<typeof hospitalMoveEntity>;
