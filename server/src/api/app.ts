import { createHmac, hkdfSync } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { CertificateKind } from '@yunzhen/shared/operator/health.constants';
import { AppError, statusOf, type ErrorCode } from '@yunzhen/shared/core/errors';
import { systemClock, type Clock } from '../platform/clock.ts';
import { loadContentTexts } from '../platform/content-texts.ts';
import { ClockWatch } from '../platform/clock-watch.ts';
import type { ApiSettings } from '../platform/config/settings.ts';
import { timeouts } from '../platform/config/timeouts.ts';
import { databaseTime, type Database } from '../platform/db/data-source.ts';
import { Transactions } from '../platform/db/transaction.ts';
import { sendProblem, toAppError } from '../platform/http/problem.ts';
import { RouteRegistrar } from '../platform/http/register-route.ts';
import { ClientConnections } from '../platform/http/client-connections.ts';
import { MarkedBrowsers } from '../platform/http/marked-browsers.ts';
import { createHttpServer, type HttpOptions } from '../platform/http/server.ts';
import { openConnections, type OpenConnections } from '../platform/http/open-connections.ts';
import { limitPipelining } from '../platform/http/pipelining.ts';
import { serveApp } from '../platform/http/static-app.ts';
import type { FileStore } from '../platform/files/store/file-store.ts';
import type { StoreOutcomes } from '../platform/files/store/object-files.ts';
import { openFileStore } from '../platform/files/store/open-file-store.ts';
import { removeObjectsJob } from '../platform/files/store/remove-objects.job.ts';
import { fileScreen, malwareScanner } from '../platform/malware/file-screen.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import type { Logger } from '../platform/logging/logger.ts';
import { LastOutcomes } from '../platform/outcomes/last-outcomes.ts';
import { filesOutcome } from '../platform/outcomes/outcome-names.ts';
import { programVersion } from '../platform/process/program-version.ts';
import { RecordHub } from '../platform/realtime/record-hub.ts';
import { hasFormerKeys, openKeyEncryption } from '../platform/signing/open-key-encryption.ts';
import { AccessTokens } from '../platform/tickets/access-token.ts';
import type { Valkey } from '../platform/valkey/valkey.ts';
import { ValkeyCounters } from '../platform/valkey/valkey-counters.ts';
import { ChainSealer, sealChainsJob } from '../platform/audit-chain/chain-sealer.ts';
import { forgetAnswersJob } from '../platform/db/forget-answers.job.ts';
import { forgetProcessRecordsJob, forgetRecordsJob } from './administration/index.ts';
import { packCallQualityJob } from './calls/index.ts';
import { denialRecord } from './denial-record.ts';
import { askForRewrapping, rewrapSecretsJob } from './rewrap-secrets.job.ts';
import { createAreas } from './areas.ts';
import { entities } from './entities.ts';
import { leadToMovedHospitals } from './moved-hospitals.ts';
import { routeSchemas } from './route-schemas.ts';
import { serveHealth } from './health.ts';
import { clusterBus, openValkey } from './cluster-bus.ts';
import { platformHealth } from './platform-health.ts';
import { OperatorDatabase } from './operator/index.ts';
import type { Readiness } from './readiness.ts';
import type { Notify } from './notifications/index.ts';
import { timeStamping } from './time-stamping.ts';
import { actorOf, isNode, isSessionLive } from './token-holders.ts';

export interface Api {
  server: FastifyInstance;
  routes: RouteRegistrar;
  jobs: Jobs;
  hub: RecordHub;
  /** Notifies people, as every module does. */
  notify: Notify;
  /** Returns the path of an invitation link for a new operator; null for one who has joined already. */
  inviteOperator(email: string): Promise<string | null>;
  /** Queues the job that encrypts secrets under former keys again under the active one. */
  rewrapSecrets(): Promise<void>;
  /** Sets whether past figures are still being generated; pages refresh when they are complete. */
  pastComing(coming: boolean): Promise<void>;
  /** Counts certificates that should have been renewed by now, by kind; null while unknown. */
  overdueCertificates(): Readonly<Record<CertificateKind, number>> | null;
  /** By how much this machine’s clock is ahead of the database’s. */
  clockOffsetSeconds(): number;
  /** Checks every dependency that serving needs. */
  ready(): Promise<Readiness>;
  /** Reports not ready while still serving, so that load balancers direct clients to other processes. */
  drain(): void;
  /** Stops accepting requests, closes sockets and waits for running jobs. */
  close(): Promise<void>;
}

interface ApiOptions {
  settings: ApiSettings;
  log: Logger;
  clock: Clock;
  /** The clock that is compared with the database’s. */
  machineClock?: Clock;
  source: Database;
  /** The folder of the built pages, if not this project’s. */
  pages?: string;
}

