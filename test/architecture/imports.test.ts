import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { edges, usesOf, type Edges } from './area-edges.ts';
import { cruise, root } from './cruise.ts';

const folders = ['shared', 'server', 'web', 'migrations', 'test'];
const api = 'server/src/api';
const { areas, serverEdges, sharedEdges, webEdges } = edges;

type Edge = readonly [from: string, to: string];

const contractsOf = (declared: typeof webEdges): Edges =>
  Object.fromEntries(Object.entries(declared).map(([area, { uses, contracts }]) => [area, [...uses, ...contracts]]));

/** Returns for each area an import of the first other area that it does not declare. */
function undeclared(tree: string, edges: Edges, edge: (area: string, other: string) => Edge, kind = 'edges') {
  return Object.fromEntries(
    Object.entries(edges).map(([area, allowed]) => {
      const other = areas.find((one) => one !== area && !allowed.includes(one)) ?? area;
      return [`${tree}-${kind}-of-${area}`, [edge(area, other)]];
    }),
  );
}

/** Imports that each rule must reject: [importing file, imported file or package]. */
const refused: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  'no-cycles': [['server/src/platform/jobs/first.ts', 'server/src/platform/jobs/second.ts']],
  resolvable: [['web/src/core/api/lost.ts', 'package-that-is-not-there']],
  'shared-stands-alone': [['shared/src/visits/visit.ts', 'server/src/platform/clock.ts']],
  'shared-without-node': [['shared/src/core/file.ts', 'node:fs']],
  'server-without-web': [['server/src/api/page.ts', 'web/src/core/api/client.ts']],
  'web-without-server': [['web/src/core/api/client.ts', 'server/src/platform/clock.ts']],
  'platform-without-hospital': [
    ['server/src/platform/http/guard.ts', `${api}/accounts/index.ts`],
    ['server/src/platform/realtime/call.ts', 'server/src/media/rooms/room.ts'],
  ],
  'media-without-api': [['server/src/media/app.ts', 'server/src/api/app.ts']],
  'api-without-media': [['server/src/api/call.ts', 'server/src/media/rooms/room.ts']],
  'supervisor-only-starts': [['server/src/main.ts', 'server/src/media/app.ts']],
  'worker-build-stands-alone': [
    ['server/src/worker-build/index.ts', 'zod'],
    ['server/src/worker-build/build.ts', 'server/src/platform/clock.ts'],
  ],
  'areas-through-index': [[`${api}/chart/chart.service.ts`, `${api}/visits/visits.service.ts`]],
  'app-through-index': [['server/src/api/app.ts', `${api}/visits/visits.routes.ts`]],
  'known-areas-only': [
    [`${api}/astrology/index.ts`, 'zod'],
    ['web/src/features/astrology/index.ts', 'zod'],
    ['shared/src/astrology/sign.ts', 'zod'],
  ],
  'core-without-areas': [[`${api}/core/domain-events.ts`, `${api}/visits/index.ts`]],
  'shared-core-without-areas': [['shared/src/core/route.ts', 'shared/src/visits/visit.ts']],
  'routes-call-services': [[`${api}/visits/visits.routes.ts`, `${api}/visits/visits.repository.ts`]],
  'services-use-repositories': [[`${api}/visits/visits.service.ts`, `${api}/visits/visits.routes.ts`]],
  'entities-stay-below-services': [
    [`${api}/visits/visits.service.ts`, `${api}/visits/visit.entity.ts`],
    [`${api}/chart/chart.policy.ts`, `${api}/chart/note.entity.ts`],
  ],
  'repositories-use-entities': [[`${api}/visits/visits.repository.ts`, `${api}/visits/visits.service.ts`]],
  'entities-are-leaves': [[`${api}/visits/visit.entity.ts`, `${api}/visits/visits.repository.ts`]],
  'policies-are-pure': [
    [`${api}/visits/visits.policy.ts`, `${api}/visits/visits.repository.ts`],
    [`${api}/chart/chart.policy.ts`, 'server/src/platform/db/transaction.ts'],
  ],
  'policies-without-node': [[`${api}/accounts/accounts.policy.ts`, 'node:crypto']],
  'typeorm-in-repositories': [
    [`${api}/visits/visits.service.ts`, 'typeorm'],
    ['server/src/platform/jobs/jobs.ts', 'typeorm'],
  ],
  'features-through-index': [['web/src/features/visits/view.ts', 'web/src/features/chart/store.ts']],
  'routes-without-stores': [['web/src/features/accounts/routes.ts', 'web/src/features/accounts/session.store.ts']],
  'features-below-app': [['web/src/features/chart/view.ts', 'web/src/app/router.ts']],
  'core-below-features': [['web/src/core/api/client.ts', 'web/src/features/visits/index.ts']],
  'rtc-without-vue': [['web/src/core/rtc/call.ts', 'vue']],
  'ui-without-store-and-route': [
    ['web/src/ui/button.ts', 'pinia'],
    ['web/src/ui/card.ts', 'web/src/core/api/client.ts'],
  ],
  // The edges between areas, each with an undeclared one.
  ...undeclared('server', usesOf(serverEdges), (area, other) => [
    `${api}/${area}/a.service.ts`,
    `${api}/${other}/index.ts`,
  ]),
  ...undeclared('shared', sharedEdges, (area, other) => [`shared/src/${area}/a.ts`, `shared/src/${other}/b.ts`]),
  ...undeclared('web', usesOf(webEdges), (area, other) => [
    `web/src/features/${area}/a.ts`,
    `web/src/features/${other}/index.ts`,
  ]),
  ...undeclared(
    'web',
    contractsOf(webEdges),
    (area, other) => [`web/src/features/${area}/b.ts`, `shared/src/${other}/b.contract.ts`],
    'contracts',
  ),
};

