import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cruise, root } from './cruise.ts';

const folders = ['shared', 'server', 'web', 'migrations', 'test'];
const modules = 'server/src/api/modules';

/** For each rule, imports that it must refuse: [importing file, imported file or package]. */
const refused: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  'no-cycles': [['server/src/platform/db/first.ts', 'server/src/platform/db/second.ts']],
  resolvable: [['web/src/core/api/lost.ts', 'package-that-is-not-there']],
  'shared-stands-alone': [['shared/src/visits/visit.ts', 'server/src/platform/clock.ts']],
  'shared-without-node': [['shared/src/domain/file.ts', 'node:fs']],
  'server-without-web': [['server/src/api/page.ts', 'web/src/core/api/client.ts']],
  'web-without-server': [['web/src/core/api/client.ts', 'server/src/platform/clock.ts']],
  'platform-without-hospital': [
    ['server/src/platform/http/guard.ts', `${modules}/auth/index.ts`],
    ['server/src/platform/realtime/call.ts', 'server/src/media/rooms/room.ts'],
  ],
  'media-without-api': [['server/src/media/app.ts', 'server/src/api/app.ts']],
  'api-without-media': [['server/src/api/call.ts', 'server/src/media/rooms/room.ts']],
  'supervisor-only-starts': [['server/src/main.ts', 'server/src/media/app.ts']],
  'worker-build-stands-alone': [
    ['server/src/worker-build/index.ts', 'zod'],
    ['server/src/worker-build/build.ts', 'server/src/platform/clock.ts'],
  ],
  'modules-through-index': [[`${modules}/chart/chart.service.ts`, `${modules}/visits/visits.service.ts`]],
  'app-through-index': [['server/src/api/app.ts', `${modules}/visits/visits.routes.ts`]],
  'known-modules-only': [[`${modules}/astrology/index.ts`, 'zod']],
  'routes-call-services': [[`${modules}/visits/visits.routes.ts`, `${modules}/visits/visits.repository.ts`]],
  'services-use-repositories': [[`${modules}/visits/visits.service.ts`, `${modules}/visits/visits.routes.ts`]],
  'entities-stay-below-services': [
    [`${modules}/visits/visits.service.ts`, `${modules}/visits/visit.entity.ts`],
    [`${modules}/chart/chart.policy.ts`, `${modules}/chart/note.entity.ts`],
  ],
  'repositories-use-entities': [[`${modules}/visits/visits.repository.ts`, `${modules}/visits/visits.service.ts`]],
  'entities-are-leaves': [[`${modules}/visits/visit.entity.ts`, `${modules}/visits/visits.repository.ts`]],
  'policies-are-pure': [
    [`${modules}/visits/visits.policy.ts`, `${modules}/visits/visits.repository.ts`],
    [`${modules}/chart/chart.policy.ts`, 'server/src/platform/db/transaction.ts'],
  ],
  'policies-without-node': [[`${modules}/auth/auth.policy.ts`, 'node:crypto']],
  'typeorm-in-repositories': [
    [`${modules}/visits/visits.service.ts`, 'typeorm'],
    ['server/src/platform/jobs/jobs.ts', 'typeorm'],
  ],
  'features-below-app': [['web/src/features/chart/view.ts', 'web/src/app/router.ts']],
  'core-below-features': [['web/src/core/api/client.ts', 'web/src/features/visits/index.ts']],
  'rtc-without-vue': [['web/src/core/rtc/call.ts', 'vue']],
  'ui-without-store-and-route': [
    ['web/src/ui/button.ts', 'pinia'],
    ['web/src/ui/card.ts', 'web/src/core/api/client.ts'],
  ],
  // The edges between modules, each with one that the design does not have.
  'module-edges-of-auth': [[`${modules}/auth/auth.service.ts`, `${modules}/directory/index.ts`]],
  'module-edges-of-directory': [[`${modules}/directory/directory.service.ts`, `${modules}/visits/index.ts`]],
  'module-edges-of-scheduling': [[`${modules}/scheduling/scheduling.service.ts`, `${modules}/visits/index.ts`]],
  'module-edges-of-visits': [[`${modules}/visits/visits.service.ts`, `${modules}/chart/index.ts`]],
  'module-edges-of-notifications': [[`${modules}/notifications/notify.service.ts`, `${modules}/auth/index.ts`]],
  'module-edges-of-family': [[`${modules}/family/family.service.ts`, `${modules}/visits/index.ts`]],
  'module-edges-of-lists': [[`${modules}/lists/lists.service.ts`, `${modules}/auth/index.ts`]],
  'module-edges-of-chart': [[`${modules}/chart/chart.service.ts`, `${modules}/prescribing/index.ts`]],
  'module-edges-of-prescribing': [[`${modules}/prescribing/prescribing.service.ts`, `${modules}/pharmacy/index.ts`]],
  'module-edges-of-chat': [[`${modules}/chat/chat.service.ts`, `${modules}/chart/index.ts`]],
  'module-edges-of-documents': [[`${modules}/documents/documents.service.ts`, `${modules}/pharmacy/index.ts`]],
  'module-edges-of-pharmacy': [[`${modules}/pharmacy/pharmacy.service.ts`, `${modules}/metrics/index.ts`]],
  'module-edges-of-dispensing': [[`${modules}/dispensing/claims/claim.service.ts`, `${modules}/pharmacy/index.ts`]],
  'module-edges-of-fhir': [[`${modules}/fhir/fhir.service.ts`, `${modules}/audit/index.ts`]],
  'module-edges-of-administration': [
    [`${modules}/administration/staff/staff.service.ts`, `${modules}/visits/index.ts`],
  ],
  'module-edges-of-operator': [[`${modules}/operator/operator.service.ts`, `${modules}/chart/index.ts`]],
  'module-edges-of-metrics': [[`${modules}/metrics/metrics.service.ts`, `${modules}/audit/index.ts`]],
  'module-edges-of-identity': [[`${modules}/identity/identity.service.ts`, `${modules}/auth/index.ts`]],
  'module-edges-of-portraits': [[`${modules}/portraits/portraits.service.ts`, `${modules}/directory/index.ts`]],
  'module-edges-of-ratings': [[`${modules}/ratings/ratings.service.ts`, `${modules}/metrics/index.ts`]],
  'module-edges-of-worklist': [[`${modules}/worklist/worklist.service.ts`, `${modules}/visits/index.ts`]],
  'module-edges-of-intake': [[`${modules}/intake/drafts.service.ts`, `${modules}/prescribing/index.ts`]],
  'module-edges-of-closing': [[`${modules}/closing/closing.service.ts`, `${modules}/metrics/index.ts`]],
  'module-edges-of-audit': [[`${modules}/audit/audit.service.ts`, `${modules}/metrics/index.ts`]],
};