/** Builds the api: platform, the explicit list of areas, the single-page app. Does not listen yet. */
export async function buildApi(options: ApiOptions): Promise<Api> {
  const { settings, log, clock, machineClock = systemClock, source, pages } = options;
  loadContentTexts();
  const valkey = await openValkey(settings, log);
  const http = httpOptions(settings, log, clock, valkey);
  const server = await createHttpServer(http);
  const transactions = new Transactions(source, clock, log);
  const accessTokens = new AccessTokens(settings.ACCESS_TOKEN_SECRET);
  const { jobs, outcomes } = watchedJobs(settings, { transactions, clock, log });
  const clockWatch = new ClockWatch({ databaseTime: () => databaseTime(source), clock: machineClock, log });
  const hub = recordHub(server, { settings, log, clock, clockWatch, valkey, transactions, accessTokens, http });
  const connections = openConnections(server.server);
  // The first heartbeat reports the compared clock.
  server.addHook('onReady', () => clockWatch.start().then(() => hub.open()));
  leadToMovedHospitals(server, { source, publicUrl: settings.PUBLIC_URL, left: (id) => hub.endHospital(id) });
  const routes = routeRegistrar(server, { settings, clock, transactions, accessTokens, log });
  answerErrors(server, routes, log);
  await documentRoutes(server, settings);
  const keyEncryption = await openKeyEncryption(settings);
  const files = openFileStore(settings, transactions, outcomesOfFiles(outcomes));
  const operatorDatabase = new OperatorDatabase({ url: settings.OPERATOR_DATABASE_URL, entities, clock, log });
  const { administration, calls, chart, directory, metrics, notifications, operator } = createAreas({
    settings,
    log,
    clock,
    clockWatch,
    transactions,
    operatorDatabase,
    jobs,
    routes,
    accessTokens,
    keyEncryption,
    timeStamps: timeStamping(settings, clock),
    files,
    hub: () => hub,
    outcomes,
    platformHealth: platformHealth({ settings, source, transactions, jobs, outcomes, files, hub: () => hub }),
  });
  defineCommonJobs(jobs, transactions, files);
  const rewrapping = { transactions, jobs, keyEncryption, log, hasFormerKeys: hasFormerKeys(settings) };
  jobs.define(rewrapSecretsJob({ ...rewrapping, ofOperators: operator.rewrapSecrets }));
  transactions.sendTo(hub);
  transactions.onCommitted((events) => metrics.onCommitted(events));
  const sealer = new ChainSealer(transactions, log);
  const health = serveHealth(server, { settings, source, jobs, hub, clockWatch, calls, files });
  const { pageHead } = directory;
  await serveApp(server, { branding: administration.appBranding, pageHead, settings, root: pages });

  const close = once(async () => {
    clockWatch.stop();
    await endUnfinished(Promise.all([server.close(), hub.close()]), connections);
    for (const part of [jobs, outcomes, metrics, calls, notifications, chart, sealer]) await part.stop();
    await operatorDatabase.close();
  });
  const { invite: inviteOperator, overdueCertificates } = operator;
  const { pastComing } = metrics;
  const orders = { inviteOperator, overdueCertificates, rewrapSecrets: () => askForRewrapping(transactions, jobs) };
  return { server, routes, jobs, hub, notify: notifications, ...orders, pastComing, ...health, close };
}

/**
 * Waits for the closing of a server and its sockets, which go on in parallel because Fastify waits for open connections. Ends connections that are
 * unfinished and silent after some seconds, and later the rest.
 */
async function endUnfinished(closing: Promise<unknown>, connections: OpenConnections): Promise<void> {
  const limit = timeouts['api.unfinished'];
  const silent = setTimeout(() => connections.endSilent(limit / 2), limit / 2);
  const all = setTimeout(() => connections.endAll(), 2 * limit);
  await closing;
  clearTimeout(silent);
  clearTimeout(all);
}

/** Returns a function that does the work at its first call, and waits for it at each. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}

/** Records how requests to the object store end, for the operator’s health page. */
function outcomesOfFiles(outcomes: LastOutcomes): StoreOutcomes {
  return {
    succeeded: () => outcomes.succeeded(filesOutcome),
    failed: (code) => outcomes.failed(filesOutcome, code),
  };
}

/** Creates the job queue, and what stores how its jobs ended. */
function watchedJobs(
  settings: ApiSettings,
  { transactions, clock, log }: { transactions: Transactions; clock: Clock; log: Logger },
): { jobs: Jobs; outcomes: LastOutcomes } {
  const jobs = new Jobs(settings.DATABASE_URL, log);
  const outcomes = new LastOutcomes(transactions, clock, log);
  outcomes.follow(jobs);
  return { jobs, outcomes };
}

/** Defines the jobs that belong to no area. */
function defineCommonJobs(jobs: Jobs, transactions: Transactions, files: FileStore): void {
  const common = [forgetAnswersJob, forgetProcessRecordsJob, forgetRecordsJob, packCallQualityJob, sealChainsJob];
  for (const job of common) jobs.define(job(transactions));
  jobs.define(removeObjectsJob(transactions, files));
}