/** The reverse import of the cycle above, which is reported once. */
const wayBack = ['server/src/platform/jobs/second.ts', 'server/src/platform/jobs/first.ts'] as const;

/** Allowed imports that no rule may reject. */
const allowed = [
  [`${api}/visits/visits.routes.ts`, `${api}/visits/visits.service.ts`],
  [`${api}/visits/visits.service.ts`, `${api}/visits/visits.repository.ts`],
  [`${api}/visits/visits.repository.ts`, `${api}/visits/visit.entity.ts`],
  [`${api}/visits/visits.repository.ts`, 'typeorm'],
  [`${api}/review/review.service.ts`, `${api}/prescribing/index.ts`],
  ['server/src/api/app.ts', `${api}/metrics/index.ts`],
  ['migrations/1-first.ts', 'typeorm'],
  ['web/src/features/visits/view.ts', 'web/src/features/chart/index.ts'],
  ['web/src/features/chart/view.ts', 'shared/src/visits/visits.contract.ts'],
  [`${api}/visits/visits.service.ts`, `${api}/core/domain-events.ts`],
  ['web/src/features/chart/view.ts', 'web/src/ui/card.ts'],
  ['web/src/features/chart/view.ts', 'web/src/core/i18n/index.ts'],
  ['web/src/ui/card.ts', 'web/src/core/i18n/index.ts'],
  ['web/src/app/router.ts', 'web/src/features/chart/index.ts'],
  ['web/src/core/api/client.ts', 'shared/src/visits/visits.contract.ts'],
] as const;

// The static check `imports` applies the rules to the whole project.
describe('import rules', () => {
  it('each have an import here that they must reject', () => {
    const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
      forbidden: { name: string }[];
    };
    expect(Object.keys(refused).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  it('reject forbidden imports', () => {
    const expected = Object.entries(refused).flatMap(([rule, edges]) =>
      edges.map(([from, to]) => `${rule}: ${from} → ${to}`),
    );
    expect(found([wayBack, ...Object.values(refused).flat()])).toEqual(expect.arrayContaining(expected));
  });

  it('accept allowed imports', () => {
    expect(found(allowed)).toEqual([]);
  });
});

/** Creates files with these imports in a temporary tree and returns the violations. */
function found(edges: readonly (readonly [from: string, to: string])[]): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'yunzhen-imports-'));
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), content, { flag: 'a' });
  };
  try {
    write('tsconfig.base.json', '{}');
    for (const name of ['typeorm', 'vue', 'pinia', 'zod']) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
      write(`node_modules/${name}/index.js`, 'module.exports = {};');
    }
    for (const [from, to] of edges) {
      const isFile = /\.ts$/.test(to);
      if (isFile) write(to, '');
      const specifier = isFile ? `./${relative(dirname(from), to)}` : to;
      write(from, `import * as it${specifier.replace(/\W/g, '_')} from '${specifier}';\n`);
    }
    const { violations } = cruise(
      readdirSync(tree).filter((name) => folders.includes(name)),
      tree,
    );
    return violations.map(({ rule, from, to }) => `${rule}: ${from} → ${named(to)}`);
  } finally {
    rmSync(tree, { recursive: true });
  }
}

/** Returns a package by its name, and a Node module as it is imported. */
function named(resolved: string): string {
  const [, name] = /node_modules\/([^/]+)\//.exec(resolved) ?? [];
  if (name !== undefined) return name;
  return ['fs', 'crypto'].includes(resolved) ? `node:${resolved}` : resolved;
}
