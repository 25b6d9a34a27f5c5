import { existsSync, readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roomOrdersPath } from '../../server/src/platform/nodes/node-api.constants.ts';
import { isWithin } from '../../server/src/platform/config/address-ranges.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { apiSettings, mediaSettings, migrateSettings } from '../../server/src/platform/config/settings.ts';
import { composeFile, type Environment, environmentOf, filled, image, makeEnv, services } from '../support/compose.ts';
import { nodeKey } from '../../server/src/platform/nodes/node-key.ts';
import { root } from './cruise.ts';

/** Every setting of docker/make-env.mjs, those that it proposes included. */
const made = makeEnv('with proposed');
const environmentIn = (service: string) => environmentOf(service, made);

/** Settings that containers have from the image, or that must not be set in production. */
const ofContainers: Record<string, string> = {
  ...image,
  PORT: 'EXPOSE',
  METRICS_PORT: 'EXPOSE',
  MEDIA_PORT: 'EXPOSE',
  MEDIA_METRICS_PORT: 'EXPOSE',
  MEDIA_METRICS_HOST: 'the network of the containers',
  MEDIASOUP_WORKER_BIN: 'the media image has its own',
  RTC_LISTEN: 'every address of the container',
  SMS_CONSOLE: 'rejected in production',
  DEMO_MODE: 'rejected in production',
  DEMO_ON_NETWORK: 'rejected in production',
  RATE_LIMIT_FACTOR: 'for load tests',
};

/** Defaults that differ from those of the programs because of the proxy in front. */
const standards = { CALL_ORIGINS: true, TRUST_PROXY: true, API_DRAIN_SECONDS: true };

/** Addresses that a relay inside a hospital could be misused to reach. */
const dangerous = {
  'this host': ['0.0.0.0', '127.0.0.1', '127.255.255.254', '::', '::1', '::ffff:127.0.0.1'],
  'private networks': ['10.0.0.1', '172.16.0.1', '172.31.255.254', '192.168.1.1', '100.64.0.1', 'fc00::1', 'fd12::1'],
  'this link, metadata services': ['169.254.0.1', '169.254.169.254', 'fe80::1', 'fd00:ec2::254', '100.100.100.200'],
  'many at once': ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
  'reserved and documentation': ['192.0.0.1', '192.0.2.1', '198.18.0.1', '240.0.0.1', '2001:db8::1'],
  'IPv4 in IPv6': ['::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::1', '2001::1'],
  'anybody on the internet': ['8.8.8.8', '2606:4700::1111'],
};

