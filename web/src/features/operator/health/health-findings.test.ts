import { describe, expect, it } from 'vitest';
import { sampleNode } from '../nodes/sample-node.ts';
import { healthFindings } from './health-findings.ts';
import type { InstallationHealth } from '@yunzhen/shared/operator/operator.contract';

const readAt = '2026-11-29T12:00:00.000Z';
const before = (seconds: number) => new Date(Date.parse(readAt) - seconds * 1000).toISOString();
const id = '01980000-0000-7000-8000-000000000001';

const process = {
  id,
  own: true,
  version: '1.0.0',
  startedAt: before(900),
  beatAt: before(1),
  clockOffsetSeconds: 0.1,
  diskFreeBytes: 100 * 1024 ** 3,
};
const node = { ...sampleNode, lastSeenAt: before(1) };
const job = {
  name: 'count',
  succeededAt: before(60),
  failedAt: null,
  failure: null,
  failures: 0,
  due: 0,
  oldestDueSeconds: 0,
  periodSeconds: 60,
};
const mail = {
  channel: 'mail' as const,
  configured: true,
  succeededAt: before(5),
  failedAt: null,
  failure: null,
  failures: 0,
  waiting: 0,
  oldestWaitingAt: null,
};
const backups = {
  since: before(90_000),
  backupAt: before(600),
  logAt: before(1),
  trouble: null,
  drills: true,
  drillAt: before(700),
  drillSeconds: 12,
  drillTrouble: null,
  late: [],
};
const bucket = {
  name: 'https://s3.test/files',
  state: 'available' as const,
  succeededAt: before(5),
  failedAt: null,
  failure: null,
  failures: 0,
};
const files = { newFiles: 'bucket' as const, tableBytes: 1, bucket };
const hours = (left: number) => ({
  tls: [{ host: 'c.test', startsAt: before((12 - left) * 3600), endsAt: before(-left * 3600), failure: null }],
  signing: [],
});
const database = {
  serverVersion: '18.4',
  bytes: 1,
  connections: 20,
  maxConnections: 100,
  schema: 'Newest',
  pending: 0,
  unknown: 0,
  jobSchema: 46,
  keptFiles: [],
};
const well: InstallationHealth = {
  readAt,
  programs: [process],
  database,
  jobs: [job],
  messages: [mail],
  backups,
  certificates: { tls: [{ host: 'clinic.test', endsAt: before(-60 * 86_400), failure: null }], signing: [] },
  nodes: [node],
};
const found = (change: Partial<InstallationHealth>) =>
  healthFindings({ ...well, ...change }).map(({ part, code, severity, subject }) =>
    [part, code, severity, subject].filter(Boolean).join(' '),
  );

