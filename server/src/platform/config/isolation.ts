/**
 * Settings that an isolated program ignores, because each names something outside that it would write to, notify or share. Those that only answer
 * questions stay: key service, malware scanner, the files in a bucket.
 */
export const outgoingSettings = [
  'SMTP_URL',
  'SMS_GATEWAY_URL',
  'VAPID_PRIVATE_KEY',
  'IDENTITY_SERVICE_URL',
  'AUDIT_ANCHOR_FOLDER',
  'AUDIT_ANCHOR_MAIL',
  'AUDIT_ANCHOR_S3_URL',
  'REDIS_URL',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'FILE_STORE',
  'BACKUPS',
  'BACKUP_STATE_DIR',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the environment without what an isolated program ignores; all of it unless `ISOLATED` is set. */
export function withoutOutgoing(env: Environment): Environment {
  const ignored = new Set<string>(ignoredSettings(env));
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ignored.has(name)));
}

/** Returns the names of the given settings that an isolated program ignores. */
export function ignoredSettings(env: Environment): string[] {
  return env['ISOLATED'] === 'true' || env['ISOLATED'] === '1' ? outgoingSettings.filter((name) => env[name]) : [];
}
