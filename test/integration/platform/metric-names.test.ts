import { generateKeyPairSync } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { freePort } from '../../support/free-port.ts';
import { ApiProcess } from '../../support/api-process.ts';
import { Scrape } from '../../support/metrics-port.ts';
import { NodeProcess } from '../calls/media/support/node-process.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

let api: ApiProcess;
let node: NodeProcess | undefined;
let names: Set<string>;
const directory = mkdtempSync(join(tmpdir(), 'yunzhen-metrics-'));

beforeAll(async () => {
  api = await ApiProcess.start({ METRICS_PORT: String(await freePort()) });
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const workerBin = process.env['MEDIASOUP_WORKER_BIN'];
  node = await NodeProcess.start({
    NODE_ENV: 'test',
    DATA_DIR: directory,
    NODE_ID: 'named',
    MEDIA_PORT: '0',
    MEDIA_PUBLIC_URL: 'http://127.0.0.1:9',
    MEDIA_METRICS_PORT: '0',
    API_URL: api.url,
    TICKET_PUBLIC_KEY: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    NODE_SECRET: api.settings.NODE_SECRET,
    RTC_PORT: '0',
    RTC_LISTEN: '127.0.0.1',
    MEDIA_WORKERS: '1',
    ...(workerBin ? { MEDIASOUP_WORKER_BIN: workerBin } : {}),
  });
  const mediaPort = Number(new URL(node.metricsUrl).port);
  const scrapes = [await Scrape.of(api.settings.METRICS_PORT), await Scrape.of(mediaPort)];
  // Prometheus itself adds `up`.
  names = new Set(['up', ...scrapes.flatMap((scrape) => [...scrape.names])]);
});
afterAll(async () => {
  node?.child.kill('SIGKILL');
  await api.close();
  rmSync(directory, { recursive: true });
});

/** Returns the metrics that a PromQL expression reads: names that are neither functions, operators nor labels. */
function metricsIn(expression: string): string[] {
  const bare = expression
    .replaceAll(/\{[^}]*\}|\[[^\]]*\]/g, '')
    .replaceAll(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, '');
  return [...bare.matchAll(/\b[a-z][a-z0-9_]*\b(?!\s*\()/g)]
    .map(([name]) => name)
    .filter((name) => !/^(and|or|unless|e\d+)$/.test(name));
}
const unknown = (expressions: readonly string[]) => [
  ...new Set(expressions.flatMap(metricsIn).filter((name) => !names.has(name))),
];

describe('the metrics of the running programs', () => {
  it('contain what every alert asks for', () => {
    const { groups } = parse(read('docker/prometheus/alerts.yml')) as { groups: { rules: { expr: string }[] }[] };
    const expressions = groups.flatMap(({ rules }) => rules.map(({ expr }) => expr));
    expect(expressions.flatMap(metricsIn).length).toBeGreaterThan(20);
    expect(unknown(expressions)).toEqual([]);
    expect(unknown(['rate(yunzhen_nothing[5m]) > 0'])).toEqual(['yunzhen_nothing']);
  });

  it('contain what every panel of the dashboards asks for', () => {
    const files = globSync('docker/grafana/dashboards/*.json', { cwd: root });
    const expressions = files.flatMap((file) => {
      const { panels } = JSON.parse(read(file)) as { panels: { targets: { expr: string }[] }[] };
      return panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
    });
    expect(expressions.length).toBeGreaterThan(20);
    expect(unknown(expressions)).toEqual([]);
  });

  it('contain what the documentation names', () => {
    const known = [...names].flatMap((name) => [name, name.replace(/_(bucket|sum|count)$/, '')]);
    const named = globSync('docs/**/*.md', { cwd: root }).flatMap(
      (file) => read(file).match(/\byunzhen_[a-z_]+/g) ?? [],
    );
    // A name that ends with _ is followed by … and means all that begin with it. `yunzhen_app` and others are roles of the database.
    const isKnown = (name: string) =>
      known.some((other) => (name.endsWith('_') ? other.startsWith(name) : other === name));
    const roles = /^yunzhen_(app|api|owner|operators?)$/;
    expect(named.length).toBeGreaterThan(20);
    expect([...new Set(named)].filter((name) => !roles.test(name) && !isKnown(name))).toEqual([]);
  });

  it('are all described in the documentation', () => {
    const page = read('docs/operations/monitoring.md');
    const own = new Set(
      [...names].filter((name) => name.startsWith('yunzhen_')).map((name) => name.replace(/_(bucket|sum|count)$/, '')),
    );
    const isDescribed = (name: string) =>
      page.includes(`\`${name}\``) ||
      /^yunzhen_(media|backup|restore_drill)_/.test(name) ||
      /^yunzhen_db_pool_/.test(name);
    expect([...own].filter((name) => !isDescribed(name))).toEqual([]);
  });
});
