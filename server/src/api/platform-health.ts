import type { ClockWatch } from '../platform/clock-watch.ts';
import { backupWatchOf, watchBackups } from '../platform/backup/state.ts';
import type { ApiSettings } from '../platform/config/settings.ts';
import { installationContext } from '../platform/context.ts';
import type { Database } from '../platform/db/data-source.ts';
import { readDatabaseFacts } from '../platform/db/database-facts.ts';
import type { Transactions } from '../platform/db/transaction.ts';
import { readTlsCertificates } from '../platform/http/tls-certificates.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import { freeBytes } from '../platform/metrics/disk-metrics.ts';
import type { LastOutcomes } from '../platform/outcomes/last-outcomes.ts';
import type { FileStore } from '../platform/files/store/file-store.ts';
import { keptFiles } from '../platform/postgres-upgrade/kept-files.ts';
import { programVersion } from '../platform/process/program-version.ts';
import { runningProcesses } from '../platform/realtime/api-processes.repository.ts';
import type { ProcessFacts } from '../platform/realtime/cluster-bus.ts';
import type { RecordHub } from '../platform/realtime/record-hub.ts';
import type { FileFacts, HealthSources } from './operator/index.ts';
import { within } from './readiness.ts';
import { fileTableBytes } from './stored-files.ts';

export type PlatformHealth = Omit<HealthSources, 'nodes' | 'canSend'>;

interface PlatformParts {
  settings: ApiSettings;
  source: Database;
  transactions: Transactions;
  jobs: Jobs;
  outcomes: LastOutcomes;
  files: FileStore;
  hub: () => RecordHub;
}

/** What the operator’s health page reads from the platform. */
export function platformHealth(parts: PlatformParts): PlatformHealth {
  const { settings, source, transactions, jobs, outcomes, files, hub } = parts;
  return {
    ownProcess: () => hub().processId,
    processes: () => transactions.run(installationContext('health'), runningProcesses),
    database: () => readDatabaseFacts(source),
    keptFiles: () => keptFiles(settings.DATA_DIR),
    files: () => readFileFacts(source, files, settings),
    jobs: () => jobs.states(),
    outcomes: () => outcomes.all(),
    backups: () => watchBackups(backupWatchOf(settings)),
    tls: readTlsCertificates,
    publicUrl: settings.PUBLIC_URL,
  };
}

/** A store that does not answer within this many milliseconds counts as unavailable. */
const storeAnswerMs = 2_000;

/** Reads where files are, and whether the object store answers. */
async function readFileFacts(source: Database, files: FileStore, settings: ApiSettings): Promise<FileFacts> {
  const stateOf = async () => {
    if (!(await files.isReachable())) return 'unavailable' as const;
    return (await files.owner()) === 'other' ? ('read-only' as const) : ('available' as const);
  };
  return {
    newFiles: files.bucket !== null && settings.FILE_STORE === 's3' && !settings.ISOLATED ? 'bucket' : 'postgres',
    tableBytes: await fileTableBytes(source),
    bucket:
      files.bucket === null ? null : { name: files.bucket, state: await within(storeAnswerMs, stateOf, 'unavailable') },
  };
}

/** Returns what this process reports with its heartbeats. */
export function processFacts(settings: ApiSettings, clockWatch: ClockWatch): () => Promise<ProcessFacts> {
  return async () => ({
    version: programVersion,
    clockOffsetSeconds: clockWatch.offsetSeconds,
    diskFreeBytes: await freeBytes(settings.DATA_DIR).catch(() => null),
    fileBucket: Boolean(settings.FILE_S3_URL),
  });
}