async function documentRoutes(server: FastifyInstance, settings: ApiSettings): Promise<void> {
  if (!(settings.API_DOCS ?? settings.NODE_ENV !== 'production')) return;
  const { describeApi } = await import('../platform/http/openapi.ts');
  await describeApi(server, programVersion);
}

function httpOptions(settings: ApiSettings, log: Logger, clock: Clock, valkey: Valkey | null): HttpOptions {
  return {
    log,
    accessLog: settings.ACCESS_LOG,
    trustsHop: settings.TRUST_PROXY,
    connections: new ClientConnections(
      settings.TRUST_PROXY,
      settings.CONNECTIONS_PER_ADDRESS * settings.RATE_LIMIT_FACTOR,
      new MarkedBrowsers(settings).accountOf(clock),
    ),
    rateLimit: settings.RATE_LIMIT,
    rateLimitFactor: settings.RATE_LIMIT_FACTOR,
    counters: valkey && new ValkeyCounters(valkey),
    callOrigins: settings.CALL_ORIGINS.split(' ').filter(Boolean),
  };
}

/** Creates the hub that notifies pages of changes; a socket lives as long as the session of its token. */
function recordHub(
  server: FastifyInstance,
  deps: {
    settings: ApiSettings;
    log: Logger;
    clock: Clock;
    clockWatch: ClockWatch;
    valkey: Valkey | null;
    transactions: Transactions;
    accessTokens: AccessTokens;
    http: HttpOptions;
  },
): RecordHub {
  const { settings, log, clock, clockWatch, valkey, transactions, accessTokens, http } = deps;
  server.addHook('onClose', () => Promise.resolve(valkey?.close()));
  const hub = new RecordHub(server.server, {
    connections: http.connections,
    webOrigin: settings.PUBLIC_URL,
    tokens: {
      read: (token) => {
        const holder = accessTokens.read(token, clock.now());
        // No notifications before the second factor.
        return holder?.actor.factorPending ? null : holder;
      },
      isLive: ({ actor }) => isSessionLive(actor, transactions),
    },
    bus: clusterBus({ settings, log, clockWatch, valkey }),
    clock,
    log,
  });
  // Of sockets too, so after they are attached.
  limitPipelining(server.server);
  return hub;
}

/** Creates the registrar of every route: authentication, denial records, and the digest of commands. */
function routeRegistrar(
  server: FastifyInstance,
  deps: { settings: ApiSettings; clock: Clock; transactions: Transactions; accessTokens: AccessTokens; log: Logger },
): RouteRegistrar {
  const { settings, clock, transactions, accessTokens, log } = deps;
  const digestKey = Buffer.from(hkdfSync('sha256', settings.ACCESS_TOKEN_SECRET, '', 'idempotency request digest', 32));
  const denials = denialRecord(transactions, { log, factor: settings.RATE_LIMIT_FACTOR });
  server.addHook('onClose', () => denials.close());
  const routes = new RouteRegistrar(server, {
    authenticate: (request) => actorOf(request, accessTokens, clock),
    isNode: (request) => isNode(request, settings),
    recordDenial: (context, route, error, entityId) =>
      denials.record(context.actor.accountId, { context, route, code: error.code, entityId }),
    digest: (text, bytes) => createHmac('sha256', digestKey).update(text).update(bytes).digest(),
    screenFile: fileScreen(malwareScanner(settings), log),
    checkResponses: settings.NODE_ENV !== 'production',
  });
  routes.include(routeSchemas);
  return routes;
}

/** The codes of a database that cannot store a denial now: nothing was done, so the client may retry. */
const passing: ReadonlySet<ErrorCode> = new Set(['service.unavailable', 'hospital.moving', 'hospital.moved']);

/** Records a denial, logs the error and answers with a problem document. */
function answerErrors(server: FastifyInstance, routes: RouteRegistrar, log: Logger): void {
  server.setErrorHandler(async (thrown, request, reply) => {
    let error = toAppError(thrown);
    try {
      await routes.recordDenial(request, error);
    } catch (failure) {
      const reason = toAppError(failure);
      error = passing.has(reason.code)
        ? reason
        : new AppError('internal', 'denial could not be audited', { cause: failure });
    }
    if (error.code === 'call.busy')
      log.warn(
        { requestId: request.id, route: request.contract?.name, ...error.facts },
        'call refused: every media node is full',
      );
    else if (statusOf(error) >= 500)
      log.error({ requestId: request.id, route: request.contract?.name, err: error.cause ?? error }, 'request failed');
    else log.debug({ requestId: request.id, route: request.contract?.name, code: error.code }, 'request rejected');
    return sendProblem(error, request, reply);
  });
}