/** The way back of the cycle above, which is reported once. */
const wayBack = ['server/src/platform/db/second.ts', 'server/src/platform/db/first.ts'] as const;

/** Imports that the design has and no rule may refuse. */
const allowed = [
  [`${modules}/visits/visits.routes.ts`, `${modules}/visits/visits.service.ts`],
  [`${modules}/visits/visits.service.ts`, `${modules}/visits/visits.repository.ts`],
  [`${modules}/visits/visits.repository.ts`, `${modules}/visits/visit.entity.ts`],
  [`${modules}/visits/visits.repository.ts`, 'typeorm'],
  [`${modules}/pharmacy/pharmacy.service.ts`, `${modules}/prescribing/index.ts`],
  ['server/src/api/app.ts', `${modules}/metrics/index.ts`],
  ['migrations/1-first.ts', 'typeorm'],
  ['web/src/features/chart/view.ts', 'web/src/features/visits/index.ts'],
  ['web/src/features/chart/view.ts', 'web/src/ui/card.ts'],
  ['web/src/features/chart/view.ts', 'web/src/core/i18n/index.ts'],
  ['web/src/ui/card.ts', 'web/src/core/i18n/index.ts'],
  ['web/src/app/router.ts', 'web/src/features/chart/index.ts'],
  ['web/src/core/api/client.ts', 'shared/src/visits/visits.contract.ts'],
] as const;

// That they hold in the whole project is the static check `imports`.
describe('import rules', () => {
  it('have an import here that each must refuse', () => {
    const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
      forbidden: { name: string }[];
    };
    expect(Object.keys(refused).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  it('refuse what the design forbids', () => {
    const expected = Object.entries(refused).flatMap(([rule, edges]) =>
      edges.map(([from, to]) => `${rule}: ${from} → ${to}`),
    );
    expect(found([wayBack, ...Object.values(refused).flat()])).toEqual(expect.arrayContaining(expected));
  });

  it('let through what the design has', () => {
    expect(found(allowed)).toEqual([]);
  });
});

/** Lays out files with these imports in a scratch tree and gives what the rules find there. */
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

/** A package by its name, a part of Node as it is imported. */
function named(resolved: string): string {
  const [, name] = /node_modules\/([^/]+)\//.exec(resolved) ?? [];
  if (name !== undefined) return name;
  return ['fs', 'crypto'].includes(resolved) ? `node:${resolved}` : resolved;
}
