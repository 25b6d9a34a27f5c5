import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  apiSettings,
  mediaSettings,
  migrateSettings,
  supervisorSettings,
} from '../../server/src/platform/config/settings.ts';
import { CONFIGURATION_EXIT } from '../../server/src/platform/process/start-failure.ts';
import { root } from './cruise.ts';

const guide = readFileSync(join(root, 'docs/operations/three-machines.md'), 'utf8');
const proxy = readFileSync(join(root, 'systemd/Caddyfile'), 'utf8');

/** Returns the values of each key of a unit, in their order. Without a name it is the one of a whole hospital. */
function unit(name?: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  const file = `${['yunzhen', name].filter(Boolean).join('-')}.service`;
  for (const line of readFileSync(join(root, 'systemd', file), 'utf8').split('\n')) {
    const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (key) values.set(key, [...(values.get(key) ?? []), value ?? '']);
  }
  return values;
}

const programs = { api: apiSettings, media: mediaSettings, migrate: migrateSettings } as const;

describe.each(['api', 'media', 'migrate'] as const)('the unit of %s', (name) => {
  const values = unit(name);

  it('starts an existing program with settings of its own file, without rights of root', () => {
    const program = /^\/opt\/yunzhen\/bin\/node (\S+)$/.exec(values.get('ExecStart')?.[0] ?? '')?.[1] ?? '';
    expect(existsSync(join(root, program))).toBe(true);
    expect(values.get('EnvironmentFile')).toEqual([`/etc/yunzhen/${name}.env`]);
    expect(values.get('User')).toEqual(['yunzhen']);
    expect(values.get('NoNewPrivileges')).toEqual(['yes']);
    const documentation = values.get('Documentation')?.[0]?.replace('file:///opt/yunzhen/', '') ?? '';
    expect(existsSync(join(root, documentation))).toBe(true);
  });

  it('gets only settings that it knows, and the guide names those that it needs', () => {
    const { shape } = programs[name];
    const given = (values.get('Environment') ?? [])
      .flatMap((line) => line.split(' '))
      .map((pair) => pair.split('=')[0]);
    expect(given.filter((setting) => !((setting ?? '') in shape))).toEqual([]);
    const [, text = ''] = guide.split(`# /etc/yunzhen/${name}.env\n`);
    const lines = text.slice(0, text.indexOf('```')).split('\n');
    const named = lines.map((line) => line.split('=')[0] ?? '').filter((setting) => setting !== '');
    expect(named.filter((setting) => !(setting in shape))).toEqual([]);
    const needed = Object.entries(shape).filter(([, field]) => !field.safeParse(undefined).success);
    expect(needed.map(([setting]) => setting).filter((setting) => !named.includes(setting))).toEqual([]);
  });
});

describe.each(['api', 'media'])('the unit of %s', (name) => {
  const values = unit(name);

  it('restarts it after a crash, and lets it end its work', () => {
    expect(values.get('Restart')).toEqual(['always']);
    const drain = Number(/API_DRAIN_SECONDS=(\d+)/.exec(guide)?.[1]);
    expect(Number(values.get('TimeoutStopSec')?.[0])).toBeGreaterThan(drain + 8);
    expect(Number(values.get('LimitNOFILE')?.[0])).toBeGreaterThanOrEqual(65_536);
  });
});

it('the api is started again until its database answers, without end', () => {
  const values = unit('api');
  expect(values.get('RestartPreventExitStatus')).toBeUndefined();
  expect(values.get('StartLimitIntervalSec')).toEqual(['0']);
  expect(Number(values.get('RestartSec')?.[0])).toBeGreaterThanOrEqual(1);
});

it('a media node, which needs no database, is not restarted with a wrong setting', () => {
  expect(unit('media').get('RestartPreventExitStatus')).toEqual([String(CONFIGURATION_EXIT)]);
});

describe('the proxy of two machines', () => {
  it('asks the apis like that of docker, and hides the internal routes', () => {
    const checksIn = (text: string) => text.match(/^\t+(lb|health)_\w+ .*$/gm);
    expect(checksIn(proxy)).toEqual(checksIn(readFileSync(join(root, 'docker/Caddyfile'), 'utf8')));
    expect(proxy.match(/\/internal\/\*/g)).toHaveLength(3);
  });
});

describe('the unit of one machine', () => {
  const values = unit();
  const installing = readFileSync(join(root, 'docs/operations/install.md'), 'utf8');

  it('starts the bundle without rights of root, and lets it stop everything itself', () => {
    expect(values.get('ExecStart')).toEqual(['/opt/yunzhen/bin/yunzhen']);
    expect(values.get('EnvironmentFile')).toEqual(['/etc/yunzhen/yunzhen.env']);
    expect(values.get('User')).toEqual(['yunzhen']);
    expect(values.get('NoNewPrivileges')).toEqual(['yes']);
    expect(values.get('Restart')).toEqual(['always']);
    // A signal to every process would stop the database below an api that still serves.
    expect(values.get('KillMode')).toEqual(['mixed']);
    expect(Number(values.get('TimeoutStopSec')?.[0])).toBeGreaterThan(10);
  });

  it('gets settings in the guide that programs accept, with the data in its folder', () => {
    const [, text = ''] = installing.split('# /etc/yunzhen/yunzhen.env\n');
    const pairs = text
      .slice(0, text.indexOf('```'))
      .split('\n')
      .map((line) => /^ *(\w+)='?(.*?)'?$/.exec(line))
      .filter((match) => match !== null);
    const given = Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
    expect(given).toMatchObject({ NODE_ENV: 'production', TRUST_PROXY: '1' });
    expect(given['DATA_DIR']).toBe(`/var/lib/${values.get('StateDirectory')?.[0]}`);
    const fields = { ...mediaSettings.shape, ...apiSettings.shape, ...supervisorSettings.shape };
    for (const [name, value] of Object.entries(given))
      expect([name, fields[name as keyof typeof fields]?.safeParse(value).success]).toEqual([name, true]);
  });

  it('is behind a proxy that hides the internal routes and leads to the ports of the programs', () => {
    const caddyfile = readFileSync(join(root, 'systemd/one-machine.Caddyfile'), 'utf8');
    expect(caddyfile.match(/\/internal\/\*/g)).toHaveLength(2);
    expect(caddyfile.match(/reverse_proxy \S+/g)).toEqual([
      `reverse_proxy 127.0.0.1:${supervisorSettings.shape.MEDIA_PORT.parse(undefined)}`,
      `reverse_proxy 127.0.0.1:${supervisorSettings.shape.PORT.parse(undefined)}`,
    ]);
  });
});
