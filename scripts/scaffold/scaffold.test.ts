import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../paths.ts';
import { nameOf } from './names.ts';
import { scaffold, scaffoldLanguage } from './scaffold.ts';
import { writeFiles } from './write-files.ts';

const { areas } = createRequire(import.meta.url)(join(root, '.area-edges.cjs')) as { areas: string[] };
const pathsOf = (files: Map<string, string>) => [...files.keys()].sort();

describe('npm run new', () => {
  it('creates an area in every tree and declares it', () => {
    const files = scaffold('area', 'billing', root);
    expect(pathsOf(files)).toEqual([
      '.area-edges.cjs',
      'ARCHITECTURE.md',
      'docs/areas/billing.md',
      'server/src/api/areas.ts',
      'server/src/api/billing/billing.routes.ts',
      'server/src/api/billing/billing.service.ts',
      'server/src/api/billing/index.ts',
      'shared/src/billing/billing.contract.ts',
      'shared/src/billing/billing.schemas.ts',
      'test/e2e/pages.e2e.ts',
      'test/integration/billing/billing.test.ts',
      'web/src/app/staff-routes.ts',
      'web/src/app/texts/en/index.ts',
      'web/src/app/texts/zh-CN/index.ts',
      'web/src/features/billing/billing.view.vue',
      'web/src/features/billing/queries.ts',
      'web/src/features/billing/routes.ts',
      'web/src/features/billing/texts.en.ts',
      'web/src/features/billing/texts.zh-CN.ts',
    ]);
    expect(files.get('.area-edges.cjs')?.match(/billing/g)).toHaveLength(3);
    expect(files.get('server/src/api/areas.ts')).toContain('createBillingArea(deps);');
    expect(files.get('server/src/api/billing/index.ts')).toContain('registerBilling(deps);');
  });

  it('creates a migration that only expands, after all others', () => {
    const files = scaffold('migration', 'add-rooms', root);
    const [[path = '', text = ''] = []] = files;
    const [, timestamp = ''] = /^migrations\/(\d{13})-add-rooms\.ts$/.exec(path) ?? [];
    const others = readdirSync(join(root, 'migrations')).map((file) => Number(file.slice(0, 13)));
    expect(others.filter((other) => other >= Number(timestamp))).toEqual([]);
    expect(text).toContain(`class AddRooms${timestamp} implements DeclaredMigration`);
    expect(text).not.toContain('readonly contract');
  });

  it('creates a page with its route in an area', () => {
    const files = scaffold('page', 'review/daily-load', root);
    expect(pathsOf(files)).toEqual([
      'server/src/api/review/daily-load/daily-load.routes.ts',
      'server/src/api/review/daily-load/daily-load.service.ts',
      'server/src/api/review/index.ts',
      'shared/src/review/daily-load.contract.ts',
      'shared/src/review/daily-load.schemas.ts',
      'test/e2e/pages.e2e.ts',
      'test/integration/review/daily-load.test.ts',
      'web/src/features/review/daily-load/daily-load.view.vue',
      'web/src/features/review/daily-load/queries.ts',
      'web/src/features/review/routes.ts',
      'web/src/features/review/texts.en.ts',
      'web/src/features/review/texts.zh-CN.ts',
    ]);
    expect(files.get('web/src/features/review/routes.ts')).toContain("import('./daily-load/daily-load.view.vue')");
  });

  it.each(areas)('adds at most 12 files for a page in %s, and mounts its route there', (area) => {
    const files = scaffold('page', `${area}/daily-load`, root);
    // The first page of staff in an area also adds its list of routes to theirs.
    const first = files.has('web/src/app/staff-routes.ts') ? 1 : 0;
    expect(files.size - first).toBeLessThanOrEqual(12);
    expect([...files.values()].filter((text) => text.includes('  registerDailyLoad(deps);\n'))).toHaveLength(1);
  });

  it('creates a route that no page calls, with a contract of the server', () => {
    expect(pathsOf(scaffold('route', 'records/state', root))).toEqual([
      'server/src/api/records/index.ts',
      'server/src/api/records/state/state.contract.ts',
      'server/src/api/records/state/state.routes.ts',
      'server/src/api/records/state/state.schemas.ts',
      'server/src/api/records/state/state.service.ts',
      'test/integration/records/state.test.ts',
    ]);
  });

  it('creates a language from text files and one line of data', () => {
    const files = scaffoldLanguage('fr', 'Français', root);
    const paths = pathsOf(files);
    expect(paths).toContain('web/src/features/chat/texts/page/chat.fr.ts');
    expect(paths).toContain('web/src/app/texts/fr/index.ts');
    const code = paths.filter((path) => !/\/texts[/.]|\.(json|webmanifest)$/.test(path));
    expect(code).toEqual(['shared/src/core/languages.ts']);
    expect(files.get('shared/src/core/languages.ts')).toContain("  fr: { name: 'Français' },\n");
    expect(files.get('web/src/app/texts/fr/start.ts')).not.toContain('.en.ts');
    const content = JSON.parse(files.get('shared/src/core/content/fr.json') ?? '{}') as Record<string, string>;
    expect(content['A message from {hospital}']).toBe('A message from {hospital}');
    expect(() => scaffoldLanguage('zh-CN', '中文', root)).toThrow('exists already');
    expect(() => scaffoldLanguage('FR', 'x', root)).toThrow('not a language tag');
  });

  it('rejects names that are in use, unknown or malformed', () => {
    expect(() => scaffold('area', 'visits', root)).toThrow('exists already');
    expect(() => scaffold('page', 'billing/list', root)).toThrow('does not exist');
    expect(() => scaffold('page', 'review', root)).toThrow('AREA/NAME');
    expect(() => scaffold('route', 'review/dailyLoad', root)).toThrow('kebab-case');
    expect(nameOf('visit-outlook')).toEqual({
      kebab: 'visit-outlook',
      camel: 'visitOutlook',
      pascal: 'VisitOutlook',
      title: 'Visit outlook',
    });
  });

  it("writes files in the project's format", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scaffold-'));
    try {
      const written = await writeFiles(folder, new Map([['a/b.ts', 'const a = { "b":1 }']]));
      expect(written).toEqual(new Map([['a/b.ts', 'const a = { b: 1 };\n']]));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
