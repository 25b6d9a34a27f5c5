import { Gauge, type Registry } from 'prom-client';
import type { CallEventSpool } from './registration/call-event-spool.ts';
import type { Heartbeat } from './registration/heartbeat.ts';
import type { RoomRegistry } from './rooms/room-registry.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

interface Observed {
  workers: WorkerPool;
  rooms: RoomRegistry;
  spool: CallEventSpool;
  heartbeat: Heartbeat;
}

/** Figures of the node, read when they are asked for. */
export function registerNodeMetrics(registry: Registry, { workers, rooms, spool, heartbeat }: Observed): void {
  const figures: readonly [name: string, help: string, read: () => number][] = [
    ['yunzhen_media_workers', 'Media workers that run', () => workers.workers.length],
    ['yunzhen_media_rooms', 'Rooms that are open', () => rooms.rooms.length],
    ['yunzhen_media_participants', 'Participants in rooms', () => rooms.participants],
    ['yunzhen_media_events_pending', 'Call events that the api has not acknowledged', () => spool.pending],
    ['yunzhen_media_registered', '1 while the api answers heartbeats', () => Number(heartbeat.reachable)],
  ];
  for (const [name, help, read] of figures) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  }
}
