import { setTimeout as delay } from 'node:timers/promises';
import { healthChannels, type HealthChannel } from '@yunzhen/shared/operator/health.constants';
import type { InstallationHealth, Operator } from '@yunzhen/shared/operator/operator.contract';
import { backupWarnings, type BackupState } from '../../../platform/backup/state.ts';
import type { RequestContext } from '../../../platform/context.ts';
import type { DatabaseFacts } from '../../../platform/db/database-facts.ts';
import type { TlsCertificate } from '../../../platform/http/tls-certificates.ts';
import type { JobState } from '../../../platform/jobs/jobs.ts';
import type { Logger } from '../../../platform/logging/logger.ts';
import type { LastOutcomeRow } from '../../../platform/outcomes/last-outcome.entity.ts';
import { channelOutcome, filesOutcome, jobOutcome } from '../../../platform/outcomes/outcome-names.ts';
import type { KeptFiles } from '../../../platform/postgres-upgrade/kept-files.ts';
import type { ApiProcessRow } from '../../../platform/realtime/api-process.entity.ts';
import { Service } from '../../../platform/service.ts';
import type { ListedNode } from '../../calls/index.ts';
import { toOperatedNode } from '../nodes/operated-nodes.service.ts';
import type { OperatorLogRepository } from '../operator-log.repository.ts';
import type { OperatorTransactions } from '../operator-transactions.ts';
import { readCertificateFacts, toCertificates, type CertificateFacts } from './certificates.ts';
import type { HealthRepository } from './health.repository.ts';

/** Where files are. */
export type FileFacts = Pick<NonNullable<InstallationHealth['files']>, 'newFiles' | 'tableBytes'> & {
  bucket: Pick<NonNullable<NonNullable<InstallationHealth['files']>['bucket']>, 'name' | 'state'> | null;
};

/** What the platform and other areas know of the installation; none of it concerns a hospital. */
export interface HealthSources {
  ownProcess: () => string;
  processes: () => Promise<ApiProcessRow[]>;
  database: () => Promise<DatabaseFacts>;
  keptFiles: () => Promise<KeptFiles[]>;
  files: () => Promise<FileFacts>;
  jobs: () => Promise<JobState[]>;
  outcomes: () => Promise<ReadonlyMap<string, LastOutcomeRow>>;
  canSend: (channel: HealthChannel) => boolean;
  backups: () => Promise<BackupState | null>;
  nodes: () => Promise<ListedNode[]>;
  /** When the certificates of these addresses end. */
  tls: (addresses: readonly string[]) => Promise<TlsCertificate[]>;
  publicUrl: string;
}

interface InstallationHealthDeps {
  transactions: OperatorTransactions;
  rows: HealthRepository;
  log: OperatorLogRepository;
  sources: HealthSources;
  programLog: Logger;
}

