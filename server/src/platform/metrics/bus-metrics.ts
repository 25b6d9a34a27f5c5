import type { Registry } from 'prom-client';
import type { BusHealth } from '../realtime/cluster-bus.ts';
import { exportFigure } from './export-figure.ts';

/** Exports whether this process still receives what it publishes between api processes. */
export function measureBus(registry: Registry, health: () => BusHealth): void {
  exportFigure(registry, {
    name: 'yunzhen_bus_connected',
    help: '1 while heartbeats on the bus are stored',
    read: () => Number(health().isBeating),
  });
  exportFigure(registry, {
    name: 'yunzhen_bus_deaf',
    help: '1 while the notification of its own heartbeat did not come back',
    read: () => Number(health().deaf),
  });
  exportFigure(registry, {
    name: 'yunzhen_bus_degraded',
    help: '1 while the server at REDIS_URL is unreachable and Postgres takes its place',
    read: () => Number(health().degraded),
  });
  exportFigure(registry, {
    name: 'yunzhen_bus_echo_seconds',
    help: 'How long the notification of its last heartbeat took to come back',
    read: () => health().echoSeconds,
  });
}
