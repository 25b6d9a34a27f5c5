import type { FastifyInstance } from 'fastify';
import type { ClockWatch } from '../platform/clock-watch.ts';
import type { ApiSettings } from '../platform/config/settings.ts';
import { timeouts } from '../platform/config/timeouts.ts';
import type { Database } from '../platform/db/data-source.ts';
import { backupWarnings, backupWatchOf, watchBackups, type BackupWatch } from '../platform/backup/state.ts';
import { migrationState } from '../platform/db/migrations.ts';
import type { FileStore } from '../platform/files/store/file-store.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import type { RecordHub } from '../platform/realtime/record-hub.ts';
import type { CallsArea } from './calls/index.ts';
import { hasFreeSpace, readinessOf, within, type Readiness } from './readiness.ts';

/** Schedules are checked every thirty seconds; after this long no process does it. */
const longestIdleSeconds = 180;

interface HealthDeps {
  settings: ApiSettings;
  source: Database;
  jobs: Jobs;
  hub: RecordHub;
  clockWatch: ClockWatch;
  calls: Pick<CallsArea, 'mediaNodeReady'>;
  files: Pick<FileStore, 'bucket' | 'isReachable' | 'owner'>;
  /** Time limit of an answer in milliseconds. */
  answerWithin?: number;
}

/** Serves liveness, and readiness of everything that serving needs. */
export function serveHealth(
  server: FastifyInstance,
  { settings, source, jobs, hub, clockWatch, calls, files, answerWithin = timeouts['ready.answer'] }: HealthDeps,
): { ready(): Promise<Readiness>; drain(): void; clockOffsetSeconds(): number } {
  let draining = false;
  const check = (checks: Parameters<typeof readinessOf>[0]) => readinessOf(checks, answerWithin);
  const ready = async (): Promise<Readiness> => {
    const [readiness, { ready: hasCalls }, { ready: hasFiles }, { ready: ownsFiles }, backups] = await Promise.all([
      check({
        serving: () => Promise.resolve(!draining),
        migrations: async () => (await migrationState(source)).pending.length === 0,
        // The database answers and accepts writes.
        database: async () => hub.isBeating && (await source.query('SELECT 1')).length === 1,
        disk: () => hasFreeSpace(settings.DATA_DIR, settings.DISK_FREE_MB),
        jobs: async () => (await jobs.idleSeconds()) < longestIdleSeconds,
        clock: () => Promise.resolve(clockWatch.isReliable),
      }),
      // Without a media node everything but calls is served; at start-up a node waits for the api.
      check({ node: () => calls.mediaNodeReady() }),
      // Without the object store only files in it are missing.
      check({ store: () => files.isReachable() }),
      check({ own: async () => (await files.owner()) !== 'other' }),
      within(answerWithin, () => backupsOf(backupWatchOf(settings)), 'trouble'),
    ]);
    return {
      ...readiness,
      isolated: settings.ISOLATED,
      calls: hasCalls ? 'available' : 'unavailable',
      files: files.bucket === null ? 'postgres' : !hasFiles ? 'unavailable' : ownsFiles ? 'available' : 'read-only',
      bus: hub.busHealth.deaf || hub.busHealth.degraded ? 'degraded' : 'available',
      backups,
    };
  };
  /**
   * With a wrong clock good tokens seem expired. The only api serves all the same: what it issued itself works with it. Fifteen minutes or more
   * behind the database that is pages and reads without audit only, because the database refuses entries dated so far back.
   */
  const mustYield = () => !clockWatch.isReliable && hub.otherHasTime;
  server.get('/healthz', { schema: { hide: true } as never }, async () => ({ status: 'alive' }));
  server.get('/readyz', { schema: { hide: true } as never }, async (_request, reply) => {
    const { ready: isReady, ...rest } = await ready();
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', ...rest });
  });
  // For proxies: an api that cannot reach its database still answers with pages and coded errors.
  server.get('/readyz/serving', { schema: { hide: true } as never }, async (_request, reply) => {
    const reason = draining ? 'stopping' : mustYield() ? 'clock' : undefined;
    return reply.code(reason ? 503 : 200).send({ serving: !reason, reason });
  });
  server.addHook('onRequest', (_request, reply, done) => {
    // Clients with keep-alive then open a new connection, to another process.
    if (draining) reply.header('connection', 'close');
    done();
  });
  return { ready, drain: () => void (draining = true), clockOffsetSeconds: () => clockWatch.offsetSeconds };
}

/** Serving needs no backup, so a late or failing one is reported only. */
async function backupsOf(watch: BackupWatch): Promise<Readiness['backups']> {
  const state = await watchBackups(watch);
  if (!state) return 'off';
  const late = backupWarnings(state, new Date());
  const trouble = state.trouble === null ? '' : 'trouble';
  if (late.length === 0) return trouble || 'current';
  return `late: ${[late.join(', '), trouble].filter(Boolean).join('; ')}`;
}