/** Longer than a part may take. */
const answerMs = 4_000;

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** Gathers the state of the installation for its operator. A part that fails or hangs is null, and the others are shown. */
export class InstallationHealthService extends Service<InstallationHealthDeps> {
  async read(context: RequestContext, operator: Operator): Promise<InstallationHealth> {
    const { sources, transactions, rows, log } = this.deps;
    const now = await transactions.run(context, async (tx) => {
      await log.write(tx, 'health.viewed', { operatorId: operator.id });
      return tx.now;
    });
    const outcomes = this.#read('outcomes', sources.outcomes);
    const nodes = this.#read('nodes', sources.nodes);
    const [programs, database, files, jobs, messages, backups, certificates] = await Promise.all([
      this.#read('programs', sources.processes),
      this.#read('database', async () => ({
        ...(await sources.database()),
        keptFiles: (await sources.keptFiles()).map(({ folder, since }) => ({ folder, since: since.toISOString() })),
      })),
      this.#read('files', async () => filesOf(await sources.files(), required(await outcomes))),
      this.#read('jobs', async () => jobsOf(await sources.jobs(), required(await outcomes))),
      this.#read('messages', async () =>
        messagesOf(
          await transactions.run(context, (tx) => rows.waitingMessages(tx)),
          required(await outcomes),
          sources,
        ),
      ),
      this.#read('backups', async () => backupsOf(await sources.backups(), now)),
      this.#read('certificates', async () => toCertificates(await this.certificates(context, nodes))),
    ]);
    return {
      readAt: now.toISOString(),
      programs: programs?.map((row) => processOf(row, sources.ownProcess())) ?? null,
      database,
      files,
      jobs,
      messages,
      backups,
      certificates,
      nodes: (await nodes)?.map(toOperatedNode) ?? null,
    };
  }

  /** Reads certificates of all addresses and hospitals. */
  certificates(
    context: RequestContext,
    nodes: Promise<readonly Pick<ListedNode, 'url'>[] | null> = this.deps.sources.nodes(),
  ): Promise<CertificateFacts> {
    const { sources, transactions, rows } = this.deps;
    const addresses = async () => [sources.publicUrl, ...((await nodes) ?? []).map(({ url }) => url)];
    return readCertificateFacts({ transactions, rows, tls: sources.tls, addresses }, context);
  }

  async #read<Value>(part: string, read: () => Promise<Value>): Promise<Value | null> {
    const limit = new AbortController();
    const late = delay(answerMs, null, { signal: limit.signal }).catch(() => null);
    try {
      return await Promise.race([read(), late]);
    } catch (error) {
      this.deps.programLog.warn({ part, err: error }, 'part of the installation’s health could not be read');
      return null;
    } finally {
      limit.abort();
    }
  }
}

function required<Value>(value: Value | null): Value {
  if (value === null) throw new Error('last outcomes could not be read');
  return value;
}

function processOf({ id, beatAt, startedAt, fileBucket: _fileBucket, ...facts }: ApiProcessRow, own: string) {
  return { id, own: id === own, ...facts, startedAt: iso(startedAt), beatAt: beatAt.toISOString() };
}

const never = { succeededAt: null, failedAt: null, failure: null, failures: 0 };

function outcomeOf(row: LastOutcomeRow | undefined) {
  if (!row) return never;
  const { succeededAt, failedAt, failure, failures } = row;
  return { succeededAt: iso(succeededAt), failedAt: iso(failedAt), failure, failures };
}

function jobsOf(jobs: readonly JobState[], outcomes: ReadonlyMap<string, LastOutcomeRow>) {
  return jobs.map(({ job, oldestSeconds, ...state }) => ({
    name: job,
    ...state,
    oldestDueSeconds: oldestSeconds,
    ...outcomeOf(outcomes.get(jobOutcome(job))),
  }));
}

function filesOf({ bucket, ...facts }: FileFacts, outcomes: ReadonlyMap<string, LastOutcomeRow>) {
  return { ...facts, bucket: bucket && { ...bucket, ...outcomeOf(outcomes.get(filesOutcome)) } };
}

function messagesOf(
  waiting: Awaited<ReturnType<HealthRepository['waitingMessages']>>,
  outcomes: ReadonlyMap<string, LastOutcomeRow>,
  { canSend }: HealthSources,
) {
  return healthChannels.map((channel) => {
    const row = waiting.find((one) => one.channel === channel);
    return {
      channel,
      configured: canSend(channel),
      waiting: row?.waiting ?? 0,
      oldestWaitingAt: iso(row?.oldest ?? null),
      ...outcomeOf(outcomes.get(channelOutcome(channel))),
    };
  });
}

function backupsOf(state: BackupState | null, now: Date): NonNullable<InstallationHealth['backups']> {
  if (!state) return 'off';
  const { since, backupAt, logAt, drillAt, ...rest } = state;
  return {
    ...rest,
    since: since.toISOString(),
    backupAt: iso(backupAt),
    logAt: iso(logAt),
    drillAt: iso(drillAt),
    late: backupWarnings(state, now),
  };
}
