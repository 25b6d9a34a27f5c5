import type { OperatedNode } from '@yunzhen/shared/operator/operator.contract';

/** A media node that accepts calls, for tests. */
export const sampleNode: OperatedNode = {
  id: 'node-1',
  version: '1.0.0',
  alive: true,
  draining: false,
  drainedSince: null,
  movesCalls: true,
  workers: 2,
  rooms: 2,
  participants: 4,
  load: 0.2,
  freeVisits: 9,
  place: null,
  lastSeenAt: '2026-11-29T11:59:59.000Z',
  clockOffsetSeconds: 0,
};
