import { z } from 'zod';
import { id, instant, localizedText } from '../core/common.ts';
import { bucketStates, healthChannels, latePartsOfBackups } from './health.constants.ts';

const apiProcess = z.strictObject({
  id,
  /** The process that answers. */
  own: z.boolean(),
  /** Null from a release that does not report it; the same for the others. */
  version: z.string().nullable(),
  startedAt: instant.nullable(),
  beatAt: instant,
  /** By how much its clock is ahead of the database’s. */
  clockOffsetSeconds: z.number().nullable(),
  diskFreeBytes: z.int().nullable(),
});

export const operatedNode = z.strictObject({
  id: z.string(),
  version: z.string().nullable(),
  alive: z.boolean(),
  /** It closes. */
  draining: z.boolean(),
  /** Since when an operator drains it; null while it is in service. */
  drainedSince: instant.nullable(),
  /** Whether its release moves calls away while it is drained. */
  movesCalls: z.boolean(),
  workers: z.int(),
  rooms: z.int(),
  participants: z.int(),
  load: z.number(),
  freeVisits: z.int(),
  /** Where it is; null where that is not set. */
  place: z.string().nullable(),
  lastSeenAt: instant,
  clockOffsetSeconds: z.number().nullable(),
});

const database = z.strictObject({
  serverVersion: z.string(),
  bytes: z.int(),
  connections: z.int(),
  maxConnections: z.int(),
  /** The newest migration that ran. */
  schema: z.string(),
  /** Migrations of the answering program that have not run. */
  pending: z.int(),
  /** Migrations that ran and that the answering program does not know. */
  unknown: z.int(),
  jobSchema: z.int(),
  /**
   * Folders with the files of an embedded database from before its upgrades, in the data folder of the answering program. Absent from a release that
   * does not report them.
   */
  keptFiles: z.array(z.strictObject({ folder: z.string(), since: instant })).optional(),
});

const outcome = {
  succeededAt: instant.nullable(),
  failedAt: instant.nullable(),
  /** A code, never a text of another system. */
  failure: z.string().nullable(),
  /** Failures since the last success. */
  failures: z.int(),
};

const files = z.strictObject({
  /** Where new files go. */
  newFiles: z.enum(['postgres', 'bucket']),
  /** Size of the tables with files, without objects in a bucket. */
  tableBytes: z.int(),
  /** The object store; null without one. */
  bucket: z.strictObject({ name: z.string(), state: z.enum(bucketStates), ...outcome }).nullable(),
});

const job = z.strictObject({
  name: z.string(),
  ...outcome,
  due: z.int(),
  oldestDueSeconds: z.number(),
  /** How often it should run; null for a job without a schedule. */
  periodSeconds: z.number().nullable(),
});

const channel = z.strictObject({
  channel: z.enum(healthChannels),
  /** False: nothing is sent by it. */
  configured: z.boolean(),
  ...outcome,
  waiting: z.int(),
  oldestWaitingAt: instant.nullable(),
});

const backups = z.strictObject({
  since: instant,
  backupAt: instant.nullable(),
  logAt: instant.nullable(),
  trouble: z.string().nullable(),
  drills: z.boolean(),
  drillAt: instant.nullable(),
  drillSeconds: z.number().nullable(),
  drillTrouble: z.string().nullable(),
  late: z.array(z.enum(latePartsOfBackups)),
});

const certificates = z.strictObject({
  tls: z.array(
    z.strictObject({
      host: z.string(),
      /** Null when it could not be read; absent from a release that does not report it. */
      startsAt: instant.nullable().optional(),
      endsAt: instant.nullable(),
      /** Why it could not be read; a code of the network or TLS. */
      failure: z.string().nullable(),
    }),
  ),
  signing: z.array(
    z.strictObject({
      hospital: z.strictObject({ slug: z.string(), name: localizedText }),
      kind: z.enum(['hospital-ca', 'practitioner']),
      ending: z.int(),
      firstEndsAt: instant,
    }),
  ),
});

/** Each part is null when it could not be read, so that one broken part hides no other. */
export const installationHealth = z.strictObject({
  readAt: instant,
  programs: z.array(apiProcess).nullable(),
  database: database.nullable(),
  /** Absent from a release that does not report it. */
  files: files.nullable().optional(),
  jobs: z.array(job).nullable(),
  messages: z.array(channel).nullable(),
  backups: z.union([z.literal('off'), backups]).nullable(),
  certificates: certificates.nullable(),
  nodes: z.array(operatedNode).nullable(),
});
export type OperatedNode = z.output<typeof operatedNode>;
export type InstallationHealth = z.output<typeof installationHealth>;
