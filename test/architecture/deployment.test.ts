import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { apiSettings, mediaSettings } from '../../server/src/platform/config/settings.ts';
import { root } from './cruise.ts';

type Environment = Record<string, string>;

const { services } = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, { environment?: Record<string, string | number> }>;
};

/** The settings that docker/make-env.mjs prints, read as docker compose reads an .env file. */
const made: Environment = Object.fromEntries(
  execFileSync(process.execPath, [join(root, 'docker/make-env.mjs'), 'clinic.example.org', '203.0.113.7'], {
    encoding: 'utf8',
  })
    .split('\n')
    .map((line) => /^(\w+)=("?)(.*)\2$/.exec(line))
    .filter((match) => match !== null)
    .map(([, name = '', quote, value = '']) => [name, quote ? value.replaceAll('\\n', '\n') : value]),
);

/** The environment that a container gets, its image's own included. */
function environmentOf(service: string): Environment {
  const written = Object.entries(services[service]?.environment ?? {});
  const filled = written.map(([name, value]) => [
    name,
    String(value).replace(/\$\{(\w+)[^}]*\}/g, (_, key) => made[key] ?? ''),
  ]);
  return { NODE_ENV: 'production', HOST: '0.0.0.0', DATA_DIR: '/data', ...Object.fromEntries(filled) };
}

describe('docker compose', () => {
  it.each([
    ['api', apiSettings],
    ['media', mediaSettings],
  ] as const)('gives %s settings that it accepts, and none that it does not know', (service, schema) => {
    const environment = environmentOf(service);
    expect(readConfig(schema, environment)).toMatchObject({ NODE_ENV: 'production' });
    expect(Object.keys(environment).filter((name) => !(name in schema.shape))).toEqual([]);
    expect(Object.entries(environment).filter(([, value]) => value === '')).toEqual([]);
  });

  it('gives the media node no secret of the api', () => {
    const secrets = Object.entries(environmentOf('api')).filter(([name]) => /SECRET|KEY|DATABASE_/.test(name));
    const shared = secrets.filter(([, value]) => Object.values(environmentOf('media')).includes(value));
    expect(shared.map(([name]) => name)).toEqual(['NODE_SECRET']);
  });
});

describe('dashboards', () => {
  it('ask only for figures that the programs have', () => {
    const sources = globSync('server/src/**/*.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
    const known = new Set(sources.flatMap((source) => source.match(/'yunzhen_[a-z_]+'/g) ?? []));
    const dashboard = readFileSync(join(root, 'docker/grafana/dashboards/yunzhen.json'), 'utf8');
    const asked = new Set(dashboard.match(/\byunzhen_[a-z_]+/g));
    expect(asked.size).toBeGreaterThan(3);
    expect([...asked].filter((name) => !known.has(`'${name}'`))).toEqual([]);
  });
});
