import { Gauge, type Registry } from 'prom-client';
import { measureBackups } from '../platform/backup/backup-metrics.ts';
import { backupWatchOf } from '../platform/backup/state.ts';
import type { ApiSettings } from '../platform/config/settings.ts';
import { timeouts } from '../platform/config/timeouts.ts';
import type { Database } from '../platform/db/data-source.ts';
import { measureBus } from '../platform/metrics/bus-metrics.ts';
import { measurePool } from '../platform/metrics/database-metrics.ts';
import { measureDisk } from '../platform/metrics/disk-metrics.ts';
import { exportFigure } from '../platform/metrics/export-figure.ts';
import { platformInstruments } from '../platform/metrics/instruments.ts';
import { measureJobs } from '../platform/metrics/job-metrics.ts';
import type { Api } from './app.ts';
import { callInstruments } from './calls/index.ts';
import { within } from './readiness.ts';
import { fileTableBytes } from './stored-files.ts';
import { waitingInstruments } from './visits/index.ts';

/** Adds everything that the api measures to the registry of its metrics port. */
export function observeApi(registry: Registry, api: Api, deps: { settings: ApiSettings; source: Database }): void {
  for (const instrument of [...platformInstruments, ...waitingInstruments, ...callInstruments])
    registry.registerMetric(instrument);
  measurePool(registry, deps.source);
  measureJobs(registry, api.jobs);
  measureBus(registry, () => api.hub.busHealth);
  measureDisk(registry, deps.settings.DATA_DIR);
  measureBackups(registry, backupWatchOf(deps.settings));
  new Gauge({
    name: 'yunzhen_certificates_overdue',
    help: 'Addresses (kind tls) or hospitals with a certificate that should have been renewed by now',
    labelNames: ['kind'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [kind, count] of Object.entries(api.overdueCertificates() ?? {})) this.set({ kind }, count);
    },
  });
  exportFigure(registry, {
    name: 'yunzhen_record_sockets',
    help: 'Pages connected to the record socket',
    read: () => api.hub.connections,
  });
  exportFigure(registry, {
    name: 'yunzhen_clock_offset_seconds',
    help: 'By how much the clock of this machine is ahead of the database’s',
    read: () => api.clockOffsetSeconds(),
  });
  exportFigure(registry, {
    name: 'yunzhen_file_tables_bytes',
    help: 'Size of the tables with files, without objects in a bucket',
    read: () => within<number | null>(timeouts['ready.answer'], () => fileTableBytes(deps.source), null),
  });
  const readOnly = new Gauge({
    name: 'yunzhen_files_read_only',
    help: '1 while the bucket is another database’s, so that new files go to Postgres',
    registers: [registry],
  });
  new Gauge({
    name: 'yunzhen_ready',
    help: '1 for each part of /readyz that is fine',
    labelNames: ['part'],
    registers: [registry],
    async collect() {
      const { parts, calls, bus, files } = await api.ready();
      readOnly.set(Number(files === 'read-only'));
      for (const [part, fine] of Object.entries(parts)) this.set({ part }, Number(fine));
      this.set({ part: 'calls' }, Number(calls === 'available'));
      this.set({ part: 'bus' }, Number(bus === 'available'));
      this.set({ part: 'files' }, Number(files !== 'unavailable'));
    },
  });
}
