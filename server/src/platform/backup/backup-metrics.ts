import type { Registry } from 'prom-client';
import { exportFigure } from '../metrics/export-figure.ts';
import { watchBackups, type BackupState, type BackupWatch } from './state.ts';

/** Exports the age of backups for alerts. Exports nothing where none are configured. */
export function measureBackups(registry: Registry, watch: BackupWatch): void {
  const gauge = (name: string, help: string, value: (state: BackupState, now: number) => number | null) =>
    exportFigure(registry, {
      name,
      help,
      read: async () => {
        const state = await watchBackups(watch);
        return state && value(state, Date.now());
      },
    });
  const age = (at: Date | null, since: Date, now: number) => (now - (at ?? since).getTime()) / 1000;
  gauge('yunzhen_backup_age_seconds', 'Since the newest whole backup, or since backups are on', (state, now) =>
    age(state.backupAt, state.since, now),
  );
  gauge('yunzhen_backup_log_age_seconds', 'Since the last moment that the archived log covers', (state, now) =>
    age(state.logAt, state.since, now),
  );
  gauge('yunzhen_restore_drill_age_seconds', 'Since the last restore drill that verified everything', (state, now) =>
    state.drills ? age(state.drillAt, state.since, now) : null,
  );
  gauge('yunzhen_restore_drill_duration_seconds', 'How long that drill took', (state) => state.drillSeconds);
  gauge('yunzhen_backup_trouble', '1 while archiving or backing up fails', (state) => (state.trouble === null ? 0 : 1));
}