describe('a restored copy with docker compose', () => {
  const copy = composeFile('docker/yunzhen-copy.yml');
  const of = (service: string, env: Environment) => filled(copy.services[service]?.environment ?? {}, env);

  it('lets nothing out, and does not use the pooler of the hospital', () => {
    const env = { ...made, DATABASE_HOST: 'pooler:6432', REDIS_URL: 'redis://valkey', SMTP_URL: 'smtp://mail' };
    const settings = readConfig(apiSettings, { ...environmentOf('api', env), ...of('api', env) });
    expect(settings).toMatchObject({ ISOLATED: true, PUBLIC_URL: 'http://localhost:8180' });
    expect([settings.REDIS_URL, settings.SMTP_URL]).toEqual([undefined, undefined]);
    for (const address of [settings.DATABASE_URL, settings.OPERATOR_DATABASE_URL ?? ''])
      expect(new URL(address).host).toBe('postgres:5432');
    expect(copy.services['api']?.ports).toEqual(['127.0.0.1:8180:8080']);
    expect(Object.keys(copy.services).sort()).toEqual(['api', 'migrate', 'postgres']);
  });

  it('has a database of its own that stores no log among the backups, and only reads them', () => {
    expect(copy.name).not.toBe(composeFile('docker-compose.yml').name);
    expect(of('postgres', { ...made, BACKUPS: 'on' })['BACKUPS']).toBe('off');
    expect(copy.services['postgres']?.volumes).toContain('${BACKUP_MOUNT:-backup-repository}:/backup:ro');
    expect(copy.volumes['backup-repository']).toEqual({
      external: true,
      name: '${BACKUP_VOLUME:-yunzhen_backup-repository}',
    });
  });

  it('replaces no container and uses no volume of the hospital, even in its project', () => {
    const own = Object.keys(composeFile('docker-compose.yml').volumes).filter((name) => name !== 'backup-repository');
    for (const name of own) expect(copy.volumes[name], name).toEqual({ name: `${copy.name}_${name}` });
    for (const [name, { volumes = [] }] of Object.entries(copy.services)) {
      const guard = volumes.find((volume) => typeof volume !== 'string');
      // Docker creates no container whose source is missing, and compose stops the old one only after it has created the new one.
      expect(guard, name).toMatchObject({ type: 'bind', bind: { create_host_path: false } });
      expect(guard?.['source']).toBe('./docker/${COMPOSE_PROJECT_NAME}.yml');
    }
    expect(existsSync(join(root, `docker/${copy.name}.yml`))).toBe(true);
    expect(existsSync(join(root, 'docker/yunzhen.yml'))).toBe(false);
  });

  it('is started and deleted by commands that all name its project, and the restore is a program of the image', () => {
    const guide = readFileSync(join(root, 'docs/operations/backup-and-restore.md'), 'utf8');
    const commands = guide.match(/^docker compose .*$/gm) ?? [];
    const ofCopy = commands.filter((line) => line.includes('yunzhen-copy'));
    expect(ofCopy).toHaveLength(3);
    const files = '-f docker-compose.yml -f docker/yunzhen-copy.yml ';
    for (const line of ofCopy.slice(0, 2)) expect(line).toContain(`docker compose -p ${copy.name} ${files}`);
    // Without files compose deletes what has the label of this project, and never falls back to another name.
    expect(ofCopy[2]).toBe(`docker compose -p ${copy.name} down --volumes`);
    expect(commands.filter((line) => line.includes('--volumes'))).toEqual(ofCopy.slice(2));
    expect(commands.filter((line) => line.includes('--entrypoint restore postgres'))).toHaveLength(2);
    const dockerfile = readFileSync(join(root, 'docker/Dockerfile'), 'utf8');
    expect(dockerfile).toContain('docker/postgres/restore.sh /usr/local/bin/restore\n');
  });
});

