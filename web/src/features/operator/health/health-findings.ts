import { nodeState } from '../nodes/node-state.ts';
import { certificateUrgency } from '@yunzhen/shared/operator/certificate-urgency';
import type { HealthPart } from '@yunzhen/shared/operator/health.constants';
import type { InstallationHealth } from '@yunzhen/shared/operator/operator.contract';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';

/** What needs an operator, with the row that it concerns. */
export interface HealthFinding {
  part: HealthPart;
  code: FindingCode;
  /** `problem`: something does not work now. `attention`: it will stop working, or cannot be judged. */
  severity: 'problem' | 'attention';
  /** A name of the row: a job, a channel, a host; empty for the whole part. */
  subject: string;
}

type FindingCode =
  | 'unreadable'
  | 'versions-differ'
  | 'clock-differs'
  | 'disk-low'
  | 'schema-pending'
  | 'connections-used'
  | 'kept-files'
  | 'files-unavailable'
  | 'files-read-only'
  | 'files-failing'
  | 'job-failing'
  | 'job-late'
  | 'queue-waits'
  | 'channel-failing'
  | 'messages-wait'
  | 'backups-off'
  | 'backup-late'
  | 'backup-trouble'
  | 'drill-trouble'
  | 'drills-off'
  | 'certificate-ends'
  | 'certificate-unreadable'
  | 'no-node'
  | 'node-drained'
  | 'node-silent';

const GIB = 1024 ** 3;
/** As `/readyz`, which then reports the clock, and as the log, which warns. */
const clockProblemSeconds = 30;
const clockNoticeSeconds = 2;
const diskNoticeBytes = 5 * GIB;
const diskProblemBytes = GIB;
const queueWaitsSeconds = 600;
const messagesWaitMs = 15 * MINUTE_MS;
/** A schedule may be missed once. */
const periodsUntilLate = 2.5;
const failuresUntilProblem = 3;

type Add = (severity: HealthFinding['severity'], code: FindingCode, subject?: string) => void;
type Part<Name extends HealthPart> = NonNullable<InstallationHealth[Name]>;

function judgeClock(add: Add, subject: string, seconds: number | null): void {
  const off = Math.abs(seconds ?? 0);
  if (off >= clockProblemSeconds) add('problem', 'clock-differs', subject);
  else if (off >= clockNoticeSeconds) add('attention', 'clock-differs', subject);
}

/** What a part says, by its name; `now` is when it was read, `began` when a process of the present release started first. */
const judges: { [Name in HealthPart]: (part: Part<Name>, add: Add, now: number, began: number) => void } = {
  programs(processes, add) {
    if (new Set(processes.map(({ version }) => version)).size > 1) add('attention', 'versions-differ');
    for (const { id, clockOffsetSeconds, diskFreeBytes } of processes) {
      judgeClock(add, id, clockOffsetSeconds);
      if (diskFreeBytes === null || diskFreeBytes >= diskNoticeBytes) continue;
      add(diskFreeBytes < diskProblemBytes ? 'problem' : 'attention', 'disk-low', id);
    }
  },
  database({ pending, connections, maxConnections, keptFiles = [] }, add) {
    if (pending > 0) add('problem', 'schema-pending');
    if (connections > 0.9 * maxConnections) add('attention', 'connections-used');
    for (const { folder } of keptFiles) add('attention', 'kept-files', folder);
  },
  files({ bucket }, add) {
    if (bucket === null) return;
    if (bucket.state === 'unavailable') add('problem', 'files-unavailable');
    else if (bucket.state === 'read-only') add('attention', 'files-read-only');
    else if (bucket.failures > 0) add('attention', 'files-failing');
  },
  jobs(jobs, add, now, began) {
    for (const { name, failures, periodSeconds, succeededAt, oldestDueSeconds } of jobs) {
      if (failures > 0) add(failures >= failuresUntilProblem ? 'problem' : 'attention', 'job-failing', name);
      const since = (now - (succeededAt === null ? began : Date.parse(succeededAt))) / 1000;
      if (periodSeconds !== null && since > periodsUntilLate * periodSeconds) add('problem', 'job-late', name);
      if (oldestDueSeconds > queueWaitsSeconds) add('attention', 'queue-waits', name);
    }
  },
  messages(channels, add, now) {
    for (const { channel, configured, failures, oldestWaitingAt } of channels) {
      if (!configured) continue;
      if (failures > 0) add(failures >= failuresUntilProblem ? 'problem' : 'attention', 'channel-failing', channel);
      if (oldestWaitingAt !== null && now - Date.parse(oldestWaitingAt) > messagesWaitMs)
        add('attention', 'messages-wait', channel);
    }
  },
  backups(backups, add) {
    if (backups === 'off') return add('attention', 'backups-off');
    for (const late of backups.late) add('problem', 'backup-late', late);
    if (backups.trouble !== null) add('problem', 'backup-trouble');
    if (backups.drillTrouble !== null) add('problem', 'drill-trouble');
    if (!backups.drills) add('attention', 'drills-off');
  },
  certificates({ tls, signing }, add, now) {
    const judge = (subject: string, endsAt: string, startsAt?: string | null) => {
      const times = { startsAt: startsAt ? new Date(startsAt) : null, endsAt: new Date(endsAt) };
      const urgency = certificateUrgency(times, new Date(now));
      if (urgency) add(urgency, 'certificate-ends', subject);
    };
    for (const { host, startsAt, endsAt } of tls) {
      if (endsAt === null) add('attention', 'certificate-unreadable', host);
      else judge(host, endsAt, startsAt);
    }
    for (const { hospital, firstEndsAt } of signing) judge(hospital.slug, firstEndsAt);
  },
  nodes(nodes, add) {
    if (!nodes.some((node) => nodeState(node) === 'serving')) add('problem', 'no-node');
    for (const { id, alive, clockOffsetSeconds, drainedSince } of nodes) {
      if (drainedSince) add('attention', 'node-drained', id);
      else if (!alive) add('attention', 'node-silent', id);
      if (alive) judgeClock(add, id, clockOffsetSeconds);
    }
  },
};

/** A job that never succeeded is measured from here: not from an older release, which may not have had it. Unknown counts as now. */
function beganAt(programs: InstallationHealth['programs'], now: number): number {
  const own = programs?.find((process) => process.own);
  const starts = programs?.filter(({ version }) => version === own?.version).map(({ startedAt }) => startedAt) ?? [];
  return Math.min(now, ...starts.flatMap((at) => (at === null ? [] : [Date.parse(at)])));
}

/** Returns what needs an operator, in the order of the page. */
export function healthFindings(health: InstallationHealth): HealthFinding[] {
  const now = Date.parse(health.readAt);
  const began = beganAt(health.programs, now);
  const findings: HealthFinding[] = [];
  const judge = <Name extends HealthPart>(part: Name) => {
    const add: Add = (severity, code, subject = '') => findings.push({ part, code, severity, subject });
    const found = health[part];
    // A release that does not report this part.
    if (found === undefined) return;
    if (found === null) add('problem', 'unreadable');
    else judges[part](found as Part<Name>, add, now, began);
  };
  (Object.keys(judges) as HealthPart[]).forEach(judge);
  return findings;
}
