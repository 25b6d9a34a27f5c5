import type { Registry } from 'prom-client';
import { poolOf, type Database } from '../db/data-source.ts';
import { exportFigure } from './export-figure.ts';

/** Exports how many connections of the pool are in use, and how many transactions wait for one. */
export function measurePool(registry: Registry, source: Database): void {
  const pool = poolOf(source);
  exportFigure(registry, {
    name: 'yunzhen_db_pool_in_use',
    help: 'Database connections in use',
    read: () => pool.totalCount - pool.idleCount,
  });
  exportFigure(registry, {
    name: 'yunzhen_db_pool_max',
    help: 'Most database connections of this process',
    read: () => pool.options.max,
  });
  exportFigure(registry, {
    name: 'yunzhen_db_pool_waiting',
    help: 'Transactions that wait for a connection',
    read: () => pool.waitingCount,
  });
}
