import { Counter, type Registry } from 'prom-client';
import { exportFigure } from '../platform/metrics/export-figure.ts';
import type { CallEventSpool } from './registration/call-event-spool.ts';
import type { Heartbeat } from './registration/heartbeat.ts';
import type { CheckRooms } from './rooms/check-rooms.ts';
import type { RoomMover } from './rooms/room-mover.ts';
import type { RoomRegistry } from './rooms/room-registry.ts';
import type { AddressLimits } from '../platform/limits/address-limits.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

interface Observed {
  workers: WorkerPool;
  rooms: RoomRegistry;
  spool: CallEventSpool;
  heartbeat: Heartbeat;
  checks: CheckRooms;
  mover: RoomMover;
  limits: AddressLimits;
  tcpLimits: AddressLimits;
  freeVisits: number;
  load: number;
  sentMbps: number | null;
}

/** Registers the node's metrics, which are read on request. */
export function registerNodeMetrics(registry: Registry, node: Observed): void {
  const { workers, rooms, spool, heartbeat, checks, mover, limits, tcpLimits } = node;
  const figures: readonly [name: string, help: string, read: () => number | null][] = [
    ['yunzhen_media_workers', 'Media workers that run', () => workers.workers.length],
    ['yunzhen_media_load', 'Mean share of a core that the workers use, 0 to 1', () => node.load],
    ['yunzhen_media_sent_mbps', 'Megabits a second that the machine sends', () => node.sentMbps],
    ['yunzhen_media_rooms', 'Rooms that are open', () => rooms.rooms.length],
    ['yunzhen_media_participants', 'Participants in rooms', () => rooms.participants],
    ['yunzhen_media_free_visits', 'Visits that the node would still take in', () => node.freeVisits],
    ['yunzhen_media_drained', '1 while an operator drains the node', () => Number(mover.drained)],
    ['yunzhen_media_checks', 'Lines that are being tried', () => checks.size],
    ['yunzhen_media_sockets_refused', 'Call sockets refused because one address had too many', () => limits.refused],
    ['yunzhen_media_tcp_refused', 'TCP connections refused because one address had too many', () => tcpLimits.refused],
    ['yunzhen_media_events_pending', 'Call events that the api has not acknowledged', () => spool.pending],
    ['yunzhen_media_registered', '1 while the api answers heartbeats', () => Number(heartbeat.reachable)],
  ];
  for (const [name, help, read] of figures) exportFigure(registry, { name, help, read });
  new Counter({
    name: 'yunzhen_media_worker_deaths_total',
    help: 'Media workers that died and were replaced',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(workers.deaths);
    },
  });
}