describe('docker compose', () => {
  it.each([
    ['migrate', migrateSettings],
    ['api', apiSettings],
    ['api-2', apiSettings],
    ['media', mediaSettings],
    ['media-2', mediaSettings],
  ] as const)('gives %s every setting that a hospital chooses, and no unknown ones', (service, schema) => {
    for (const env of [made, makeEnv('as printed')])
      expect(() => readConfig(schema, environmentOf(service, env))).not.toThrow();
    const given = services[service]?.environment ?? {};
    const known = { ...image, ...schema.shape };
    expect(Object.keys(given).filter((name) => !(name in known))).toEqual([]);
    expect(Object.keys(schema.shape).filter((name) => !(name in given) && !(name in ofContainers))).toEqual([]);
    // A default of its own would hide that of the program.
    const own = Object.entries(given).filter(([name, value]) => String(value).startsWith(`\${${name}:-`));
    const differing = own.filter(([name, value]) => value !== `\${${name}:-}` && !(name in standards));
    expect(differing).toEqual([]);
  });

  it('passes a setting on from .env', () => {
    const env = { ...made, TSA_URL: 'https://tsa.test', DRAIN_SECONDS: '30', DATABASE_HOST: 'pooler:6432' };
    expect(environmentOf('api', env)['TSA_URL']).toBe('https://tsa.test');
    expect(environmentOf('media-2', env)['DRAIN_SECONDS']).toBe('30');
    expect(new URL(environmentOf('api', env)['DATABASE_URL'] ?? '').host).toBe('pooler:6432');
    expect(new URL(environmentOf('migrate', env)['DATABASE_URL'] ?? '').host).toBe('postgres:5432');
  });

  it.each(['api', 'api-2', 'media', 'media-2'])('waits longer for %s to stop than it takes', (service) => {
    const text = services[service]?.stop_grace_period ?? '';
    const seconds = Number(/^\$\{STOP_SECONDS:-(\d+)\}s$/.exec(text)?.[1]);
    // See CLOSING_MS of api/main.ts.
    const { API_DRAIN_SECONDS } = readConfig(apiSettings, environmentIn('api'));
    expect(seconds).toBeGreaterThan(API_DRAIN_SECONDS + 8);
    const { DRAIN_SECONDS } = readConfig(mediaSettings, environmentIn('media'));
    expect(seconds).toBeGreaterThanOrEqual(DRAIN_SECONDS + 10);
  });

  it.each(['media', 'media-2'])('publishes a port for each worker of %s', (service) => {
    const { RTC_PORT, MEDIA_WORKERS } = readConfig(mediaSettings, environmentIn(service));
    const range = `${RTC_PORT}-${RTC_PORT + MEDIA_WORKERS - 1}`;
    expect(services[service]?.ports).toEqual([`${range}:${range}/udp`, `${range}:${range}/tcp`]);
  });

  it('gives the owner’s credential only to the migration, which ends before the api starts', () => {
    const holders = Object.keys(services).filter((service) =>
      Object.values(environmentIn(service)).some((value) => value.includes('yunzhen_owner')),
    );
    expect(holders).toEqual(['migrate']);
    expect(services['migrate']).toMatchObject({ restart: 'no' });
    expect(services['api']).toMatchObject({ depends_on: { migrate: { condition: 'service_completed_successfully' } } });
  });

  it.each(['api', 'api-2', 'media', 'media-2'])('asks whether %s lives, not whether it can serve', (service) => {
    const asked = services[service]?.healthcheck?.test.join(' ');
    expect(asked).toContain('/healthz');
    expect(asked).not.toContain('/readyz');
  });

  it.each(['proxy', 'api', 'media'])(
    'gives %s enough descriptors for several addresses at their connection limit',
    (service) => {
      const { CALL_SOCKETS_PER_ADDRESS } = readConfig(mediaSettings, environmentIn('media'));
      const least = CALL_SOCKETS_PER_ADDRESS * 5 * 10;
      expect(services[service]?.ulimits?.nofile?.soft).toBeGreaterThanOrEqual(least);
      expect(services[service]?.ulimits?.nofile?.hard).toBeGreaterThanOrEqual(least);
    },
  );

  it('gives the media node no secret of the api, and each node its own key', () => {
    const secrets = Object.entries(environmentIn('api')).filter(
      ([name, value]) => value !== '' && /SECRET|KEY|DATABASE_/.test(name),
    );
    const shared = secrets.filter(([, value]) => Object.values(environmentIn('media')).includes(value));
    expect(shared).toEqual([]);
    const { NODE_SECRET = '', NODE_KEYS } = environmentIn('api');
    expect(NODE_KEYS).toBe('required');
    for (const service of ['media', 'media-2']) {
      const { NODE_ID = '', NODE_KEY } = environmentIn(service);
      expect(NODE_KEY).toBe(nodeKey(NODE_SECRET, NODE_ID));
    }
  });

  it('goes on with the .env of the release before, which has no keys of nodes', () => {
    const before = Object.fromEntries(
      Object.entries(made).filter(([name]) => !/^NODE_._KEY|MEDIA_NODE|NODE_KEYS/.test(name)),
    );
    const node = readConfig(mediaSettings, environmentOf('media', before));
    expect([node.NODE_KEY, node.NODE_SECRET]).toEqual([undefined, made['NODE_SECRET']]);
    expect(readConfig(apiSettings, environmentOf('api', before)).NODE_KEYS).toBe('accepted');
  });
});