describe('healthFindings', () => {
  it('finds nothing where everything works', () => {
    expect(found({})).toEqual([]);
  });

  const endsIn = (days: number) => ({
    tls: [{ host: 'c.test', endsAt: before(-days * 86_400), failure: null }],
    signing: [],
  });
  const hospital = { slug: 'river', name: { en: 'River', zh: '河' } };
  const cases: [Partial<InstallationHealth>, string[]][] = [
    [{ jobs: null }, ['jobs unreadable problem']],
    [{ programs: [process, { ...process, version: null }] }, ['programs versions-differ attention']],
    [{ programs: [{ ...process, clockOffsetSeconds: -3 }] }, [`programs clock-differs attention ${id}`]],
    [{ programs: [{ ...process, clockOffsetSeconds: 31 }] }, [`programs clock-differs problem ${id}`]],
    [{ programs: [{ ...process, diskFreeBytes: 2 * 1024 ** 3 }] }, [`programs disk-low attention ${id}`]],
    [{ programs: [{ ...process, diskFreeBytes: 1024 }] }, [`programs disk-low problem ${id}`]],
    [{ database: { ...database, pending: 1 } }, ['database schema-pending problem']],
    [{ database: { ...database, connections: 95 } }, ['database connections-used attention']],
    [
      { database: { ...database, keptFiles: [{ folder: 'postgres-17-2026-11-30', since: before(86_400) }] } },
      ['database kept-files attention postgres-17-2026-11-30'],
    ],
    [{ jobs: [{ ...job, failures: 1 }] }, ['jobs job-failing attention count']],
    [{ jobs: [{ ...job, failures: 3 }] }, ['jobs job-failing problem count']],
    [{ jobs: [{ ...job, succeededAt: before(200) }] }, ['jobs job-late problem count']],
    [{ jobs: [{ ...job, succeededAt: null }] }, ['jobs job-late problem count']],
    [{ jobs: [{ ...job, succeededAt: null, periodSeconds: 600 }] }, []],
    [{ jobs: [{ ...job, succeededAt: null, periodSeconds: null }] }, []],
    [{ jobs: [{ ...job, succeededAt: null }], programs: [{ ...process, startedAt: before(120) }] }, []],
    [
      {
        jobs: [{ ...job, succeededAt: null }],
        programs: [
          { ...process, startedAt: before(120) },
          { ...process, own: false, version: '0.9.0' },
        ],
      },
      ['programs versions-differ attention'],
    ],
    [{ jobs: [{ ...job, due: 1, oldestDueSeconds: 601 }] }, ['jobs queue-waits attention count']],
    [{ messages: [{ ...mail, failures: 4 }] }, ['messages channel-failing problem mail']],
    [{ messages: [{ ...mail, configured: false, failures: 4 }] }, []],
    [
      { messages: [{ ...mail, waiting: 1, oldestWaitingAt: before(1_000) }] },
      ['messages messages-wait attention mail'],
    ],
    [{ backups: 'off' }, ['backups backups-off attention']],
    [
      { backups: { ...backups, late: ['log'], trouble: 'full' } },
      ['backups backup-late problem log', 'backups backup-trouble problem'],
    ],
    [{ backups: { ...backups, drills: false } }, ['backups drills-off attention']],
    [{ backups: { ...backups, drillTrouble: 'broken' } }, ['backups drill-trouble problem']],
    [{ certificates: endsIn(20) }, ['certificates certificate-ends attention c.test']],
    [{ certificates: endsIn(6) }, ['certificates certificate-ends problem c.test']],
    [
      { certificates: { tls: [{ host: 'c.test', endsAt: null, failure: 'timeout' }], signing: [] } },
      ['certificates certificate-unreadable attention c.test'],
    ],
    [
      { certificates: { tls: [], signing: [{ hospital, kind: 'hospital-ca', ending: 1, firstEndsAt: before(-60) }] } },
      ['certificates certificate-ends problem river'],
    ],
    // Twelve hours under the own authority of Caddy, which renews four hours before the end.
    [{ certificates: hours(6) }, []],
    [{ certificates: hours(2) }, ['certificates certificate-ends attention c.test']],
    [{ certificates: hours(1) }, ['certificates certificate-ends problem c.test']],
    [{ files: { ...files, bucket: { ...bucket, state: 'unavailable' } } }, ['files files-unavailable problem']],
    [{ files: { ...files, bucket: { ...bucket, state: 'read-only' } } }, ['files files-read-only attention']],
    [{ files: { ...files, bucket: { ...bucket, failures: 1 } } }, ['files files-failing attention']],
    [{ files: { ...files, bucket: null } }, []],
    [{ files: undefined }, []],
    [{ nodes: [] }, ['nodes no-node problem']],
    [{ nodes: [{ ...node, draining: true }] }, ['nodes no-node problem']],
    [{ nodes: [{ ...node, drainedSince: readAt }] }, ['nodes no-node problem', 'nodes node-drained attention node-1']],
    [
      { nodes: [node, { ...node, id: 'node-2', alive: false, drainedSince: readAt }] },
      ['nodes node-drained attention node-2'],
    ],
    [{ nodes: [node, { ...node, id: 'node-2', alive: false }] }, ['nodes node-silent attention node-2']],
  ];
  it.each(cases)('judges %o', (change, findings) => {
    expect(found(change)).toEqual(findings);
  });
});
