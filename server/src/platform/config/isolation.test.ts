import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { ignoredSettings, outgoingSettings } from './isolation.ts';
import { apiSettings, backupSettings, mediaSettings, supervisorSettings } from './settings.ts';

/** Settings that name another place and that an isolated program still reads, and why nothing leaves by them. */
const harmless: Record<string, string> = {
  PUBLIC_URL: 'own address',
  MEDIA_PUBLIC_URL: 'own address',
  MEDIA_CONTROL_URL: 'own address',
  API_URL: 'own api; the supervisor sets it',
  DATABASE_URL: 'own database',
  DATABASE_OWNER_URL: 'own database',
  OPERATOR_DATABASE_URL: 'own database',
  TURN_URLS: 'for browsers',
  KEY_SERVICE_URL: 'decrypts, stores nothing',
  MALWARE_SCANNER_URL: 'scans, stores nothing',
  FILE_S3_URL: 'read only: platform/files/store/read-only-files.ts',
  TSA_URL: 'not asked: api/time-stamping.ts',
  BACKUP_TARGET: 'not written: backup/make-backup.ts',
  MAIL_FROM: 'for SMTP_URL',
};
const place = /(_URLS?|_FOLDER|_MAIL|_FROM|_ENDPOINT|_TARGET)$/;

describe('ISOLATED', () => {
  it('ignores every setting that leads outside, in every program', () => {
    const schemas = [apiSettings, mediaSettings, supervisorSettings, backupSettings];
    const names = new Set(schemas.flatMap((schema) => Object.keys(schema.shape)).filter((name) => place.test(name)));
    const unsorted = [...names].filter((name) => !(name in harmless) && !outgoingSettings.some((one) => one === name));
    expect(unsorted).toEqual([]);
    for (const schema of schemas) expect(schema.shape).toHaveProperty('ISOLATED');
    const known = new Set(schemas.flatMap((schema) => Object.keys(schema.shape)));
    expect(outgoingSettings.filter((name) => !known.has(name))).toEqual([]);
  });

  it('takes the place of each of them, also where one needs another', () => {
    const given = {
      NODE_KEY: 'ab'.repeat(32),
      TICKET_PUBLIC_KEY: '-----BEGIN ',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://t:1',
    };
    expect(readConfig(mediaSettings, { ...given, ISOLATED: '1' }).OTEL_EXPORTER_OTLP_ENDPOINT).toBeUndefined();
    expect(readConfig(mediaSettings, { ...given, ISOLATED: 'false' }).OTEL_EXPORTER_OTLP_ENDPOINT).toBe('http://t:1');
    const env = { ISOLATED: 'true', SMTP_URL: 'smtp://mail', REDIS_URL: '', PORT: '1' };
    expect(ignoredSettings(env)).toEqual(['SMTP_URL']);
    expect(ignoredSettings({ ...env, ISOLATED: '' })).toEqual([]);
  });
});