describe('the proxy', () => {
  it('blocks the internal routes between nodes and api', () => {
    const caddyfile = readFileSync(join(root, 'docker/Caddyfile'), 'utf8');
    for (const [node, service] of Object.entries({ 'node-1': 'media', 'node-2': 'media-2' })) {
      expect(environmentIn(service)).toMatchObject({
        NODE_ID: node,
        MEDIA_PUBLIC_URL: expect.stringMatching(new RegExp(`/media/${node}$`)),
        MEDIA_CONTROL_URL: `http://${service}:8081`,
      });
      const media = new RegExp(`handle_path /media/${node}/\\* \\{([^}]*)\\}`)
        .exec(caddyfile)?.[1]
        ?.trim()
        .split(/\s*\n\s*/);
      expect(media).toEqual(['respond /internal/* 404', `reverse_proxy ${service}:8081`]);
    }
    expect(roomOrdersPath).toMatch(/^\/internal\//);
    expect(caddyfile).toMatch(/handle \/internal\/\* \{\s*respond 404\s*\}/);
  });
});

describe('the TURN server', () => {
  const lines = readFileSync(join(root, 'docker/turnserver.conf'), 'utf8').split('\n');
  const settings = [...lines, ...(services['turn']?.command ?? []).map((argument) => argument.replace(/^--/, ''))]
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('=') as [string, string?]);
  const valuesOf = (name: string) => settings.filter(([key]) => key === name).map(([, value = '']) => value);

  it('relays only to the media node', () => {
    const denied = valuesOf('denied-peer-ip').map((range) => range.split('-') as [string, string]);
    const list = new BlockList();
    for (const [first, last] of denied) list.addRange(first, last, isIP(first) === 6 ? 'ipv6' : 'ipv4');
    for (const [sort, addresses] of Object.entries(dangerous)) {
      for (const address of addresses) expect(isWithin(list, address), `${sort}: ${address}`).toBe(true);
    }
    expect(valuesOf('allowed-peer-ip')).toEqual(['${PUBLIC_ADDRESS}']);
    const names = settings.map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(['no-tcp-relay', 'no-multicast-peers', 'no-cli']));
    expect(names).not.toContain('allow-loopback-peers');
  });

  it('accepts only credentials that the api creates with the shared secret', () => {
    expect(valuesOf('use-auth-secret')).toEqual(['']);
    expect(valuesOf('static-auth-secret')).toEqual(['${TURN_SECRET:?}']);
    expect(valuesOf('user')).toEqual([]);
    expect(settings.map(([name]) => name)).not.toContain('no-auth');
    const { TURN_URLS, TURN_SECRET } = readConfig(apiSettings, environmentIn('api'));
    expect(TURN_SECRET).toBe(made['TURN_SECRET']);
    const ports = new Set(
      TURN_URLS.split(' ').map((url) => /^turn:[\w.-]+:(\d+)\?transport=(udp|tcp)$/.exec(url)?.[1]),
    );
    expect([...ports]).toEqual(valuesOf('listening-port'));
  });

  it('has limits, and a port for each allowed allocation', () => {
    const [quota = 0, own = 0] = [...valuesOf('total-quota'), ...valuesOf('user-quota')].map(Number);
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(50);
    expect(Number(valuesOf('max-port')[0]) - Number(valuesOf('min-port')[0]) + 1).toBeGreaterThanOrEqual(quota);
    expect(Number(valuesOf('max-bps')[0])).toBeGreaterThan(0);
  });
});

describe('locked packages', () => {
  it('contain no library with a known vulnerability that a newer version fixes', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version?: string }>;
    };
    const names = Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, ''));
    // CVE-2023-46233, through pdfkit 0.10, which a peer of @signpdf requires but never loads: see `overrides`.
    expect(names).not.toContain('crypto-js');
    expect(packages['server/node_modules/pdfkit'] ?? packages['node_modules/pdfkit']).toMatchObject({
      version: '0.20.2',
    });
  });
});
