import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { apiSettings, mediaSettings, supervisorSettings } from './settings.ts';

const key = randomBytes(32).toString('base64');
const good = {
  DATABASE_URL: 'postgres://app:pw@db/yunzhen',
  DATABASE_REQUEST_KEY: Buffer.alloc(32, 1).toString('base64'),
  OPERATOR_DATABASE_URL: 'postgres://operators:pw@db/yunzhen',
  ACCESS_TOKEN_SECRET: key,
  KEY_ENCRYPTION_KEY: key,
  TICKET_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\\nabc\\n-----END PRIVATE KEY-----',
  NODE_SECRET: 'n'.repeat(32),
};

function problem(env: Record<string, string | undefined>): string {
  try {
    readConfig(apiSettings, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('settings from the environment', () => {
  it('have defaults, are frozen, and contain no other variable', () => {
    const settings = readConfig(apiSettings, { ...good, PATH: '/bin', PORT: '' });
    expect(settings).toMatchObject({ PORT: 8080, DEMO_MODE: false, HOST: '127.0.0.1' });
    expect(Object.isFrozen(settings)).toBe(true);
    expect(settings).not.toHaveProperty('PATH');
    expect(settings.TICKET_PRIVATE_KEY).toContain('KEY-----\nabc\n-----END');
    expect(settings.ACCESS_TOKEN_SECRET).toHaveLength(32);
  });

  it('name what is missing for files in a bucket', () => {
    const FILE_S3_URL = 'https://s3.example.org/files';
    expect(problem({ ...good, FILE_STORE: 's3' })).toContain('FILE_S3_URL: ');
    expect(problem({ ...good, FILE_S3_URL, FILE_S3_ACCESS_KEY: 'key' })).toContain('FILE_S3_ACCESS_KEY: ');
    expect(problem({ ...good, FILE_STORE: 's3', FILE_S3_URL, FILE_S3_ACCESS_KEY: 'k', FILE_S3_SECRET_KEY: 's' })).toBe(
      '',
    );
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '99999'],
    ['PORT', '80.5'],
    ['METRICS_PORT', 'x'],
    ['PUBLIC_URL', 'hospital.example'],
    ['PUBLIC_URL', 'localhost:8080'],
    ['PUBLIC_URL', 'ftp://hospital.example'],
    ['DATABASE_URL', 'mysql://secret-value'],
    ['DATABASE_URL', undefined],
    ['DATABASE_POOL', '1'],
    ['ACCESS_TOKEN_SECRET', 'c2VjcmV0LXZhbHVl'],
    ['KEY_ENCRYPTION_KEY', undefined],
    ['TICKET_PRIVATE_KEY', 'secret-value'],
    ['NODE_SECRET', 'secret-value'],
    ['DEMO_MODE', 'yes'],
    ['NODE_ENV', 'secret-value'],
    ['RATE_LIMIT', '1'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', 'proxy.example.org'],
    ['TRUST_PROXY', '-1'],
    ['LOG_LEVEL', 'loud'],
  ])('are reported by name when wrong: %s=%s', (name, value) => {
    const message = problem({ ...good, [name]: value });
    expect(message).toMatch(new RegExp(`^Configuration is not usable:\\n {2}${name}: expected \\S`));
    expect(message).not.toContain('secret-value');
  });

  it('are reported with what they accept', () => {
    expect(problem({ ...good, PUBLIC_URL: 'hospital.example' })).toContain('expected an absolute http or https URL');
    expect(problem({ ...good, TRUST_PROXY: 'all' })).toContain(
      'TRUST_PROXY: expected "false", the number of proxies in front',
    );
  });

  it('are reported all at once', () => {
    const message = problem({ PORT: 'x' });
    for (const name of ['PORT', 'DATABASE_URL', 'ACCESS_TOKEN_SECRET', 'NODE_SECRET'])
      expect(message).toContain(`  ${name}:`);
  });

  it('forbid printing codes in production', () => {
    expect(problem({ ...good, SMS_CONSOLE: 'true' })).toBe('');
    expect(problem({ ...good, SMS_CONSOLE: 'true', NODE_ENV: 'production' })).toContain('SMS_CONSOLE');
  });

  it('forbid demo data in production', () => {
    expect(problem({ ...good, DEMO_MODE: 'true' })).toBe('');
    expect(problem({ ...good, DEMO_MODE: 'true', NODE_ENV: 'production' })).toContain('DEMO_MODE');
    expect(problem({ ...good, DEMO_MODE: '0', NODE_ENV: 'production' })).toBe('');
  });

  it.each(['0.0.0.0', '::', '192.168.1.10', 'hospital.example.org'])(
    'forbid demo accounts on a network with HOST=%s',
    (HOST) => {
      expect(problem({ ...good, DEMO_MODE: 'true', HOST })).toContain('DEMO_ON_NETWORK: expected "true"');
      expect(problem({ ...good, DEMO_MODE: 'true', HOST, DEMO_ON_NETWORK: 'true' })).toBe('');
      expect(problem({ ...good, HOST })).toBe('');
    },
  );

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('allow demo data with HOST=%s', (HOST) => {
    expect(problem({ ...good, DEMO_MODE: 'true', HOST })).toBe('');
  });

  it('of the media node contain no secret of the api', () => {
    const names = Object.keys(mediaSettings.shape);
    for (const name of ['DATABASE_URL', 'KEY_ENCRYPTION_KEY', 'ACCESS_TOKEN_SECRET', 'TICKET_PRIVATE_KEY'])
      expect(names).not.toContain(name);
  });

  it('of the media node need its own key or the shared secret', () => {
    const TICKET_PUBLIC_KEY = '-----BEGIN PUBLIC KEY-----';
    expect(() => readConfig(mediaSettings, { TICKET_PUBLIC_KEY })).toThrow('NODE_KEY: expected the key of this node');
    expect(() => readConfig(mediaSettings, { TICKET_PUBLIC_KEY, NODE_KEY: 'a'.repeat(63) })).toThrow('NODE_KEY');
    for (const credential of [{ NODE_KEY: 'a'.repeat(64) }, { NODE_SECRET: 'n'.repeat(32) }])
      expect(readConfig(mediaSettings, { TICKET_PUBLIC_KEY, ...credential })).toMatchObject(credential);
  });

  it('of the supervisor are all optional', () => {
    expect(readConfig(supervisorSettings, {})).toMatchObject({ PORT: 8080, DATA_DIR: '.data' });
  });
});
